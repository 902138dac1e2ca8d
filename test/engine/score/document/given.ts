// Documents to score, from only what an example is about.
import {
  type DocumentScores,
  type NodeReport,
  type Problem,
  scoreDocument,
} from '../../../../engine/index.ts';

type Row = Record<string, unknown>;
export type Given = Record<string, unknown>;

export const year = { start: '2025-01-01', end: '2025-12-31' };
/** Values from 0 to 120 score themselves. */
export const itself = [
  [0, 0],
  [100, 100],
  [120, 120],
];

export const measure = (id: string, more: Row = {}): Row => ({ id, goalId: 'goal', curve: itself, ...more });
export const observed = (measureId: string, value: unknown, more: Row = {}): Row => ({
  id: `o-${measureId}`,
  measureId,
  periodStart: year.start,
  periodEnd: year.end,
  value,
  ...more,
});

/** One component with one goal, unless the example says otherwise. */
export const aDocument = (given: Given): Given => ({
  window: year,
  components: [{ id: 'unit', kind: 'team' }],
  goals: [{ id: 'goal', componentId: 'unit' }],
  ...given,
});

export function scored(given: Given): DocumentScores {
  const reading = scoreDocument(aDocument(given));
  if (reading.kind === 'refused') throw new Error(reading.problems.map((one) => one.message).join('\n'));
  return reading;
}

export const nodesOf = (given: Given): Record<string, NodeReport> => scored(given).nodes;

export function nodeOf(given: Given, id: string): NodeReport {
  const node = nodesOf(given)[id];
  if (node === undefined) throw new Error(`There is no node ${id}.`);
  return node;
}

export function faultsOf(given: Given): Pick<Problem, 'code' | 'pointer' | 'message'>[] {
  const reading = scoreDocument(aDocument(given));
  if (reading.kind === 'scored') throw new Error('The document was scored.');
  return reading.problems.map(({ code, pointer, message }) => ({ code, pointer, message }));
}

export const figures = ({ score, outcome, outcomeReason, coverage }: NodeReport) => ({
  score,
  outcome,
  outcomeReason,
  coverage,
});
