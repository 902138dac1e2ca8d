// Walks of a plan through a cycle by events that mostly lead somewhere, so that two cycles can be held side by side.
import fc from 'fast-check';
import {
  acceptedEvents,
  advance,
  type CompiledCycle,
  type Cycle,
  compileCycle,
  type JsonObject,
  type Plan,
  type Step,
  startPlan,
} from '../../engine/index.ts';
import { eventTypes } from './arbitrary-cycle.ts';
import { someFacts } from './given.ts';

export interface Chosen {
  number: number;
  data: JsonObject;
}
export const picks: fc.Arbitrary<Chosen[]> = fc.array(
  fc.record({
    number: fc.nat(1000),
    data: fc.constantFrom<JsonObject>({}, { result: { ok: true } }, { result: { ok: false } }),
  }),
  { maxLength: 8 },
);

const situation = { at: '2026-02-05T09:00:00.000Z', facts: someFacts };
const newPlan = { id: 'p', componentId: 'parks', period: { start: '2026-01-01', end: '2026-12-31' } };

function typeFor(compiled: CompiledCycle, plan: Plan, number: number): string {
  const timers = Object.keys(plan.timers).map((id) => `timer.${id}`);
  const accepted = acceptedEvents(compiled, plan).map((type) => type.replace(/\*$/, 'more'));
  const types = [...accepted, ...accepted, ...timers, ...eventTypes, 'go.more'];
  return types[number % types.length] ?? 'go';
}

/** The steps of one plan through both cycles, by the events that the first one offers. */
export function stepsOfBoth(one: Cycle, other: Cycle, chosen: readonly Chosen[]): [Step, Step][] {
  const [first, second] = [compileCycle(one, 1), compileCycle(other, 1)];
  const starts: [Step, Step] = [startPlan(first, newPlan, situation), startPlan(second, newPlan, situation)];
  const steps = [starts];
  let [mine, theirs] = starts;
  for (const { number, data } of chosen) {
    if (mine.kind === 'rejected' || theirs.kind === 'rejected') break;
    const event = { id: `e${steps.length}`, type: typeFor(first, mine.plan, number), data };
    const next: [Step, Step] = [
      advance(first, mine.plan, event, situation),
      advance(second, theirs.plan, event, situation),
    ];
    steps.push(next);
    if (next[0].kind === 'rejected' && next[0].reason.code === 'too-many-steps') break;
    if (next[0].kind === 'moved') mine = next[0];
    if (next[1].kind === 'moved') theirs = next[1];
  }
  return steps;
}

/** What has to be the same on both sides: all of a step that moved, and why one was refused. */
export const essence = (step: Step): unknown => (step.kind === 'moved' ? step : step.reason.code);
