// The decisions that a step rests on, as the history keeps them: each once, and none of them large.

import type { DecisionTrace } from '../../model/decision.ts';
import type { Effect } from '../../model/effect.ts';
import { grouped } from '../../model/grouped.ts';
import type { Json } from '../../model/json.ts';
import { type Draft, keepTraces } from './draft.ts';

const maxTraces = 50;
const maxValueSize = 500;

/** A large list or context is told by its size: what it held is in the facts of that day. */
function small(json: Json): Json {
  if (json === null || typeof json === 'number' || typeof json === 'boolean') return json;
  const size = JSON.stringify(json).length;
  if (size <= maxValueSize) return json;
  return typeof json === 'string' ? `${json.slice(0, maxValueSize)}…` : `… (${grouped(size)} characters)`;
}

const shortened = ({ decision, inputs, rows, value, problems }: DecisionTrace): DecisionTrace => ({
  decision,
  inputs: inputs.map((input) => ({ label: input.label, value: small(input.value) })),
  rows: rows.slice(0, maxTraces),
  value: small(value),
  problems,
});

/** Empty when the step looked at no decision. */
export function recordDecisions(draft: Draft): Effect[] {
  keepTraces(draft);
  if (draft.traces.length === 0) return [];
  const traces = new Map(draft.traces.map((trace) => [JSON.stringify(trace), trace]));
  const decisions = [...traces.values()].slice(0, maxTraces).map(shortened);
  return [{ type: 'record-decisions', decisions }];
}
