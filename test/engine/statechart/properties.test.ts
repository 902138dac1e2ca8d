import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  acceptedEvents,
  advance,
  type CompiledCycle,
  type Cycle,
  compileCycle,
  formatCycle,
  type JsonObject,
  type Plan,
  type PlanEvent,
  parseCycle,
  type Situation,
  type Step,
  startPlan,
} from '../../../engine/index.ts';
import { withMemory } from '../../../engine/statechart/compile-cycle.ts';
import { arbitraryCycle, eventTypes } from '../../support/arbitrary-cycle.ts';
import { someFacts } from '../../support/given.ts';

/** One of what the plan waits for most of the time, by number; sometimes something else. */
interface Choice {
  pick: number;
  data: JsonObject;
  hours: number;
}
const choices: fc.Arbitrary<Choice[]> = fc.array(
  fc.record({
    pick: fc.nat(1000),
    data: fc.constantFrom<JsonObject>(
      {},
      { result: { ok: true } },
      { result: { ok: false } },
      { activation: 1 },
    ),
    hours: fc.nat(400),
  }),
  { maxLength: 12 },
);

function eventFor(compiled: CompiledCycle, plan: Plan, { pick, data }: Choice): PlanEvent {
  const timers = Object.keys(plan.timers).map((id) => `timer.${id}`);
  const accepted = acceptedEvents(compiled, plan);
  const types = [...accepted, ...accepted, ...timers, ...eventTypes, 'nothing.known'];
  return { id: `e${plan.revision}`, type: types[pick % types.length] ?? 'go', data };
}

const hour = (hours: number): Situation => ({
  at: `20${26 + Math.floor(hours / 8760)}-0${1 + (Math.floor(hours / 720) % 9)}-05T09:00:00.000Z`,
  facts: someFacts,
});

const newPlan = { id: 'p', componentId: 'parks', period: { start: '2026-01-01', end: '2026-12-31' } };

interface Visit {
  plan: Plan;
  event: PlanEvent;
  at: Situation;
  step: Step;
}

/** Every step of a walk; a rejected step leaves the plan where it was. */
function walk(compiled: CompiledCycle, moves: readonly Choice[]): Visit[] {
  const start = startPlan(compiled, newPlan, hour(0));
  if (start.kind === 'rejected') return [];
  const visits: Visit[] = [];
  let plan = start.plan;
  let hours = 0;
  for (const choice of moves) {
    hours += choice.hours;
    const event = eventFor(compiled, plan, choice);
    const step = advance(compiled, plan, event, hour(hours));
    visits.push({ plan, event, at: hour(hours), step });
    if (step.kind === 'moved') plan = step.plan;
    // An endless step takes long to be found out, and one of them in a walk is enough.
    else if (step.reason.code === 'too-many-steps') break;
  }
  return visits;
}

/** One set of walks for all properties: the same cycles and events in every run. */
const walks = fc
  .sample(fc.tuple(arbitraryCycle, choices), { numRuns: 150, seed: 20260105 })
  .map(([cycle, moves]) => {
    const compiled = compileCycle(cycle, 1);
    return { cycle, compiled, visits: walk(compiled, moves) };
  });

function forAllSteps(check: (visit: Visit, compiled: CompiledCycle, cycle: Cycle) => void, share = 1): void {
  for (const [number, { cycle, compiled, visits }] of walks.entries()) {
    if (number % share === 0) for (const visit of visits) check(visit, compiled, cycle);
  }
}

type Moved = Extract<Step, { kind: 'moved' }>;
const forAllMoves = (check: (visit: Visit & { step: Moved }, cycle: Cycle) => void): void =>
  forAllSteps((visit, _, cycle) => {
    const { step } = visit;
    if (step.kind === 'moved') check({ ...visit, step }, cycle);
  });

test('no event makes a step throw, and the walks get somewhere', () => {
  const kinds = walks.flatMap(({ visits }) => visits.map(({ step }) => step.kind));
  expect(kinds.filter((kind) => kind === 'moved').length).toBeGreaterThan(200);
  expect(kinds.filter((kind) => kind === 'rejected').length).toBeGreaterThan(50);
});

test('the same inputs give byte-equal steps, also in a cycle compiled anew', () => {
  forAllSteps(({ plan, event, at, step }, _, cycle) => {
    const again = advance(compileCycle(cycle, 1), structuredClone(plan), event, at);
    expect(JSON.stringify(again)).toBe(JSON.stringify(step));
  }, 3);
});

test('the steps are the same when they are remembered', () => {
  for (const { compiled, visits } of walks) {
    const remembering = withMemory(compiled);
    for (const { plan, event, at, step } of [...visits, ...visits])
      expect(JSON.stringify(advance(remembering, plan, event, at))).toBe(JSON.stringify(step));
  }
});

