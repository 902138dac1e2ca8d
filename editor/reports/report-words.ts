// The answers of the reports in words, from the same figures that their charts and tables show.

import type { RollUpItem } from '../app/api/wire.ts';
import { scoreText } from '../app/words/score.ts';
import { t } from '../language/index.ts';
import type { WaitLine } from './wait-lines.ts';

export type OutcomeItem = Record<'below' | 'meets' | 'exceeds' | 'notScored', number>;

const judgedOf = ({ below, meets, exceeds }: OutcomeItem): number => below + meets + exceeds;
const sum = (items: OutcomeItem[], key: keyof OutcomeItem): number =>
  items.reduce((total, item) => total + item[key], 0);

export function outcomeWords(items: OutcomeItem[]): string {
  const judged = items.reduce((total, item) => total + judgedOf(item), 0);
  const none = sum(items, 'notScored');
  const notScored =
    none > 0
      ? t('{count, plural, one {# plan} other {# plans}} ended without a score.', { count: none })
      : '';
  if (judged === 0) return notScored || t('No plan has come out yet.');
  const good = sum(items, 'meets') + sum(items, 'exceeds');
  const exceeding = sum(items, 'exceeds');
  return [
    t(
      '{good} of {judged, plural, one {# plan} other {# plans}} came out as expected or better{exceeding, plural, =0 {} other {, {exceeding} of them more than expected}}; {below} came out below.',
      { good, judged, exceeding, below: sum(items, 'below') },
    ),
    notScored,
  ]
    .filter(Boolean)
    .join(' ');
}

/** The first of the largest; null when all are nothing. */
function largest(lines: WaitLine[], size: (line: WaitLine) => number): WaitLine | null {
  const found = lines.reduce<WaitLine | null>(
    (best, line) => (!best || size(line) > size(best) ? line : best),
    null,
  );
  return found && size(found) > 0 ? found : null;
}

/** Below an hour or so a stay is as good as none. */
export const shortestDays = 0.05;

export const daysText = (days: number): string => {
  if (days < 1) return t('less than a day');
  const rounded = days < 10 ? Math.round(days * 10) / 10 : Math.round(days);
  return t('{count, plural, one {# day} other {# days}}', { count: rounded });
};

export function waitWords(lines: WaitLine[]): string {
  const longest = largest(lines, ({ medianDays }) => medianDays ?? 0);
  const fullest = largest(lines, ({ now }) => now);
  const parts = [
    longest?.medianDays && longest.medianDays >= shortestDays
      ? t('Half of the stays in “{stage}” take {days} or longer; no other stage keeps plans longer.', {
          stage: longest.stageName,
          days: daysText(longest.medianDays),
        })
      : lines.length > 0 && t('No plan has stayed anywhere long enough to be counted in days.'),
    fullest &&
      t('Most plans are now in “{stage}”: {count}.', { stage: fullest.stageName, count: fullest.now }),
  ];
  return parts.filter(Boolean).join(' ') || t('No plan has been started yet.');
}

export function standingWords(whole: RollUpItem | null, all: RollUpItem[]): string {
  const parts = all.filter(({ withheld }) => !withheld);
  if (all.length > 0 && parts.length === 0 && (whole === null || whole.withheld))
    return t('Scores are withheld: they are for those who may read the goals of the components.');
  const scored = parts.filter(({ score }) => score !== null);
  const below = scored.filter(({ outcome }) => outcome === 'below').length;
  const lowest = scored.toSorted((a, b) => (a.score ?? 0) - (b.score ?? 0))[0];
  const said = [
    whole?.score != null &&
      whole.outcome &&
      t(
        '{name} scores {score}, {outcome, select, below {below} meets {meeting} other {exceeding}} expectations, from {percent} % of what it could measure.',
        {
          name: whole.name,
          score: scoreText(whole.score),
          outcome: whole.outcome,
          percent: Math.round((whole.coverage ?? 0) * 100),
        },
      ),
    scored.length > 0 &&
      t(
        '{good} of its {scored, plural, one {# scored part} other {# scored parts}} meet or exceed expectations.',
        { good: scored.length - below, scored: scored.length },
      ),
    lowest?.outcome === 'below' &&
      t('{name} is lowest with {score}.', { name: lowest.name, score: scoreText(lowest.score ?? 0) }),
    parts.length > scored.length &&
      t('{count} could not be scored.', { count: parts.length - scored.length }),
  ];
  return (
    said.filter(Boolean).join(' ') || t('Nothing can be scored yet: no measure has a standard and a value.')
  );
}
