// Ratings side by side: how they are spread, what the checks ask, and each line with its decision.
import { Button, Group, SegmentedControl } from '@mantine/core';
import { Suspense, useState } from 'react';
import type { Calibration, CalibrationFinding } from '../app/api/wire.ts';
import { latePart } from '../app/parts/late-part.tsx';
import { useMay } from '../app/parts/use-permissions.ts';
import { t } from '../language/index.ts';
import { AxesCard } from './AxesCard.tsx';
import classes from './calibration.module.css';
import { Findings } from './Findings.tsx';
import { LineDrawer } from './LineDrawer.tsx';
import { Lines } from './Lines.tsx';
import { chosenLines, findingsOf, isOpen, nextOpen, type Show } from './lines.ts';
import { ReleaseCard } from './ReleaseCard.tsx';
import { SpreadCard } from './SpreadCard.tsx';
import { useFocusGivenBack } from './use-focus-given-back.ts';

const WordingRates = latePart(async () => (await import('../feedback/WordingRates.tsx')).WordingRates);

interface Props {
  calibration: Calibration;
  /** What the address says. */
  filters: {
    show: Show;
    person: string | undefined;
    set: (patch: Record<string, string | undefined>) => void;
  };
}

function ShowChoice({ calibration, filters: { show, set } }: Props) {
  const { lines, findings } = calibration;
  const found = lines.filter((line) => findingsOf(line, findings).length > 0).length;
  return (
    <SegmentedControl
      aria-label={t('Which lines')}
      value={show}
      onChange={(value) => set({ show: value === 'all' ? undefined : value })}
      data={[
        { value: 'all', label: t('All {count}', { count: lines.length }) },
        { value: 'open', label: t('To decide {count}', { count: lines.filter(isOpen).length }) },
        { value: 'found', label: t('Asked about {count}', { count: found }) },
      ]}
    />
  );
}

export function Board({ calibration, filters }: Props) {
  const { show, person, set } = filters;
  const may = useMay();
  const [finding, setFinding] = useState<CalibrationFinding | null>(null);
  const { lines, findings } = calibration;
  const shown = chosenLines(lines, findings, { show, finding });
  const open = lines.find(({ planId }) => planId === person) ?? null;
  useFocusGivenBack(open?.planId);
  const go = (planId: string | undefined) => set({ person: planId });
  return (
    <>
      <SpreadCard lines={lines} />
      <AxesCard lines={lines} />
      <Findings findings={findings} lines={lines} chosen={finding} onChoose={setFinding} />
      <ReleaseCard lines={lines} findings={findings} />
      <Group justify="space-between" align="flex-end" mt="lg" mb="xs">
        <ShowChoice calibration={calibration} filters={filters} />
        {finding && (
          <Button variant="default" size="xs" onClick={() => setFinding(null)}>
            {t('Show everybody again')}
          </Button>
        )}
      </Group>
      <Lines lines={shown} findings={findings} onOpen={go} />
      {may('wording.read') && (
        <section className={classes.card}>
          <Suspense fallback={null}>
            <WordingRates launchId={calibration.launchId} />
          </Suspense>
        </section>
      )}
      {open && (
        <LineDrawer
          key={open.planId}
          line={open}
          findings={findingsOf(open, findings)}
          launchId={calibration.launchId}
          next={nextOpen(shown, open.planId)}
          left={shown.filter(({ task }) => task?.mayDecide === true).length}
          onGo={go}
        />
      )}
    </>
  );
}
