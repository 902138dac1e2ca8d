// What is typed of the measures of a component: read from the plan, put onto what others change meanwhile, and sent as
// what was changed.
import type { JsonObject, Measure, Standards } from '../../../engine/index.ts';
import type { Shape } from '../../goals/measure/kinds.ts';
import { t } from '../../language/index.ts';
import type { Material } from '../material.ts';
import {
  type Base,
  changedFields,
  changeOf,
  type Rebased,
  type RebasedRows,
  type Row,
  rebase,
  rebaseRows,
} from './rebase.ts';

type Days = Pick<Measure, 'effectiveFrom' | 'effectiveTo'>;
export interface MeasureFields extends Shape, Days {
  goalId: string;
  title: string;
  source: string;
}
export type MeasureRow = Row<MeasureFields>;
export interface MeasuresDraft {
  measures: MeasureRow[];
}
type Known = Pick<Material, 'measures' | 'goals'>;

export const blankMeasure = (row: number, goalId: string): MeasureRow => ({
  row,
  id: null,
  goalId,
  title: '',
  kind: 'number',
  unit: '',
  direction: 'increase',
  timeAggregation: 'last',
  weight: 1,
  cadence: null,
  source: 'manual',
});

function readMeasure(measure: Measure): Base<MeasureFields> {
  const { version, goalId, title, kind, unit, direction, timeAggregation } = measure;
  const { weight, per, milestones, cadence, source } = measure;
  const shape = { kind, unit, direction, timeAggregation, weight, per, milestones, cadence };
  const { effectiveFrom = null, effectiveTo = null } = measure;
  return { version, fields: { goalId, title, ...shape, source, effectiveFrom, effectiveTo } };
}

export function measuresNow(
  rows: readonly MeasureRow[],
  { measures, goals }: Known,
): RebasedRows<MeasureFields> {
  const own = measures.filter(({ goalId }) => goals.some(({ id }) => id === goalId));
  return rebaseRows(rows, new Map(own.map((measure) => [measure.id, readMeasure(measure)])));
}

export const beginMeasures = (known: Known): MeasuresDraft => ({ measures: measuresNow([], known).rows });

/** As it would be stored. */
export function measureOf(entry: MeasureRow, { measures }: Pick<Material, 'measures'>): Measure {
  const { row, id, base: _, ...written } = entry;
  const known = measures.find((measure) => measure.id === id);
  const usual = { version: 1, standards: null, critical: false, waived: false, dueFrom: null };
  return { ...usual, missingPolicy: 'exclude', ...known, ...written, id: id ?? `new-${row}` };
}

/** Plain data without the keys that are not set. */
const toJson = (value: object): JsonObject => JSON.parse(JSON.stringify(value));

/** Milestones are only of a measure of their kind. */
function sentOf({ milestones, ...entry }: MeasureRow): JsonObject {
  const shown = entry.kind === 'milestones' ? { ...entry, milestones } : entry;
  return toJson(
    changeOf<MeasureFields>({ ...shown, title: entry.title.trim(), source: entry.source.trim() }),
  );
}

/** Null: its days are sound, or it has none of its own. */
export const daysFault = ({ title, effectiveFrom, effectiveTo }: Days & { title: string }): string | null =>
  effectiveFrom && effectiveTo && effectiveTo < effectiveFrom
    ? t('{measure} would end before it begins. Set its last day later, or the first one earlier.', {
        measure: title.trim(),
      })
    : null;

/** A sentence: what is missing. */
export function measuresResult(measures: readonly MeasureRow[]): JsonObject | string {
  const named = measures.filter((entry) => entry.title.trim() !== '' || entry.id !== null);
  const bad = named.find((entry) => entry.title.trim() === '' || entry.source.trim() === '');
  if (bad)
    return bad.title.trim()
      ? t('{measure} needs a source: where do its figures come from?', { measure: bad.title.trim() })
      : t('A measure needs a title.');
  const backward = named.map(daysFault).find((fault) => fault !== null);
  if (backward) return backward;
  const unnamed = named.find(({ milestones }) => milestones?.some(({ title }) => title.trim() === ''));
  if (unnamed) return t('Each milestone of {measure} needs a title.', { measure: unnamed.title.trim() });
  return { measures: named.map(sentOf) };
}

interface StandardsFields {
  standards: Standards | null;
}
/** Only of measures that somebody has typed into. */
export interface StandardsDraft {
  standards: Record<string, Standards | null>;
  base: Record<string, Base<StandardsFields>>;
}

/** The standard of a measure as it is typed, or as it is. */
export function standardNow(draft: StandardsDraft, measure: Measure): Rebased<StandardsFields> {
  const { id, version, standards } = measure;
  const now = { version, fields: { standards } };
  const typed = draft.standards[id];
  return typed === undefined
    ? { fields: now.fields, base: now, clashes: [] }
    : rebase({ standards: typed }, draft.base[id], now);
}

export const withStandard = (
  draft: StandardsDraft,
  id: string,
  { fields, base }: Pick<Rebased<StandardsFields>, 'fields' | 'base'>,
): StandardsDraft => ({
  standards: { ...draft.standards, [id]: fields.standards },
  base: { ...draft.base, [id]: base },
});

export const isChanged = ({ fields, base }: Rebased<StandardsFields>): boolean =>
  Object.keys(changedFields(fields, base)).length > 0;

export const standardsResult = (draft: StandardsDraft, measures: readonly Measure[]): JsonObject => ({
  standards: measures.flatMap((measure) => {
    const standing = standardNow(draft, measure);
    const { fields, base } = standing;
    return isChanged(standing) ? toJson({ measureId: measure.id, version: base.version, ...fields }) : [];
  }),
});
