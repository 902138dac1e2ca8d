// RAT-04, RAT-05, RAT-08, RAT-09 and RAT-11: single appraisals that cannot be released as they are.
import { daysBetween } from '../time/instant.ts';
import { percent, shareOf } from './figures.ts';
import {
  type AppraisalRound,
  givenOf,
  levelText,
  type Rated,
  type RoundAppraisal,
  type RoundFinding,
  ratedOf,
} from './round.ts';

const about = (...those: readonly RoundAppraisal[]): RoundFinding['about'] => ({
  kind: 'plans',
  planIds: those.map(({ planId }) => planId),
});

const FAR_APART = 2;

export const selfGap = ({ appraisals }: AppraisalRound): RoundFinding[] =>
  givenOf(appraisals).flatMap((one) => {
    const gap = one.selfLevel == null ? 0 : one.selfLevel - one.level;
    if (Math.abs(gap) < FAR_APART) return [];
    return [
      {
        rule: 'RAT-04',
        about: about(one),
        figure: gap,
        message: `Rates ${Math.abs(gap)} levels ${gap > 0 ? 'higher' : 'lower'} than the manager does. Let both talk before the release.`,
        hrOnly: false,
      },
    ];
  });

const LAST_PART = 0.25;
const TOO_RECENT = 0.7;

export const recency = ({ appraisals, period }: AppraisalRound): RoundFinding[] => {
  const days = daysBetween(period.start, period.end) + 1;
  return appraisals.flatMap((one) => {
    const { evidence = [] } = one;
    const figure = shareOf(evidence, (day) => daysBetween(day, period.end) < days * LAST_PART);
    if (evidence.length < 2 || figure <= TOO_RECENT) return [];
    return [
      {
        rule: 'RAT-05',
        about: about(one),
        figure,
        message: `${percent(figure)} of the evidence is from the last quarter of the period. Look for what happened before.`,
        hrOnly: false,
      },
    ];
  });
};

const ENOUGH_EVIDENCE = 2;

export const unsupported = ({ appraisals, meetsLevel }: AppraisalRound): RoundFinding[] =>
  ratedOf(appraisals).flatMap((one) => {
    const count = one.evidence?.length ?? 0;
    if (one.level === meetsLevel || count >= ENOUGH_EVIDENCE) return [];
    return [
      {
        rule: 'RAT-08',
        about: about(one),
        figure: count,
        message: `A rating ${one.level < meetsLevel ? 'below' : 'above'} the standard rests on ${count === 0 ? 'no evidence' : 'one piece of evidence'}. Link at least ${ENOUGH_EVIDENCE}, or rate anew.`,
        hrOnly: false,
      },
    ];
  });

const departs = (one: Rated): boolean => one.scoredLevel != null && one.scoredLevel !== one.level;

export const contradiction = (round: AppraisalRound): RoundFinding[] =>
  ratedOf(round.appraisals)
    .filter((one) => departs(one) && !one.reason?.trim())
    .map((one) => ({
      rule: 'RAT-09',
      about: about(one),
      figure: one.level - (one.scoredLevel ?? one.level),
      message: `The score stands for ${levelText(round, one.scoredLevel ?? one.level)}, the rating is ${levelText(round, one.level)}, and no reason is given. Give one, or follow the score.`,
      hrOnly: false,
    }));

const plainWords = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

export const copiedComments = ({ appraisals }: AppraisalRound): RoundFinding[] =>
  [...Map.groupBy(appraisals, ({ comment = '' }) => plainWords(comment))]
    .filter(([comment, those]) => comment !== '' && new Set(those.map(({ subjectId }) => subjectId)).size > 1)
    .map(([, those]) => ({
      rule: 'RAT-11',
      about: about(...those),
      figure: those.length,
      message: `${those.length} people have the same comment, word for word. Say of each what only they did.`,
      hrOnly: false,
    }));
