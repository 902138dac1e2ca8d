import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  acceptedEvents,
  advance,
  type CompiledCycle,
  compareReplay,
  compileCycle,
  isFault,
  type JsonObject,
  type Plan,
  type PlanEvent,
  type RecordedStep,
  replayPlan,
  startPlan,
} from '../../../engine/index.ts';
import { arbitraryCycle } from '../../support/arbitrary-cycle.ts';
import { someFacts } from '../../support/given.ts';
import { record } from '../../support/recorded.ts';

const period = { start: '2026-01-01', end: '2026-12-31' };
const start = '2026-01-05T09:00:00.000Z';
const hoursAfter = (at: string, hours: number) => new Date(Date.parse(at) + hours * 3_600_000).toISOString();

interface Choice {
  pick: number;
  hours: number;
  ok: boolean;
}
const choices: fc.Arbitrary<Choice[]> = fc.array(
  fc.record({ pick: fc.nat(1_000), hours: fc.integer({ min: 1, max: 300 }), ok: fc.boolean() }),
  { minLength: 2, maxLength: 14 },
);

/** What a clock would say until then, the earliest first. */
function dues(plan: Plan, until: string): { id: string; type: string; at: string; data: JsonObject }[] {
  const timers = Object.entries(plan.timers).map(([id, { dueAt: at, activation }]) => ({
    id: `${id} ${activation} ${at}`,
    type: `timer.${id}`,
    at,
    data: { activation },
  }));
  const tasks = Object.entries(plan.tasks).flatMap(([key, { dueAt: at, activation }]) =>
    at === null ? [] : [{ id: `${key} ${activation} ${at}`, type: `task.${key}.overdue`, at, data: {} }],
  );
  return [...timers, ...tasks].filter(({ at }) => at <= until).sort((a, b) => (a.at < b.at ? -1 : 1));
}

const later = (a: string, b: string): string => [a, b].sort()[1] ?? a;

/** A life on a real clock: timers fire when they are due, people and others act in between. */
function makeLife(version: CompiledCycle) {
  let step = startPlan(version, { id: 'p', componentId: 'parks', period }, { at: start, facts: someFacts });
  const steps = step.kind === 'moved' ? [record(step, { id: 'start', type: 'plan.started', data: {} })] : [];
  const said = new Set<string>();
  let faulty = step.kind === 'rejected';
  const planNow = (): Plan | null =>
    step.kind === 'moved' && !faulty && step.plan.status === 'active' ? step.plan : null;

  function give(plan: Plan, event: PlanEvent, at: string): void {
    const next = advance(version, plan, event, { at, facts: someFacts });
    if (next.kind === 'moved') {
      step = next;
      steps.push(record(next, event));
    } else faulty = isFault(next.reason);
  }

  /** Lets the clock run; gives where it stopped. */
  function run(from: string, until: string): string {
    let clock = from;
    // A timer that is due as soon as it is armed may go round for ever; such a life is no example.
    for (let plan = planNow(); plan && steps.length < 100; plan = planNow()) {
      const due = dues(plan, until).find(({ id }) => !said.has(id));
      if (!due) break;
      said.add(due.id);
      clock = later(clock, due.at);
      give(plan, due, clock);
    }
    return planNow() ? until : clock;
  }

  function act({ pick, ok }: Choice, at: string): void {
    const plan = planNow();
    if (!plan) return;
    const accepted = acceptedEvents(version, plan).filter((type) => !type.endsWith('.overdue'));
    const type = accepted[pick % accepted.length];
    if (type) give(plan, { id: `e${steps.length}`, type, data: { result: { ok } } }, at);
  }

  return { run, act, end: (): RecordedStep[] | null => (faulty || steps.length >= 100 ? null : steps) };
}

function live(version: CompiledCycle, acts: readonly Choice[]): RecordedStep[] | null {
  const life = makeLife(version);
  let clock = start;
  for (const choice of acts) {
    clock = life.run(clock, hoursAfter(clock, choice.hours));
    life.act(choice, clock);
  }
  life.run(clock, clock);
  return life.end();
}

const lives = fc
  .sample(fc.tuple(arbitraryCycle, choices), { numRuns: 120, seed: 20261126 })
  .flatMap(([cycle, acts]) => {
    const version = compileCycle(cycle, 1);
    const steps = live(version, acts);
    return steps ? [{ cycle, version, steps }] : [];
  });

const recordedOf = (steps: RecordedStep[]) => ({
  planId: 'p',
  period,
  variables: {},
  steps,
  facts: someFacts,
});
const lastOf = (steps: RecordedStep[]): string => steps.at(-1)?.at ?? start;

test('a recorded plan, replayed under its own version, goes the same way', () => {
  let moved = 0;
  for (const { version, steps } of lives) {
    const replayed = replayPlan(version, recordedOf(steps), lastOf(steps));
    expect(replayed.steps.map(({ at, event, moves }) => ({ at, type: event.type, moves }))).toEqual(
      steps.map(({ at, event, moves }) => ({ at, type: event.type, moves })),
    );
    expect(compareReplay(steps, replayed)).toMatchObject({ same: true, parting: null });
    moved += steps.length - 1;
  }
  expect(moved).toBeGreaterThan(150);
});

test('a replay is a value: the same record gives the same bytes, and the record is left as it was', () => {
  for (const { version, steps } of lives) {
    const before = JSON.stringify(steps);
    const once = JSON.stringify(replayPlan(version, recordedOf(steps), lastOf(steps)));
    expect(JSON.stringify(replayPlan(version, recordedOf(steps), lastOf(steps)))).toBe(once);
    expect(JSON.stringify(steps)).toBe(before);
  }
});

test('every recorded answer is given, held for a task, or told to be unused', () => {
  for (const [index, { steps }] of lives.entries()) {
    const other = lives[(index + 1) % lives.length];
    if (!other) continue;
    const replayed = replayPlan(other.version, recordedOf(steps), lastOf(steps));
    const isAnswer = ({ type }: PlanEvent) => type.startsWith('task.') && type.endsWith('.completed');
    const count = (events: PlanEvent[]) => events.filter(isAnswer).length;
    const given =
      count(replayed.steps.map(({ event }) => event)) + count(replayed.unheard.map(({ event }) => event));
    const open = Object.keys(replayed.plan?.tasks ?? {}).length + Number(replayed.fault !== null);
    const known = given + replayed.unused.length;
    const recorded = count(steps.map(({ event }) => event));
    expect(known).toBeLessThanOrEqual(recorded);
    expect(known + open).toBeGreaterThanOrEqual(recorded);
  }
});
