// One component: what it is part of, its goals with their standards, its parts, and its plans.

import { Breadcrumbs, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconArrowsMove, IconHistory, IconPencil, IconPlus, IconRocket } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { Component } from '../../engine/index.ts';
import { componentQuery } from '../app/api/organisation-queries.ts';
import { rollUpQuery } from '../app/api/report-queries.ts';
import { versionsQuery, wayAsOfQuery, wayToQuery } from '../app/api/tree-queries.ts';
import { Loaded } from '../app/parts/Loaded.tsx';
import { AnchorLink, ButtonLink } from '../app/parts/links.tsx';
import { isNotThere, NotThere } from '../app/parts/NotThere.tsx';
import { useNames } from '../app/parts/use-names.ts';
import { useMay } from '../app/parts/use-permissions.ts';
import { whyWithheld } from '../app/parts/Withheld.tsx';
import { useCrumb } from '../app/shell/crumbs.tsx';
import { shortDate } from '../app/words/due.ts';
import { scoreText } from '../app/words/score.ts';
import { ComponentGoals } from '../goals/ComponentGoals.tsx';
import { ComponentGoalsAsOf } from '../goals/GoalsAsOf.tsx';
import { Parts } from '../goals/Parts.tsx';
import { t, tAs } from '../language/index.ts';
import { EmptyState } from '../theme/EmptyState.tsx';
import { OutcomeBadge } from '../theme/OutcomeBadge.tsx';
import { ComponentDialog } from './ComponentDialog.tsx';
import { ComponentPlans } from './ComponentPlans.tsx';
import { CalendarCard } from './calendar/CalendarCard.tsx';
import { AsOfBanner } from './history/AsOfBanner.tsx';
import { History } from './history/History.tsx';
import { kindWords } from './kind-words.ts';
import { MeasureBar } from './MeasureBar.tsx';
import { MoveDialog } from './move/MoveDialog.tsx';
import classes from './organisation.module.css';

const route = getRouteApi('/signed-in/organisation/$componentId');

interface AboveProps {
  component: Component;
  asOf: string | undefined;
}

function Above({ component, asOf }: AboveProps) {
  const today = useQuery({ ...wayToQuery(component.id), enabled: !asOf });
  const then = useQuery({ ...wayAsOfQuery(component, asOf ?? ''), enabled: Boolean(asOf) });
  const above = (asOf ? then : today).data ?? [];
  if (above.length === 0) return null;
  return (
    <Breadcrumbs separator="›" mb={6} aria-label={t('Part of')} component="nav" style={{ flexWrap: 'wrap' }}>
      {above.map(({ id, name }) => (
        <AnchorLink
          key={id}
          to="/organisation/$componentId"
          params={{ componentId: id }}
          search={{ asOf }}
          size="sm"
        >
          {name}
        </AnchorLink>
      ))}
    </Breadcrumbs>
  );
}

function Facts({ component }: { component: Component }) {
  const { ownerId, managerId, secondManagerId, activeFrom, activeTo } = component;
  const names = useNames([ownerId, managerId, secondManagerId]);
  const nameOf = (id: string) => names.get(id) ?? id;
  const facts = [
    kindWords[component.kind],
    ownerId ? t('owner {person}', { person: nameOf(ownerId) }) : t('vacant: the next manager up stands in'),
    t('manager {person}', {
      person: managerId ? nameOf(managerId) : t('that of the component above'),
    }),
    secondManagerId && t('second manager {person}', { person: nameOf(secondManagerId) }),
    activeFrom && t('there from {day}', { day: shortDate(activeFrom) }),
    activeTo && t('there until {day}', { day: shortDate(activeTo) }),
  ];
  return <Text c="var(--cw-muted)">{facts.filter(Boolean).join(' · ')}</Text>;
}

type Asked = 'change' | 'add' | 'move';

function Acts({ component, onAsk }: { component: Component; onAsk: (asked: Asked) => void }) {
  const may = useMay();
  const acts: { asked: Asked; icon: typeof IconPencil; words: string }[] = [
    { asked: 'change', icon: IconPencil, words: t('Change') },
    { asked: 'move', icon: IconArrowsMove, words: t('Move…') },
    { asked: 'add', icon: IconPlus, words: t('Add a part') },
  ];
  return (
    <Group gap="xs">
      {may('organisation.change') &&
        acts.map(({ asked, icon: Icon, words }) => (
          <Button key={asked} variant="default" leftSection={<Icon size={16} />} onClick={() => onAsk(asked)}>
            {words}
          </Button>
        ))}
      {may('launches.start') && (
        <ButtonLink
          to="/launches/new"
          search={{ under: component.id }}
          variant="default"
          leftSection={<IconRocket size={16} />}
        >
          {tAs('verb', 'Launch')}
        </ButtonLink>
      )}
    </Group>
  );
}

