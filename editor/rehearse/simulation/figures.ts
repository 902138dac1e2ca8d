// A simulation's result as lines for charts, answers in words, and heat for the canvas.
import type { Cycle, Estimate, SimulationResult, Spread } from '../../../engine/index.ts';
import type { StageMark } from '../../canvas/flow/marks.ts';
import { findStage, isContainer } from '../../document/stage-tree.ts';
import { numberText, percentText, t } from '../../language/index.ts';
import { type OutcomeOrNone, outcomeStyle } from '../../theme/theme.ts';
import type { Picture } from '../step/picture.ts';
import { stageName, taskTitle } from '../step/say.ts';

export interface Line {
  key: string;
  label: string;
  at: Estimate;
  outcome?: OutcomeOrNone;
  /** Above a limit. */
  flagged?: boolean;
}

const rounded = (value: number, digits = 0): string =>
  numberText(value, { maximumFractionDigits: digits, minimumFractionDigits: 0 });

export const daysText = (days: number): string => t('{days} d', { days: rounded(days, days < 10 ? 1 : 0) });
export const shareText = (share: number): string =>
  percentText(share * 100, { maximumFractionDigits: share < 0.1 ? 1 : 0 });
export const minutesText = (minutes: number): string => t('{hours} h', { hours: rounded(minutes / 60, 1) });

/** "34 d (31 d–36 d)". */
export const withInterval = ({ value, low, high }: Estimate, text: (value: number) => string): string =>
  `${text(value)} (${text(low)}–${text(high)})`;

/** The longest first; a container is the stages inside it. */
export function stageLines(cycle: Cycle, { stages }: SimulationResult): Line[] {
  return stages
    .flatMap(({ stage, daysPerPlan }): Line[] => {
      const placed = findStage(cycle, stage);
      if (!placed || isContainer(placed.stage) || daysPerPlan === null || daysPerPlan.value < 0.05) return [];
      return [{ key: stage, label: stageName(cycle, stage), at: daysPerPlan }];
    })
    .toSorted((a, b) => b.at.value - a.at.value);
}

const outcomeOrder: readonly OutcomeOrNone[] = ['below', 'meets', 'exceeds', 'not-scored'];

export const outcomeLines = ({ outcomes }: SimulationResult): Line[] =>
  outcomes
    .map(({ outcome, share }): Line & { outcome: OutcomeOrNone } => {
      const kind = outcome ?? 'not-scored';
      return { key: kind, label: outcomeStyle[kind].words, at: share, outcome: kind };
    })
    .toSorted((a, b) => outcomeOrder.indexOf(a.outcome) - outcomeOrder.indexOf(b.outcome));

export const endingLines = ({ endings }: SimulationResult): Line[] =>
  endings.map(({ ending, share }) => ({
    key: ending ?? '',
    label: ending ?? t('without a word'),
    at: share,
  }));

export const roundLines = ({ roundShares }: SimulationResult): Line[] =>
  roundShares.map(({ round, share }) => ({
    key: String(round),
    label: t('{round, plural, one {# round} other {# rounds}}', { round }),
    at: share,
  }));

/** Only tasks that are ever late. */
export const lateLines = (cycle: Cycle, { tasks }: SimulationResult): Line[] =>
  tasks
    .filter(({ late }) => late.count > 0)
    .map(({ task, late }) => ({ key: task, label: taskTitle(cycle, task), at: late.share }))
    .toSorted((a, b) => b.at.value - a.at.value);

export const loadLines = (
  { load: { flagged, limit } }: SimulationResult,
  personName: (id: string) => string = (id) => id,
): Line[] =>
  flagged.map(({ person, week, minutes }) => ({
    key: `${person} ${week}`,
    label: `${week.slice(2)} ${personName(person)}`,
    at: { value: minutes, low: minutes, high: minutes },
    flagged: minutes > limit,
  }));

function endWords(result: SimulationResult): string {
  const { days, rounds } = result;
  const [plans, ended] = [rounded(result.plans), rounded(result.ended)];
  // Both are known as soon as one plan has ended.
  if (days === null || rounds === null)
    return t('Of {plans} plans {ended} end: none of them ended.', { plans, ended });
  const half = withInterval(days.median, daysText);
  const count = Math.round(rounds.mean.value * 10) / 10;
  return t(
    'Of {plans} plans {ended} end: half of those that end do so within {half}, after {count, plural, one {# round} other {# rounds}} in the mean.',
    { plans, ended, half, count },
  );
}

export function headline(result: SimulationResult): string {
  const late = withInterval(result.breached.share, shareText);
  return `${endWords(result)} ${t('{late} have a task that is late.', { late })}`;
}

export function loadWords({ load }: SimulationResult): string {
  const { managers, minutesPerWeek, overloaded, limit } = load;
  if (minutesPerWeek === null) return t('No manager has anything to do in it.');
  const share = withInterval(overloaded.share, shareText);
  return t(
    '{managers} managers have {minutes} of tasks in the mean of a week in which they have any; {share} of such weeks are above {limit}.',
    {
      managers: rounded(managers),
      minutes: minutesText(minutesPerWeek.mean.value),
      share,
      limit: minutesText(limit),
    },
  );
}

/** The rows of a spread, for a table. */
export const spreadRows = ({ mean, median, p10, p90, max }: Spread, text: (value: number) => string) => [
  [t('Mean'), withInterval(mean, text)],
  [t('Median'), withInterval(median, text)],
  [t('One in ten below'), text(p10)],
  [t('One in ten above'), text(p90)],
  [t('Most'), text(max)],
];

/** The warmest stage is that in which a plan spends most days. */
export function heatPicture(cycle: Cycle, { stages }: SimulationResult): Picture {
  const spent = stages.flatMap(({ stage, daysPerPlan }): [string, number][] => {
    const placed = findStage(cycle, stage);
    const isOpen = placed && isContainer(placed.stage) && !cycle.layout?.[stage]?.collapsed;
    return !placed || isOpen || daysPerPlan === null ? [] : [[stage, daysPerPlan.value]];
  });
  const most = Math.max(...spent.map(([, days]) => days), 0);
  const marks = spent.map(([stage, days]): [string, StageMark] => [
    stage,
    { kind: 'heat', share: most === 0 ? 0 : days / most, text: daysText(days) },
  ]);
  return { marks: { stages: Object.fromEntries(marks), transitions: {} } };
}
