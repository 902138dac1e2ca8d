// Which column is what, guessed from the columns' names for a person to correct.
import type { ImportMapping } from '../app/api/wire.ts';
import { t } from '../language/index.ts';

const names = {
  goal: ['goal', 'objective', t('strategic goal')],
  measure: ['indicator', 'measure', 'metric', 'kpi', 'name'],
  measureId: ['id', t('indicator id'), t('measure id')],
  direction: ['desireddirection', t('desired direction'), 'direction'],
  target: ['target', t('goal value'), 'standard'],
  actual: ['actual', 'value', 'result'],
  critical: ['critical', t('critical indicator')],
} as const;

const levels = [
  { names: ['agency', 'department', 'organisation', 'organization'], kind: 'department' },
  { names: ['unit', 'division', 'team', 'bureau'], kind: 'team' },
  { names: ['service', 'process', 'programme', 'program'], kind: 'process' },
];

const find = (columns: string[], wanted: readonly string[]): string | undefined =>
  columns.find((column) => wanted.includes(column.toLowerCase()));

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
    increaseValue: t('Up'),
    decreaseValue: t('Down'),
    target: find(columns, names.target) ?? first,
    actual: find(columns, names.actual) ?? first,
    critical: find(columns, names.critical),
    criticalValue: t('Yes'),
  };
}