test('a plan survives storage as JSON', () => {
  forAllSteps(({ plan, event, at, step }, compiled) => {
    const stored: Plan = JSON.parse(JSON.stringify(plan));
    expect(advance(compiled, stored, event, at)).toEqual(step);
  }, 3);
});

test('a step leaves the plan it was given as it was', () => {
  forAllSteps(({ plan, event, at }, compiled) => {
    const before = JSON.stringify(plan);
    advance(compiled, plan, event, at);
    expect(JSON.stringify(plan)).toBe(before);
  }, 3);
});

test('a rejected step carries a reason and nothing else', () => {
  forAllSteps(({ step }) => {
    if (step.kind === 'rejected') expect(Object.keys(step)).toEqual(['kind', 'reason']);
  });
});

test('each step counts one revision and one activation for every stage entered', () => {
  forAllMoves(({ plan, step }) => {
    expect(step.plan.revision).toBe(plan.revision + 1);
    expect(step.plan.activations).toBe(plan.activations + step.moves.entered.length);
  });
});

test('the stages left and entered lead from where the plan was to where it is', () => {
  forAllMoves(({ plan, step }, cycle) => {
    const counts = new Map<string, number>();
    const count = (ids: Iterable<string>, by: number) => {
      for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + by);
    };
    count(withContainers(cycle, plan.stage), 1);
    count(step.moves.entered, 1);
    count(step.moves.left, -1);
    const active = [...counts].filter(([, times]) => times !== 0);
    expect(new Map(active)).toEqual(
      new Map([...withContainers(cycle, step.plan.stage)].map((id) => [id, 1])),
    );
  });
});

function valueAt(document: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], document);
}

test('a step names the transitions it took, and enters nothing without one', () => {
  forAllMoves(({ step }, cycle) => {
    const { entered, left, transitions } = step.moves;
    for (const pointer of transitions) expect(valueAt(cycle, pointer)).toBeTypeOf('object');
    if (entered.length + left.length > 0) expect(transitions.length).toBeGreaterThan(0);
  });
});

const held = (kept: Record<string, { activation: number }>): string[] =>
  Object.entries(kept).map(([name, { activation }]) => `${name} ${activation}`);

test('open tasks and armed timers belong to active stages', () => {
  forAllMoves(({ step }, cycle) => {
    const active = withContainers(cycle, step.plan.stage);
    const holders = [
      ...Object.values(step.plan.tasks),
      ...Object.values(step.plan.timers).filter(({ raises }) => raises === undefined),
    ];
    expect(holders.map(({ stage }) => stage).filter((stage) => !active.has(stage))).toEqual([]);
  });
});

test('effects account for every task that opened or closed', () => {
  forAllMoves(({ plan, step }) => {
    const tasks = new Set(held(plan.tasks));
    for (const effect of step.effects) {
      if (effect.type === 'open-task') tasks.add(`${effect.key} ${effect.activation}`);
      if (effect.type === 'close-task') tasks.delete(`${effect.key} ${effect.activation}`);
    }
    expect([...tasks].sort()).toEqual(held(step.plan.tasks).sort());
  });
});

test('effects account for every timer but the one that fired', () => {
  forAllMoves(({ plan, event, step }) => {
    const fired = event.type.startsWith('timer.') ? event.type.slice('timer.'.length) : null;
    const timers = new Set(held(plan.timers).filter((name) => name.split(' ')[0] !== fired));
    for (const effect of step.effects) {
      if (effect.type === 'arm-timer') timers.add(`${effect.timerId} ${effect.activation}`);
      if (effect.type === 'cancel-timer') timers.delete(`${effect.timerId} ${effect.activation}`);
    }
    expect([...timers].sort()).toEqual(held(step.plan.timers).sort());
  });
});

test('a plan that ends says so once and has nothing open', () => {
  forAllMoves(({ step }) => {
    const ends = step.effects.filter((effect) => effect.type === 'end-plan');
    expect(ends.length).toBe(step.plan.status === 'ended' ? 1 : 0);
    if (step.plan.status === 'ended') expect([step.plan.tasks, step.plan.timers]).toEqual([{}, {}]);
  });
});

test('a document is read back as it was written, byte for byte', () => {
  fc.assert(
    fc.property(arbitraryCycle, (cycle) => {
      const text = formatCycle(cycle);
      const parsed = parseCycle(JSON.parse(text));
      expect(parsed.kind === 'parsed' && formatCycle(parsed.cycle)).toBe(text);
    }),
    { numRuns: 100, seed: 20260105 },
  );
});

function withContainers(cycle: Cycle, stages: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (inside: Cycle['stages'], above: string[]) => {
    for (const [id, stage] of Object.entries(inside)) {
      const line = [...above, id];
      if (stages.includes(id)) for (const one of line) found.add(one);
      if ('stages' in stage) visit(stage.stages, line);
    }
  };
  visit(cycle.stages, []);
  return found;
}
