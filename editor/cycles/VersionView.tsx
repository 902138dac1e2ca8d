// A published version: never changes; plans run on it.
import { Group, Text } from '@mantine/core';
import { IconPencil, IconPlayerPlay, IconRocket, IconTransfer } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { cycleVersionsQuery } from '../app/api/cycle-queries.ts';
import type { PublishedCycle } from '../app/api/wire.ts';
import { ButtonLink } from '../app/parts/links.tsx';
import { TimeText } from '../app/parts/TimeText.tsx';
import { useMay } from '../app/parts/use-permissions.ts';
import { CycleCanvas } from '../canvas/CycleCanvas.tsx';
import { FileMenu } from '../interchange/FileMenu.tsx';
import { t, tx } from '../language/index.ts';
import { Watch } from '../watch/Watch.tsx';
import type { WatchLook } from '../watch/watch-lines.ts';
import classes from './cycles.module.css';
import { Versions } from './Versions.tsx';

interface Props {
  published: PublishedCycle;
  look: WatchLook;
  onLook: (look: WatchLook) => void;
}

export function VersionView({ published, look, onLook }: Props) {
  const { cycle, cycleId, version, publishedAt, publishedBy, note } = published;
  const may = useMay();
  const versions = useQuery(cycleVersionsQuery(cycleId)).data ?? [];
  const others = versions.filter((other) => other.version !== version);
  return (
    <div className={classes.page}>
      <div className={classes.bar}>
        <div>
          <Text fw={600}>{t('{name}, version {version}', { name: cycle.name, version })}</Text>
          <Text size="xs" c="var(--cw-muted)">
            {tx('Published {timeText} by {publishedBy}', {
              timeText: <TimeText at={publishedAt} />,
              publishedBy,
            })}
            {note && `: ${note}`}
          </Text>
        </div>
        <Group gap="xs" className={classes.acts}>
          <FileMenu cycle={cycle} editable={false} />
          <Versions cycleId={cycleId} shown={version} />
          <ButtonLink
            to="/cycles/$cycleId"
            params={{ cycleId }}
            search={{ version: String(version), rehearse: 'step' }}
            variant="default"
            leftSection={<IconPlayerPlay size={16} />}
          >
            {t('Rehearse')}
          </ButtonLink>
          {may('cycles.change') && (
            <ButtonLink
              to="/cycles/$cycleId"
              params={{ cycleId }}
              search={{}}
              variant="default"
              leftSection={<IconPencil size={16} />}
            >
              {t('Draft')}
            </ButtonLink>
          )}
          {may('migrations.run') && others.length > 0 && (
            <ButtonLink
              to="/cycles/$cycleId/migrate"
              params={{ cycleId }}
              search={{ from: String(version) }}
              variant="default"
              leftSection={<IconTransfer size={16} />}
            >
              {t('Migrate plans…')}
            </ButtonLink>
          )}
          {may('launches.start') && (
            <ButtonLink to="/launches/new" search={{ cycle: cycleId }} leftSection={<IconRocket size={16} />}>
              {t('Launch…')}
            </ButtonLink>
          )}
        </Group>
      </div>
      <div className={classes.editor}>
        {may('reports.read') ? (
          <Watch cycle={cycle} version={version} look={look} onLook={onLook} />
        ) : (
          <CycleCanvas cycle={cycle} />
        )}
      </div>
    </div>
  );
}
