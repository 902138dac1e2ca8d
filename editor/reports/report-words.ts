// The answers of the reports in words, from the same figures that their charts and tables show.
import { displayScore } from '../../engine/index.ts';
import type { OutcomeReport, RollUpItem } from '../app/api/wire.ts';
import { plural } from '../app/words/due.ts';
import type { WaitLine } from './wait-lines.ts';

const outcomeVerbs = { below: 'below', meets: 'meeting', exceeds: 'exceeding' } as const;

type OutcomeItem = OutcomeReport['items'][number];

const judgedOf = ({ below, meets, exceeds }: OutcomeItem): number => below + meets + exceeds;
const sum = (items: OutcomeItem[], key: keyof Omit<OutcomeItem, 'kind'>): number =>
  items.reduce((total, item) => total + item[key], 0);

export function outcomeWords(items: OutcomeItem[]): string {
  const judged = items.reduce((total, item) => total + judgedOf(item), 0);
  const none = sum(items, 'notScored');
  const notScored = none > 0 ? `${plural(none, 'plan')} ended without a score.` : '';
  if (judged === 0) return notScored || 'No plan has come out yet.';
  const good = sum(items, 'meets') + sum(items, 'exceeds');
  const exceeding = sum(items, 'exceeds');
  const more = exceeding > 0 ? `, ${exceeding} of them more than expected` : '';
  return [
    `${good} of ${plural(judged, 'plan')} came out as expected or better${more}; ${sum(items, 'below')} came out below.`,
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
  if (days < 1) return 'less than a day';
  const rounded = days < 10 ? Math.round(days * 10) / 10 : Math.round(days);
  return `${rounded} ${rounded === 1 ? 'day' : 'days'}`;
};

export function waitWords(lines: WaitLine[]): string {
  const longest = largest(lines, ({ medianDays }) => medianDays ?? 0);
  const fullest = largest(lines, ({ now }) => now);
  const parts = [
    longest?.medianDays && longest.medianDays >= shortestDays
      ? `Half of the stays in “${longest.stageName}” take ${daysText(longest.medianDays)} or longer; no other stage keeps plans longer.`
      : lines.length > 0 && 'No plan has stayed anywhere long enough to be counted in days.',
    fullest && `Most plans are now in “${fullest.stageName}”: ${fullest.now}.`,
  ];
  return parts.filter(Boolean).join(' ') || 'No plan has been started yet.';
}

export function standingWords(whole: RollUpItem | null, parts: RollUpItem[]): string {
  const scored = parts.filter(({ score }) => score !== null);
  const below = scored.filter(({ outcome }) => outcome === 'below').length;
  const lowest = scored.toSorted((a, b) => (a.score ?? 0) - (b.score ?? 0))[0];
  const said = [
    whole?.score != null &&
      whole.outcome &&
      `${whole.name} scores ${displayScore(whole.score)}, ${outcomeVerbs[whole.outcome]} expectations, from ${Math.round(whole.coverage * 100)} % of what it could measure.`,
    scored.length > 0 &&
      `${scored.length - below} of its ${plural(scored.length, 'scored part')} meet or exceed expectations.`,
    lowest?.outcome === 'below' && `${lowest.name} is lowest with ${displayScore(lowest.score ?? 0)}.`,
    parts.length > scored.length && `${parts.length - scored.length} could not be scored.`,
  ];
  return (
    said.filter(Boolean).join(' ') || 'Nothing can be scored yet: no measure has a standard and a value.'
  );
}
