// Random plans under way: a cycle, events drawn by numbers, and the history that they leave.
import fc from 'fast-check';
import {
  acceptedEvents,
  advance,
  type CompiledCycle,
  type Cycle,
  type JsonObject,
  type Plan,
  type Situation,
  type StayLine,
  type Step,
  startPlan,
} from '../../engine/index.ts';
import { arbitraryCycle } from './arbitrary-cycle.ts';
import { someFacts } from './given.ts';

interface Choice {
  pick: number;
  data: JsonObject;
  hours: number;
}

export const arbitraryChoices: fc.Arbitrary<Choice[]> = fc.array(
  fc.record({
    pick: fc.nat(1000),
    data: fc.constantFrom<JsonObject>({}, { result: { ok: true } }, { result: { ok: false } }),
    hours: fc.nat(100),
  }),
  { maxLength: 8 },
);

/** Most cycles have an end that can be reached from everywhere; without one every plan would be blocked. */
export const arbitraryEndingCycle: fc.Arbitrary<Cycle> = fc
  .tuple(arbitraryCycle, fc.integer({ min: 0, max: 9 }))
  .map(([cycle, number]) =>
    number === 0
      ? cycle
      : {
          ...cycle,
          stages: { ...cycle.stages, end: { type: 'final' as const, outcome: 'stopped' } },
          on: { ...cycle.on, stop: [{ to: 'end' }] },
        },
  );

export const instantAfter = (hours: number): string =>
  new Date(Date.parse('2026-01-05T09:00:00.000Z') + hours * 3_600_000).toISOString();

export const situationAt = (at: string): Situation => ({ at, facts: someFacts });

export interface Live {
  plan: Plan;
  lines: StayLine[];
  at: string;
}

export const lineOf = (type: string, at: string, { moves }: Extract<Step, { kind: 'moved' }>): StayLine => ({
  at,
  type,
  left: moves.left,
  entered: moves.entered,
  carried: [],
});

const newPlan = { id: 'p', componentId: 'parks', period: { start: '2026-01-01', end: '2026-12-31' } };

function nextType(compiled: CompiledCycle, plan: Plan, pick: number): string {
  const timers = Object.keys(plan.timers).map((id) => `timer.${id}`);
  const accepted = acceptedEvents(compiled, plan).filter((type) => type !== 'stop');
  const types = [...accepted, ...timers];
  return types[pick % Math.max(1, types.length)] ?? 'nothing.known';
}

/** Null when the plan cannot start or has come to its end. */
export function liveAfter(compiled: CompiledCycle, choices: readonly Choice[]): Live | null {
  const first = startPlan(compiled, newPlan, situationAt(instantAfter(0)));
  if (first.kind === 'rejected') return null;
  const live: Live = {
    plan: first.plan,
    lines: [lineOf('plan.started', instantAfter(0), first)],
    at: instantAfter(0),
  };
  let hours = 0;
  for (const { pick, data, hours: wait } of choices) {
    hours += wait;
    const at = instantAfter(hours);
    const type = nextType(compiled, live.plan, pick);
    const event = { id: `e${live.plan.revision}`, type, data };
    const step = advance(compiled, live.plan, event, situationAt(at));
    live.at = at;
    if (step.kind === 'rejected') {
      if (step.reason.code === 'too-many-steps') break;
      continue;
    }
    live.lines.push(lineOf(type, at, step));
    live.plan = JSON.parse(JSON.stringify(step.plan));
  }
  return live.plan.status === 'active' ? live : null;
}