function Heading({ component, asOf }: AboveProps) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  return (
    <Group justify="space-between" align="flex-start" mb="lg">
      <div style={{ flex: '1 1 280px', minWidth: 0 }}>
        <Above component={component} asOf={asOf} />
        <Title order={1} style={{ overflowWrap: 'anywhere' }}>
          {component.name}
        </Title>
        <Facts component={component} />
      </div>
      {!asOf && <Acts component={component} onAsk={setAsked} />}
      {asked === 'change' && <ComponentDialog opened onClose={close} component={component} />}
      {asked === 'add' && <ComponentDialog opened onClose={close} parentId={component.id} />}
      {asked === 'move' && <MoveDialog component={component} onClose={close} />}
    </Group>
  );
}

function Standing({ componentId }: { componentId: string }) {
  const item = useQuery(rollUpQuery(componentId)).data?.items.find((one) => one.componentId === componentId);
  if (!item) return null;
  if (item.withheld || !item.measures)
    return (
      <Text size="sm" c="var(--cw-muted)" mb="lg">
        {whyWithheld}
      </Text>
    );
  return (
    <Group style={{ gap: '12px 32px' }} mb="lg" align="flex-start">
      <div>
        <Text size="xs" c="var(--cw-muted)">
          {t('Outcome')}
        </Text>
        <OutcomeBadge
          size="lg"
          outcome={item.outcome}
          detail={item.score === null ? undefined : scoreText(item.score)}
        />
      </div>
      <div>
        <Text size="xs" c="var(--cw-muted)">
          {t('Coverage')}
        </Text>
        <Text fw={600}>
          {t('{percent} % of the weight has data', { percent: Math.round((item.coverage ?? 0) * 100) })}
        </Text>
      </div>
      <div style={{ width: 200 }}>
        <MeasureBar measures={item.measures} />
      </div>
    </Group>
  );
}

/** Its history leads to the days on which it was. */
function NotThereYet({ componentId }: { componentId: string }) {
  const versions = useQuery(versionsQuery(componentId));
  if (isNotThere(versions.error)) return <NotThere what="component" />;
  return (
    <>
      <EmptyState title={t('It was not there on that day')} icon={IconHistory}>
        {t('It was added later or had gone before. Its history says when.')}
      </EmptyState>
      <History componentId={componentId} />
    </>
  );
}

function AsItWas({ componentId, asOf }: { componentId: string; asOf: string }) {
  const query = useQuery(componentQuery(componentId, asOf));
  useCrumb(query.data?.name ?? '');
  return (
    <>
      <AsOfBanner
        asOf={asOf}
        back={
          <AnchorLink to="/organisation/$componentId" params={{ componentId }} search={{}} size="sm">
            {t('Back to today')}
          </AnchorLink>
        }
      >
        {t('The component as it was at the end of that day. Nothing can be changed here.')}
      </AsOfBanner>
      {isNotThere(query.error) ? (
        <NotThereYet componentId={componentId} />
      ) : (
        <>
          <Loaded query={query} lines={4}>
            {(component) => <Heading component={component} asOf={asOf} />}
          </Loaded>
          <div className={classes.columns}>
            <ComponentGoalsAsOf componentId={componentId} asOf={asOf} />
            <History componentId={componentId} />
          </div>
        </>
      )}
    </>
  );
}

function Today({ component }: { component: Component }) {
  const { id } = component;
  return (
    <>
      <Heading component={component} asOf={undefined} />
      <Standing componentId={id} />
      <div className={classes.columns}>
        <ComponentGoals componentId={id} />
        <Stack gap="md">
          <ComponentPlans componentId={id} />
          <Parts componentId={id} hasGoals />
          <CalendarCard componentId={id} />
          <History componentId={id} />
        </Stack>
      </div>
    </>
  );
}

export function ComponentScreen() {
  const { componentId } = route.useParams();
  const { asOf } = route.useSearch();
  if (asOf) return <AsItWas componentId={componentId} asOf={asOf} />;
  return <AsItIs componentId={componentId} />;
}

function AsItIs({ componentId }: { componentId: string }) {
  const query = useQuery(componentQuery(componentId));
  useCrumb(query.data?.name ?? '');
  return (
    <Loaded query={query} lines={8} what="component">
      {(component) => <Today key={component.id} component={component} />}
    </Loaded>
  );
}
