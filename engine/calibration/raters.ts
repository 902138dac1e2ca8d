// RAT-01, RAT-02, RAT-03 and RAT-07: how single raters use the scale, and what the session did to it.
import { commonest, mean, oneDigit, percent, standardDeviation } from './figures.ts';
import { raterFigures } from './rater-figures.ts';
import { type AppraisalRound, givenOf, levelText, type Rated, type RoundFinding, ratedOf } from './round.ts';

const byRater = (rated: readonly Rated[]) => [...Map.groupBy(rated, ({ raterId }) => raterId)];

export function leniency({ appraisals, others = [] }: AppraisalRound): RoundFinding[] {
  const here = new Set(appraisals.map(({ raterId }) => raterId));
  return raterFigures([...appraisals, ...others]).flatMap(
    ({ raterId, count, difference: figure, isFlagged }): RoundFinding[] => {
      if (!isFlagged || figure === null || !here.has(raterId)) return [];
      const direction = figure > 0 ? 'above' : 'below';
      return [
        {
          rule: 'RAT-01',
          about: { kind: 'rater', raterId },
          figure,
          message: `Rates ${oneDigit(Math.abs(figure))} of a level ${direction} the others of the round, over ${count} people. Look at what they saw before you move anything.`,
          hrOnly: false,
        },
      ];
    },
  );
}

const ENOUGH_FOR_TENDENCY = 8;
const MOSTLY = 0.8;
const NARROW = 0.4;
/** The narrow spread is told of scales with five levels; on shorter ones it is ordinary. */
const WIDE_SCALE = 5;

export function centralTendency(round: AppraisalRound): RoundFinding[] {
  const { appraisals, levels } = round;
  return byRater(givenOf(appraisals)).flatMap(([raterId, own]) => {
    if (own.length < ENOUGH_FOR_TENDENCY) return [];
    const given = own.map(({ level }) => level);
    const { value, share } = commonest(given);
    const isNarrow = levels >= WIDE_SCALE && standardDeviation(given) < NARROW;
    if (share < MOSTLY && !isNarrow) return [];
    return [
      {
        rule: 'RAT-02',
        about: { kind: 'rater', raterId },
        figure: share,
        message: `Gave ${percent(share)} of ${own.length} people ${levelText(round, value)}. Ask which of them did most and least.`,
        hrOnly: false,
      },
    ];
  });
}

const ENOUGH_ITEMS = 5;

export function halo({ appraisals }: AppraisalRound): RoundFinding[] {
  const alike = appraisals.filter(
    ({ items = [] }) => items.length >= ENOUGH_ITEMS && new Set(items).size === 1,
  );
  return alike.map(({ planId, items = [] }) => ({
    rule: 'RAT-03',
    about: { kind: 'plans', planIds: [planId] },
    figure: 0,
    message: `All ${items.length} items have the same level. One impression may stand for all of them: look at each by itself.`,
    hrOnly: false,
  }));
}

/** Fewer changes than this say nothing of a rater. */
const ENOUGH_CHANGES = 2;

const changeOf = ({ level, levelBefore }: Rated): number => level - (levelBefore ?? level);

/** The mean change by group, and each rater whose own reports were only raised. */
export function drift({ appraisals }: AppraisalRound): RoundFinding[] {
  const rated = ratedOf(appraisals);
  const groups = [...Map.groupBy(rated, ({ group }) => group)].flatMap(([group, those]): RoundFinding[] => {
    const figure = mean(those.map(changeOf));
    if (figure === 0) return [];
    return [
      {
        rule: 'RAT-07',
        about: { kind: 'group', group },
        figure,
        message: `The session moved this group by ${oneDigit(Math.abs(figure))} of a level ${figure > 0 ? 'up' : 'down'} on average.`,
        hrOnly: false,
      },
    ];
  });
  const raters = byRater(rated).flatMap(([raterId, own]): RoundFinding[] => {
    const changes = own.map(changeOf).filter((change) => change !== 0);
    if (changes.length < ENOUGH_CHANGES || changes.some((change) => change < 0)) return [];
    return [
      {
        rule: 'RAT-07',
        about: { kind: 'rater', raterId },
        figure: mean(own.map(changeOf)),
        message: `The session raised ${changes.length} of this rater's people and lowered none. Was that the evidence, or the advocate?`,
        hrOnly: false,
      },
    ];
  });
  return [...groups, ...raters];
}
