// The appraisal of a plan in sentences: what became of the rating, and what may still be done by when.
import type { Appraisal } from '../app/api/wire.ts';
import { shortDate } from '../app/words/due.ts';
import { listText, t } from '../language/index.ts';
import { outcomeStyle } from '../theme/theme.ts';

type Rating = Appraisal['ratings'][number];
type Voice = Rating['voices'][number];
type Deciding = NonNullable<Appraisal['deciding']>;
type Acknowledgement = Appraisal['acknowledgements'][number];
type Dispute = Appraisal['disputes'][number];

/** Who gave this version, or what was decided on it. */
export function ratingTitle({ kind, decision, by, voices }: Rating): string {
  const name = voices.length > 0 ? listText(voices.map((voice) => voice.by.name)) : by.name;
  if (kind === 'appraisal') return t('Rated by {name}', { name });
  if (kind === 'dispute')
    return decision === 'changed'
      ? t('Changed after the dispute by {name}', { name })
      : t('Kept after the dispute by {name}', { name });
  return decision === 'changed'
    ? t('Changed in the calibration by {name}', { name })
    : t('Kept in the calibration by {name}', { name });
}

const dayOf = (at: string | null): string => (at === null ? '' : shortDate(at));

export function acknowledgementWords({ state, at, by, countsAt }: Acknowledgement): string {
  const name = by?.name ?? '';
  const day = dayOf(at);
  switch (state) {
    case 'waiting':
      return countsAt === null
        ? t('Not signed yet.')
        : t('Not signed yet. Without a word it counts as received on {day}.', { day: dayOf(countsAt) });
    case 'signed':
      return t('{name} signed that it was read, on {day}.', { name, day });
    case 'refused':
      return t('{name} refused to sign on {day}:', { name, day });
    case 'deemed-received':
      return t('Nobody signed: it counts as received since {day}.', { day });
    case 'closed':
      return t('The plan has gone on without a signature.');
  }
}

export function disputeWords({ state, until, at, by }: Dispute): string {
  switch (state) {
    case 'open':
      return until === null
        ? t('It can be disputed.')
        : t('It can be disputed until {day}.', { day: dayOf(until) });
    case 'raised':
      return t('{name} disputed it on {day}:', { name: by?.name ?? '', day: dayOf(at) });
    case 'lapsed':
      return t('Nobody disputed it by {day}.', { day: dayOf(until ?? at) });
  }
}

/** What one of several wished who decided together. */
export function voiceTitle({ by, decision, results, methods }: Voice): string {
  const { name } = by;
  if (decision === 'kept') return t('{name} wished to keep it', { name });
  const wished = [results, methods].flatMap((outcome) => (outcome ? [outcomeStyle[outcome].words] : []));
  return t('{name} wished to change it: {outcomes}', { name, outcomes: wished.join(' · ') });
}

function togetherWords({ open, dueAt, done, needed }: Deciding): string {
  const names = listText(open.map(({ name }) => name));
  const who =
    dueAt === null
      ? t('{names} decide, who did not rate.', { names })
      : t('{names} decide by {day}, who did not rate.', { names, day: dayOf(dueAt) });
  return `${who} ${t('{done} of {needed} have decided. It is changed only as most of them wish.', { done, needed })}`;
}

export function decidingWords(deciding: Deciding): string {
  const { assignee, dueAt, open, needed } = deciding;
  if (needed > 1 && open.length > 0) return togetherWords(deciding);
  if (assignee === null) return t('It waits for somebody who did not rate to decide.');
  return dueAt === null
    ? t('{name} decides, who did not rate.', { name: assignee.name })
    : t('{name} decides by {day}, who did not rate.', { name: assignee.name, day: dayOf(dueAt) });
}

/** Nothing at all to tell: nobody is rated in the plan or said how they see it, and nobody has to be asked. */
export const isEmpty = (appraisal: Appraisal): boolean => {
  const { self, ratings, held, hidden, ofPredecessor, acknowledgements, disputes } = appraisal;
  const isAnything = self !== null || held || hidden || ofPredecessor;
  return !isAnything && ratings.length === 0 && acknowledgements.length === 0 && disputes.length === 0;
};
