// A template: what it looks like, what it is for, and the one act to begin with it.
import { Button, Group, Text, Title } from '@mantine/core';
import { useIntersection } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import type { Cycle } from '../../engine/index.ts';
import { CyclePicture } from '../canvas/picture/CyclePicture.tsx';
import { isWaiting, listStages } from '../document/stage-tree.ts';
import { t } from '../language/index.ts';
import classes from './gallery.module.css';
import { inTurn } from './in-turn.ts';

interface Props {
  cycle: Cycle;
  busy: boolean;
  onUse: (() => void) | null;
  onLaunch: (() => void) | null;
}

function factsOf(cycle: Cycle): string {
  const stages = listStages(cycle).filter(({ stage }) => stage.type !== 'history' && stage.type !== 'final');
  const tasks = stages.flatMap(({ stage }) => (isWaiting(stage) ? Object.keys(stage.tasks ?? {}) : []));
  return [
    t('{count, plural, one {# stage} other {# stages}}', { count: stages.length }),
    t('{count, plural, one {# task} other {# tasks}}', { count: tasks.length }),
    t('{count, plural, one {# scenario} other {# scenarios}}', { count: cycle.scenarios?.length ?? 0 }),
  ].join(' · ');
}

/** Drawn when it comes near, after the words and each by itself: to find its paths takes longer than all else here. */
function Picture({ cycle }: Pick<Props, 'cycle'>) {
  const { ref, entry } = useIntersection({ rootMargin: '200px' });
  const [drawn, setDrawn] = useState(false);
  const isNear = entry?.isIntersecting === true;
  useEffect(() => {
    if (isNear) inTurn(() => setDrawn(true));
  }, [isNear]);
  return (
    <div ref={ref} className={classes.picture}>
      {drawn && <CyclePicture cycle={cycle} small />}
    </div>
  );
}

export function TemplateCard({ cycle, busy, onUse, onLaunch }: Props) {
  return (
    <article className={classes.card} aria-label={cycle.name}>
      <Picture cycle={cycle} />
      <div className={classes.words}>
        <Title order={2} size="h3">
          {cycle.name}
        </Title>
        <Text size="sm" c="var(--cw-muted)" style={{ flex: 1 }}>
          {cycle.description}
        </Text>
        <Group justify="space-between" gap="xs">
          <Text size="xs" c="var(--cw-muted)" w="100%">
            {factsOf(cycle)}
          </Text>
          <Group gap={4} wrap="nowrap">
            {onLaunch && (
              <Button
                variant="subtle"
                px="xs"
                onClick={onLaunch}
                aria-label={t('Launch {name}', { name: cycle.name })}
              >
                {t('Launch…')}
              </Button>
            )}
            {onUse && (
              <Button
                variant="default"
                onClick={onUse}
                loading={busy}
                aria-label={t('Use {name}', { name: cycle.name })}
              >
                {t('Use')}
              </Button>
            )}
          </Group>
        </Group>
      </div>
    </article>
  );
}
