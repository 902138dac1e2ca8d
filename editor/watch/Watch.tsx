// A published version with its plans, live: how many are in each stage, or how long they stay there.
import { SegmentedControl, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Cycle } from '../../engine/index.ts';
import { stageCountsQuery, stageTimesQuery } from '../app/api/report-queries.ts';
import type { StageCounts } from '../app/api/wire.ts';
import { Failure } from '../app/parts/Failure.tsx';
import { CycleCanvas } from '../canvas/CycleCanvas.tsx';
import { shownAs } from '../canvas/view/shown-as.ts';
import { t } from '../language/index.ts';
import { nothing, type Selection, stageSelection } from '../panels/editing.ts';
import { HeatLegend } from './HeatLegend.tsx';
import { WatchTable } from './WatchTable.tsx';
import classes from './watch.module.css';
import {
  countsOnCanvas,
  heatsOnCanvas,
  longestStay,
  type WatchLine,
  type WatchLook,
  watchLines,
} from './watch-lines.ts';

interface Props {
  cycle: Cycle;
  version: number;
  look: WatchLook;
  onLook: (look: WatchLook) => void;
}

/** Stays are read only when they are looked at: that takes every move of every plan. */
function useLines(cycle: Cycle, version: number, look: WatchLook) {
  const counts = useQuery(stageCountsQuery(cycle.id, version));
  const times = useQuery({ ...stageTimesQuery, enabled: look === 'time' });
  const lines = useMemo(
    () => watchLines(cycle, counts.data, times.data?.items ?? []),
    [cycle, counts.data, times.data],
  );
  const isWithheld =
    look === 'time' ? (times.data?.withheld ?? 0) > 0 : lines.some(({ withheld }) => withheld);
  return { lines, totals: counts.data, isWithheld, failed: counts.error ?? times.error };
}

function sumWords(
  { active, ended }: Pick<StageCounts, 'active' | 'ended'>,
  lines: readonly WatchLine[],
): string {
  if (lines.some(({ withheld }) => withheld))
    return t('{active, plural, one {# plan} other {# plans}} under way, {ended} ended.', { active, ended });
  const late = lines.reduce((sum, { overdue }) => sum + overdue, 0);
  return t(
    '{active, plural, one {# plan} other {# plans}} under way, {late, plural, =0 {nothing is late} other {# late}}, {ended} ended.',
    { active, late, ended },
  );
}

export function Watch({ cycle, version, look, onLook }: Props) {
  const { lines, totals, isWithheld, failed } = useLines(cycle, version, look);
  const [chosen, setChosen] = useState<string | null>(null);
  const counts = useMemo(() => countsOnCanvas(cycle, lines), [cycle, lines]);
  const heats = useMemo(() => heatsOnCanvas(cycle, lines), [cycle, lines]);
  const shown = chosen === null ? null : shownAs(cycle, chosen);
  const selection = useMemo(() => (shown === null ? nothing : stageSelection(shown)), [shown]);
  const choose = (pressed: Selection) =>
    setChosen(pressed.kind === 'stages' ? (pressed.ids.at(-1) ?? null) : null);
  return (
    <div className={classes.watch}>
      <div className={classes.canvas}>
        <CycleCanvas
          cycle={cycle}
          {...(look === 'plans' ? { counts } : { marks: heats })}
          selection={selection}
          focus={shown === null ? [] : [shown]}
          onSelect={choose}
        />
      </div>
      <section className={classes.side} aria-label={t('Plans of this version')}>
        <div className={classes.head}>
          <SegmentedControl
            size="xs"
            fullWidth
            aria-label={t('What the canvas shows')}
            value={look}
            onChange={(next) => onLook(next === 'time' ? 'time' : 'plans')}
            data={[
              { value: 'plans', label: t('Plans now') },
              { value: 'time', label: t('Time in stage') },
            ]}
          />
          {look === 'time' ? (
            <HeatLegend
              longest={longestStay(lines)}
              ended={lines.some(({ medianDays }) => medianDays !== null)}
            />
          ) : (
            <Text size="xs" c="var(--cw-muted)" aria-live="polite">
              {totals && `${sumWords(totals, lines)} ${t('Follows by itself.')}`}
            </Text>
          )}
          {isWithheld && (
            <Text size="xs" c="var(--cw-muted)" mt={4}>
              {t('Stages of too few plans are withheld, so that nobody is told of by them.')}
            </Text>
          )}
        </div>
        {failed ? (
          <Failure error={failed} />
        ) : (
          <WatchTable
            lines={lines}
            cycleId={cycle.id}
            version={version}
            isApart={totals?.isApart ?? false}
            look={look}
            chosen={chosen}
            onChoose={setChosen}
          />
        )}
      </section>
    </div>
  );
}
