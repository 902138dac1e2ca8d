// Which column is what, guessed from the columns' names for a person to correct.
import type { ImportMapping } from '../app/api/wire.ts';

const names = {
  goal: /^(?:goal|objective|strategic goal)$/i,
  measure: /^(?:indicator|measure|metric|kpi|name)$/i,
  measureId: /^(?:id|indicator id|measure id)$/i,
  direction: /^(?:desireddirection|desired direction|direction)$/i,
  target: /^(?:target|goal value|standard)$/i,
  actual: /^(?:actual|value|result)$/i,
  critical: /^(?:critical|critical indicator)$/i,
} as const;

const levels = [
  { names: /^(?:agency|department|organisation|organization)$/i, kind: 'department' },
  { names: /^(?:unit|division|team|bureau)$/i, kind: 'team' },
  { names: /^(?:service|process|programme|program)$/i, kind: 'process' },
];

const find = (columns: string[], wanted: RegExp): string | undefined =>
  columns.find((column) => wanted.test(column));

/** Every needed column is given; where nothing fits, it is the first column, so that a person sees it is wrong. */
export function guessMapping(columns: string[]): ImportMapping {
  const first = columns[0] ?? '';
  const found = levels.flatMap(({ names: wanted, kind }) => {
    const column = find(columns, wanted);
    return column ? [{ column, kind }] : [];
  });
  return {
    path: found.length > 0 ? found : [{ column: first, kind: 'department' }],
    goal: find(columns, names.goal) ?? first,
    measure: find(columns, names.measure) ?? first,
    measureId: find(columns, names.measureId),
    direction: find(columns, names.direction) ?? first,
    increaseValue: 'Up',
    decreaseValue: 'Down',
    target: find(columns, names.target) ?? first,
    actual: find(columns, names.actual) ?? first,
    critical: find(columns, names.critical),
    criticalValue: 'Yes',
  };
}
