// The cycles: drafts that are drawn, versions that run, and what is wrong with them.
import { Badge, Button, Group, SimpleGrid, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFileImport, IconPlus, IconRefresh, IconTemplate } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { checkedCyclesQuery } from '../app/api/cycle-queries.ts';
import type { CycleSummary } from '../app/api/wire.ts';
import { Loaded } from '../app/parts/Loaded.tsx';
import { AnchorLink, ButtonLink, PlainLink } from '../app/parts/links.tsx';
import { TimeText } from '../app/parts/TimeText.tsx';
import { useMay } from '../app/parts/use-permissions.ts';
import { WaitingRequests } from '../approvals/WaitingRequests.tsx';
import { ImportDialog } from '../interchange/ImportDialog.tsx';
import { t } from '../language/index.ts';
import { EmptyState } from '../theme/EmptyState.tsx';
import { PageTitle } from '../theme/PageTitle.tsx';
import classes from './cycles.module.css';
import { NewCycleDialog } from './NewCycleDialog.tsx';

function Badges({ cycle }: { cycle: CycleSummary }) {
  return (
    <Group gap={6}>
      {cycle.latestVersion === null ? (
        <Badge size="sm" variant="light" color="gray">
          {t('Draft')}
        </Badge>
      ) : (
        <Badge size="sm" variant="light" color="teal">
          {t('Version {latestVersion}', { latestVersion: cycle.latestVersion })}
        </Badge>
      )}
      {cycle.latestVersion !== null && cycle.changed && (
        <Badge size="sm" variant="light" color="yellow">
          {t('Changed since')}
        </Badge>
      )}
      {cycle.errors !== null && cycle.errors > 0 && (
        <Badge size="sm" variant="light" color="red">
          {t('{count, plural, one {# error} other {# errors}}', { count: cycle.errors })}
        </Badge>
      )}
    </Group>
  );
}

/** A file that cannot be used has nothing to open; what is published of it can still be looked at. */
function UnreadableCard({ cycle, reason }: { cycle: CycleSummary; reason: string }) {
  return (
    <div className={classes.card}>
      <Title order={3}>{cycle.name}</Title>
      <Group gap={6}>
        <Badge size="sm" variant="light" color="red">
          {t('Not usable')}
        </Badge>
      </Group>
      <Text size="sm" style={{ flex: 1 }}>
        {reason}
      </Text>
      <Text size="xs" c="var(--cw-muted)">
        {t('The file was left as it is · {count, plural, one {# running plan} other {# running plans}}', {
          count: cycle.activePlans,
        })}
      </Text>
      {cycle.latestVersion !== null && (
        <AnchorLink
          to="/cycles/$cycleId"
          params={{ cycleId: cycle.id }}
          search={{ version: String(cycle.latestVersion) }}
          size="sm"
        >
          {t('Look at version {latestVersion}', { latestVersion: cycle.latestVersion })}
        </AnchorLink>
      )}
    </div>
  );
}

function CycleCard({ cycle }: { cycle: CycleSummary }) {
  const may = useMay();
  if (cycle.unreadable !== null) return <UnreadableCard cycle={cycle} reason={cycle.unreadable} />;
  const mayLaunch = cycle.latestVersion !== null && may('launches.start');
  return (
    <div style={{ position: 'relative' }}>
      <PlainLink to="/cycles/$cycleId" params={{ cycleId: cycle.id }} className={classes.card}>
        <Title order={3} className={mayLaunch ? classes.besideAct : undefined}>
          {cycle.name}
        </Title>
        <Badges cycle={cycle} />
        {/* What grows is around the text: a clamped text that grows shows a line more than it clamps. */}
        <div style={{ flex: 1 }}>
          <Text size="sm" c="var(--cw-muted)" lineClamp={3}>
            {cycle.description}
          </Text>
        </div>
        <Text size="xs" c="var(--cw-muted)">
          {t(
            '{stages, plural, one {# stage} other {# stages}} · {plans, plural, one {# running plan} other {# running plans}}',
            { stages: cycle.stages, plans: cycle.activePlans },
          )}
          {cycle.savedAt && (
            <>
              {' '}
              {t('· saved')} <TimeText at={cycle.savedAt} />
            </>
          )}
        </Text>
      </PlainLink>
      {mayLaunch && (
        <ButtonLink
          to="/launches/new"
          search={{ cycle: cycle.id }}
          variant="default"
          size="compact-sm"
          style={{ position: 'absolute', top: 16, right: 16 }}
        >
          {t('Launch…')}
        </ButtonLink>
      )}
    </div>
  );
}

export function CyclesScreen() {
  const query = useQuery({
    ...checkedCyclesQuery,
    // They are being checked: a moment later it is known.
    refetchInterval: ({ state: { data, dataUpdateCount } }) =>
      dataUpdateCount < 60 && data?.some(({ errors }) => errors === null) ? 1_000 : false,
  });
  const [opened, dialog] = useDisclosure(false);
  const [importOpened, importing] = useDisclosure(false);
  const may = useMay();
  const add = may('cycles.change') && (
    <Group gap="xs">
      <Button variant="default" leftSection={<IconFileImport size={16} />} onClick={importing.open}>
        {t('Import…')}
      </Button>
      <ButtonLink to="/templates" variant="default" leftSection={<IconTemplate size={16} />}>
        {t('Templates')}
      </ButtonLink>
      <Button leftSection={<IconPlus size={16} />} onClick={dialog.open}>
        {t('New cycle')}
      </Button>
    </Group>
  );
  return (
    <>
      <PageTitle
        title={t('Cycles')}
        about={t(
          'A cycle says how an organisation plans, observes, appraises and follows up. Drafts can be changed; published versions never change.',
        )}
        actions={query.data?.length === 0 ? undefined : add}
      />
      <WaitingRequests />
      <Loaded query={query} lines={6}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState title={t('No cycles yet')} icon={IconRefresh} action={add || undefined}>
              {t('Begin with a template, or draw the first one yourself: it has one stage and one task.')}
            </EmptyState>
          ) : (
            <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
              {items.map((cycle) => (
                <CycleCard key={cycle.id} cycle={cycle} />
              ))}
            </SimpleGrid>
          )
        }
      </Loaded>
      {importOpened && (
        <ImportDialog takenIds={(query.data ?? []).map(({ id }) => id)} onClose={importing.close} />
      )}
      {opened && <NewCycleDialog cycles={query.data ?? []} onClose={dialog.close} />}
    </>
  );
}
