// How raters use the scale, and how groups of people came out: the figures behind RAT-01 and RAT-06. Pure.
import {
  ENOUGH_IN_GROUP,
  type GroupFigures,
  groupFigures,
  isLessFavourable,
  outcomes,
  type RoundAppraisal,
  raterFigures,
} from '../../../engine/index.ts';
import { type BoardRow, rounded, row } from './board.ts';
import { LEAST, withheldPlaces, withhold } from './small-groups.ts';

/** How somebody came out, with what is said of them. */
interface Rated {
  level: number;
  attributes: Readonly<Record<string, string>>;
}

/** Those farthest from the others first. A few people tell nothing of a rater, nor does one alone: then the difference is left out. */
export function raterRows(
  appraisals: readonly RoundAppraisal[],
  names: ReadonlyMap<string, string>,
): BoardRow[] {
  const figures = raterFigures(appraisals).map((one) => ({
    ...one,
    difference: one.count >= LEAST ? one.difference : null,
  }));
  const size = ({ difference }: (typeof figures)[number]) =>
    difference === null ? -1 : Math.abs(difference);
  figures.sort((a, b) => size(b) - size(a) || b.count - a.count);
  return figures.map(({ raterId, count, mean, difference, isFlagged }) =>
    row(
      raterId,
      {
        rated: count,
        mean: rounded(mean),
        difference: difference === null ? null : rounded(difference),
        flagged: isFlagged ? 1 : 0,
      },
      { name: names.get(raterId) ?? null },
    ),
  );
}

const levelOf = (outcome: (typeof outcomes)[number]): number => outcomes.indexOf(outcome) + 1;

function groupRow(
  attribute: string,
  own: readonly Rated[],
  { figures, isMarked }: { figures: GroupFigures; isMarked: boolean },
): BoardRow {
  const having = (outcome: (typeof outcomes)[number]) =>
    own.filter(({ level }) => level === levelOf(outcome)).length;
  const ratio = (value: number | null) => (value === null ? null : rounded(value));
  return row(
    JSON.stringify([attribute, figures.value]),
    {
      people: figures.count,
      exceeds: having('exceeds'),
      meets: having('meets'),
      below: having('below'),
      highestRatio: ratio(figures.highestRatio),
      sparedRatio: ratio(figures.sparedRatio),
    },
    {
      name: figures.value,
      detail: isMarked ? 'look' : null,
    },
  );
}

/** Less favourable than the others of ten people and more: in fewer a single rating decides. Rule: RAT-06. */
function marked(rated: readonly Rated[], told: readonly (readonly [string, readonly Rated[]])[]) {
  const figures = groupFigures(
    rated,
    told.filter(([, those]) => those.length >= ENOUGH_IN_GROUP),
  );
  const found = figures.filter(
    ({ highestRatio, sparedRatio }) => isLessFavourable(highestRatio) || isLessFavourable(sparedRatio),
  );
  return new Set(found.map(({ value }) => value));
}

const NO_VALUE = '';

/**
 * The groups of one attribute, those of whom nothing is said as one of them. What is withheld is also no part of the
 * comparison: a ratio to a withheld group would tell of it.
 */
export function groupRows(
  attribute: { id: string; allowed: readonly string[] },
  rated: readonly Rated[],
  least: number,
): BoardRow[] {
  const groups = [...Map.groupBy(rated, ({ attributes }) => attributes[attribute.id] ?? NO_VALUE)];
  const place = ([value]: (typeof groups)[number]) => {
    const at = attribute.allowed.indexOf(value);
    return at < 0 ? attribute.allowed.length : at;
  };
  groups.sort((a, b) => place(a) - place(b));
  const hidden = withheldPlaces(
    groups.map(([, those]) => those.length),
    least,
  );
  const told = groups.filter((_, index) => !hidden.has(index));
  const compared = groupFigures(rated, told);
  const toLookAt = marked(rated, told);
  const rows = groups.map(([value, those]) =>
    groupRow(attribute.id, those, {
      figures: compared.find((one) => one.value === value) ?? {
        value,
        count: those.length,
        ...{ highest: 0, lowest: 0, highestRatio: null, sparedRatio: null },
      },
      isMarked: toLookAt.has(value),
    }),
  );
  return withhold(rows, ({ values }) => values.people ?? 0, least);
}
