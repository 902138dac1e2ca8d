// What there is to see of a version's plans: for each stage how many are there, late or ended, and how long they stay.
// Pure. Stages that are folded away count at the container that is drawn.
import type { Cycle, StageId, StageKind } from '../../engine/index.ts';
import type { StageCounts as CountsOfVersion, StageTimes } from '../app/api/wire.ts';
import { stagesInOrder } from '../app/words/stages-in-order.ts';
import type { CanvasMarks } from '../canvas/flow/marks.ts';
import type { StageCount, StageCounts } from '../canvas/flow/overlay.ts';
import { shownAs } from '../canvas/view/shown-as.ts';
import { numberText, t } from '../language/index.ts';

/** How many plans are there now, or how long plans stay. */
export type WatchLook = 'plans' | 'time';

export interface WatchLine extends StageCount {
  stage: StageId;
  name: string;
  kind: StageKind | null;
  final: boolean;
  medianDays: number | null;
  /** Stays that ended. */
  stays: number;
  /** How many plans are there is not for this reader. */
  withheld: boolean;
}

const none: StageCount = { active: 0, overdue: 0, ended: 0 };

export function watchLines(
  cycle: Cycle,
  counts: Pick<CountsOfVersion, 'items' | 'withheld'> | undefined,
  times: StageTimes['items'],
): WatchLine[] {
  const own = times.filter(({ cycleId }) => cycleId === cycle.id);
  return stagesInOrder(cycle.stages).map(({ id, name, kind, final }) => {
    const { active, overdue, ended } = counts?.items.find(({ stage }) => stage === id) ?? none;
    const stay = own.find(({ stage }) => stage === id);
    const time = { medianDays: final ? null : (stay?.medianDays ?? null), stays: stay?.stays ?? 0 };
    const withheld = counts?.withheld.includes(id) ?? false;
    return { stage: id, name, kind, final, active, overdue, ended, withheld, ...time };
  });
}

export function countsOnCanvas(cycle: Cycle, lines: readonly WatchLine[]): StageCounts {
  const counts: Record<StageId, StageCount> = {};
  for (const { stage, active, overdue, ended } of lines) {
    if (active + overdue + ended === 0) continue;
    const shown = shownAs(cycle, stage);
    const before = counts[shown] ?? none;
    counts[shown] = {
      active: before.active + active,
      overdue: before.overdue + overdue,
      ended: before.ended + ended,
    };
  }
  return counts;
}

export const longestStay = (lines: readonly WatchLine[]): number =>
  Math.max(0, ...lines.map(({ medianDays }) => medianDays ?? 0));

/** 0.4 → "10 h"; 12.25 → "12 d". */
export function stayWords(days: number): string {
  if (days >= 1) return t('{days} d', { days: numberText(days, { maximumFractionDigits: 1 }) });
  const hours = days * 24;
  return hours >= 1 ? t('{hours} h', { hours: Math.round(hours) }) : t('under 1 h');
}

/** Of a container that is folded up the longest stay inside it. */
export function heatsOnCanvas(cycle: Cycle, lines: readonly WatchLine[]): CanvasMarks {
  const longest = longestStay(lines);
  const days = new Map<StageId, number>();
  for (const { stage, medianDays } of lines) {
    if (medianDays === null) continue;
    const shown = shownAs(cycle, stage);
    days.set(shown, Math.max(days.get(shown) ?? 0, medianDays));
  }
  const heat = (stay: number) => ({
    kind: 'heat' as const,
    share: longest > 0 ? stay / longest : 0,
    text: stayWords(stay),
  });
  return {
    stages: Object.fromEntries([...days].map(([stage, stay]) => [stage, heat(stay)])),
    transitions: {},
  };
}
