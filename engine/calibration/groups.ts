// RAT-06, RAT-10 and RAT-12: the round as a whole: groups compared, completeness, and whether the scale works.
import { grouped } from '../model/grouped.ts';
import { percent, shareOf } from './figures.ts';
import { type AppraisalRound, givenOf, type Rated, type RoundFinding, ratedOf } from './round.ts';

export const ENOUGH_IN_GROUP = 10;
/** The four-fifths rule: Uniform Guidelines on Employee Selection Procedures, 29 CFR 1607.4 D. */
const FOUR_FIFTHS = 0.8;

type Level = Pick<Rated, 'level'>;

interface Band {
  name: 'highest' | 'lowest';
  /** Share of the group that is spared the disadvantage: has the highest, or does not have the lowest. */
  rate(those: readonly Level[]): number;
}

const bandsOf = (rated: readonly Level[]): Band[] => {
  const given = rated.map(({ level }) => level);
  const [highest, lowest] = [Math.max(...given), Math.min(...given)];
  if (highest === lowest) return [];
  return [
    { name: 'highest', rate: (those) => shareOf(those, ({ level }) => level === highest) },
    { name: 'lowest', rate: (those) => shareOf(those, ({ level }) => level !== lowest) },
  ];
};

export interface GroupFigures {
  value: string;
  count: number;
  /** Of the group, who has the highest and the lowest level given. */
  highest: number;
  lowest: number;
  /** Beside the best group: having the highest level, and being spared the lowest. Null: there is only one level. */
  highestRatio: number | null;
  sparedRatio: number | null;
}

const besideBest = (rates: readonly number[]): number[] => {
  const best = Math.max(...rates);
  return rates.map((rate) => (best === 0 ? 1 : rate / best));
};

/** Groups beside each other; the scale's ends are those that anybody in `rated` was given. */
export function groupFigures(
  rated: readonly Level[],
  groups: readonly (readonly [string, readonly Level[]])[],
): GroupFigures[] {
  const [top, bottom] = bandsOf(rated);
  const ratios = (band: Band | undefined) =>
    band ? besideBest(groups.map(([, those]) => band.rate(those))) : [];
  const [highest, spared] = [ratios(top), ratios(bottom)];
  return groups.map(([value, those], index) => ({
    value,
    count: those.length,
    highest: top?.rate(those) ?? 0,
    lowest: bottom ? 1 - bottom.rate(those) : 0,
    highestRatio: highest[index] ?? null,
    sparedRatio: spared[index] ?? null,
  }));
}

/** Less favourable than four fifths of the best group. */
export const isLessFavourable = (ratio: number | null): boolean => ratio !== null && ratio < FOUR_FIFTHS;

const found = (
  attribute: string,
  { value, count }: GroupFigures,
  band: { name: string; share: number; ratio: number | null },
): RoundFinding[] =>
  isLessFavourable(band.ratio)
    ? [
        {
          rule: 'RAT-06',
          about: { kind: 'attribute', attribute, value },
          figure: band.ratio,
          message: `${percent(band.share)} of ${grouped(count)} people of this group have the ${band.name} level given: less favourable than four fifths of the best group. HR looks at the evidence before the release.`,
          hrOnly: true,
        },
      ]
    : [];

/** Groups with fewer people are left out: a few ratings would decide. */
export function groupDifference({ appraisals }: AppraisalRound): RoundFinding[] {
  const rated = ratedOf(appraisals);
  const attributes = new Set(rated.flatMap(({ attributes = {} }) => Object.keys(attributes)));
  return [...attributes].sort().flatMap((attribute) => {
    const groups = [...Map.groupBy(rated, ({ attributes = {} }) => attributes[attribute])].flatMap(
      ([value, those]): (readonly [string, Rated[]])[] =>
        value !== undefined && those.length >= ENOUGH_IN_GROUP ? [[value, those]] : [],
    );
    if (groups.length < 2) return [];
    const figures = groupFigures(rated, groups);
    return [
      ...figures.flatMap((one) =>
        found(attribute, one, { name: 'highest', share: one.highest, ratio: one.highestRatio }),
      ),
      ...figures.flatMap((one) =>
        found(attribute, one, { name: 'lowest', share: one.lowest, ratio: one.sparedRatio }),
      ),
    ];
  });
}

/** A share alone says little of a few people: they are counted. */
function howFarRated(count: number, share: number, needed: string): string {
  const rated = Math.round(share * count);
  if (count === 1) return 'The one person here is not rated yet.';
  if (rated === 0) return `Nobody of ${grouped(count)} people is rated yet; ${needed} are needed.`;
  if (rated === 1)
    return `One of ${grouped(count)} people is rated (${percent(share)}); ${needed} are needed.`;
  return `${grouped(rated)} of ${grouped(count)} people are rated (${percent(share)}); ${needed} are needed.`;
}

export function completion({ appraisals, neededShare }: AppraisalRound): RoundFinding[] {
  const groups = [...Map.groupBy(appraisals, ({ group }) => group)].flatMap(
    ([group, those]): RoundFinding[] => {
      const figure = shareOf(those, ({ level }) => level !== null);
      if (figure >= neededShare) return [];
      return [
        {
          rule: 'RAT-10',
          about: { kind: 'group', group },
          figure,
          message: howFarRated(those.length, figure, percent(neededShare)),
          hrOnly: false,
        },
      ];
    },
  );
  const late = [...Map.groupBy(appraisals, ({ raterId }) => raterId)].flatMap(
    ([raterId, own]): RoundFinding[] => {
      const figure = own.filter(({ level, overdue }) => overdue && level === null).length;
      if (figure === 0) return [];
      return [
        {
          rule: 'RAT-10',
          about: { kind: 'rater', raterId },
          figure,
          message: `${figure === 1 ? 'One appraisal is' : `${figure} appraisals are`} overdue.`,
          hrOnly: false,
        },
      ];
    },
  );
  return [...groups, ...late];
}

const FEWEST_LEVELS = 3;
/** Fewer ratings than this may well lie close together. */
const ENOUGH_FOR_SCALE = 10;

export function narrowScale({ appraisals, levels }: AppraisalRound): RoundFinding[] {
  const rated = givenOf(appraisals);
  const used = new Set(rated.map(({ level }) => level)).size;
  if (levels < FEWEST_LEVELS || rated.length < ENOUGH_FOR_SCALE || used >= FEWEST_LEVELS) return [];
  return [
    {
      rule: 'RAT-12',
      about: { kind: 'round' },
      figure: used,
      message: `Only ${used} of ${levels} levels were used over ${rated.length} ratings: the scale tells nobody apart. Sharpen what its levels stand for.`,
      hrOnly: false,
    },
  ];
}
