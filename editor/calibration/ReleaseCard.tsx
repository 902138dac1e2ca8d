// The release of the ratings that are ready: how many, what is still pending, and the way to do it.
import { Button, Group, Text, Title } from '@mantine/core';
import { Suspense, useState } from 'react';
import type { CalibrationFinding, CalibrationLine } from '../app/api/wire.ts';
import { latePart } from '../app/parts/late-part.tsx';
import { useMay } from '../app/parts/use-permissions.ts';
import { t } from '../language/index.ts';
import classes from './calibration.module.css';
import { type ReleaseState, releaseStateOf } from './release-state.ts';

const ReleaseDialog = latePart(async () => (await import('./ReleaseDialog.tsx')).ReleaseDialog, {
  told: 'over',
});

function stateWords({ ready, released, unrated, waiting }: ReleaseState): string {
  return t('{ready} ready, {released} released, {pending} pending.', {
    ready: ready.length,
    released,
    pending: unrated.length + waiting.length,
  });
}

interface Props {
  lines: readonly CalibrationLine[];
  findings: readonly CalibrationFinding[];
}

export function ReleaseCard({ lines, findings }: Props) {
  const may = useMay();
  const [open, setOpen] = useState(false);
  if (!may('ratings.release')) return null;
  const state = releaseStateOf(lines, findings);
  return (
    <section className={classes.card} aria-label={t('Release')}>
      <Group justify="space-between" align="flex-start" gap="sm">
        <div>
          <Title order={2}>{t('Release')}</Title>
          <Text maw="72ch" mt={4}>
            {stateWords(state)} {t('Nobody reads their rating before it is released.')}
          </Text>
        </div>
        <Button variant="default" disabled={state.ready.length === 0 && !open} onClick={() => setOpen(true)}>
          {t('Release ratings…')}
        </Button>
      </Group>
      {open && (
        <Suspense fallback={null}>
          <ReleaseDialog state={state} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </section>
  );
}
