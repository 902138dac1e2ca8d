// A published version: never changes; plans run on it.
import { Group, Skeleton, Text } from '@mantine/core';
import { IconPencil, IconPlayerPlay, IconRocket } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { plansQuery } from '../app/api/plan-queries.ts';
import type { PublishedCycle } from '../app/api/wire.ts';
import { ButtonLink } from '../app/parts/links.tsx';
import { TimeText } from '../app/parts/TimeText.tsx';
import { useMay } from '../app/parts/use-permissions.ts';
import { FileMenu } from '../interchange/FileMenu.tsx';
import { countsOf } from './counts-of.ts';
import classes from './cycles.module.css';
import { Versions } from './Versions.tsx';

const CycleCanvas = lazy(async () => ({ default: (await import('../canvas/CycleCanvas.tsx')).CycleCanvas }));

export function VersionView({ published }: { published: PublishedCycle }) {
  const { cycle, cycleId, version, publishedAt, publishedBy, note } = published;
  const may = useMay();
  const plans =
    useQuery({ ...plansQuery({ cycleId, status: 'active' }), enabled: may('plans.read') }).data ?? [];
  return (
    <div className={classes.page}>
      <div className={classes.bar}>
        <div>
          <Text fw={600}>
            {cycle.name}, version {version}
          </Text>
          <Text size="xs" c="var(--cw-muted)">
            Published <TimeText at={publishedAt} /> by {publishedBy}
            {note && `: ${note}`}
          </Text>
        </div>
        <Group gap="xs">
          <FileMenu cycle={cycle} editable={false} />
          <Versions cycleId={cycleId} shown={version} />
          <ButtonLink
            to="/cycles/$cycleId"
            params={{ cycleId }}
            search={{ version: String(version), rehearse: 'step' }}
            variant="default"
            leftSection={<IconPlayerPlay size={16} />}
          >
            Rehearse
          </ButtonLink>
          {may('cycles.change') && (
            <ButtonLink
              to="/cycles/$cycleId"
              params={{ cycleId }}
              search={{}}
              variant="default"
              leftSection={<IconPencil size={16} />}
            >
              Draft
            </ButtonLink>
          )}
          {may('launches.start') && (
            <ButtonLink to="/launches/new" search={{ cycle: cycleId }} leftSection={<IconRocket size={16} />}>
              Launch…
            </ButtonLink>
          )}
        </Group>
      </div>
      <div className={classes.editor}>
        <Suspense fallback={<Skeleton height="100%" />}>
          <CycleCanvas cycle={cycle} counts={countsOf(plans.filter((plan) => plan.version === version))} />
        </Suspense>
      </div>
    </div>
  );
}
