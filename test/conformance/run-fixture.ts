// Runs one fixture on a plan: the chart is imported, compiled and started, and moved by the fixture's events. The
// clock is the fixture's own: what is due fires when it waits.
import {
  advance,
  type CompiledCycle,
  compileCycle,
  importScxml,
  isFault,
  type JsonObject,
  type Plan,
  type Step,
  startPlan,
} from '../../engine/index.ts';
import { someFacts } from '../support/given.ts';
import type { Expectation, Fixture } from './fixtures.ts';

export type Outcome = { kind: 'passed' } | { kind: 'failed' | 'refused'; why: string };

const newPlan = { id: 'plan', componentId: 'parks', period: { start: '2026-01-01', end: '2026-12-31' } };
const start = Date.parse('2026-01-05T09:00:00.000Z');

interface Run {
  compiled: CompiledCycle;
  plan: Plan;
  now: number;
}

class Deviation extends Error {}

const situation = ({ now }: Pick<Run, 'now'>) => ({ at: new Date(now).toISOString(), facts: someFacts });

/** A refusal leaves the plan where it is, as an event that nothing waits for does; a fault is a deviation. */
function taken(run: Run, step: Step): Run {
  if (step.kind === 'moved') return { ...run, plan: step.plan };
  if (isFault(step.reason)) throw new Deviation(JSON.stringify(step.reason));
  return run;
}

const give = (run: Run, type: string, data: JsonObject = {}): Run =>
  taken(
    run,
    advance(run.compiled, run.plan, { id: `${type} ${run.plan.revision}`, type, data }, situation(run)),
  );

/** The timer due first; of one instant, the one armed first. */
function nextDue({ plan }: Run, until: number): [string, Plan['timers'][string]] | undefined {
  if (plan.status === 'ended') return undefined;
  const due = Object.entries(plan.timers).filter(([, timer]) => Date.parse(timer.dueAt) <= until);
  return due.toSorted(([, a], [, b]) => a.dueAt.localeCompare(b.dueAt))[0];
}

/** A timer that its guards refuse is spent. */
function fire(run: Run, [id, { dueAt, activation }]: [string, Plan['timers'][string]]): Run {
  const at = { ...run, now: Math.max(run.now, Date.parse(dueAt)) };
  const fired = give(at, `timer.${id}`, { activation });
  if (fired.plan !== at.plan) return fired;
  const { [id]: _spent, ...timers } = at.plan.timers;
  return { ...at, plan: { ...at.plan, timers } };
}

function wait(run: Run, milliseconds: number): Run {
  const until = run.now + milliseconds;
  let waiting = run;
  for (
    let due = nextDue(waiting, until), left = 1000;
    due && left > 0;
    due = nextDue(waiting, until), left--
  ) {
    waiting = fire(waiting, due);
  }
  return { ...waiting, now: until };
}

function check(
  run: Run,
  expected: readonly string[],
  stages: Readonly<Record<string, string>>,
  after: string,
): void {
  const wanted = expected.map((id) => stages[id] ?? `(no state ${id})`).toSorted();
  const found = run.plan.stage.toSorted();
  if (wanted.join() !== found.join()) {
    throw new Deviation(`after ${after} the plan is in ${found.join(', ')} and not in ${wanted.join(', ')}`);
  }
}

function play(
  compiled: CompiledCycle,
  stages: Readonly<Record<string, string>>,
  expectation: Expectation,
): void {
  const started = startPlan(compiled, newPlan, situation({ now: start }));
  if (started.kind === 'rejected') throw new Deviation(JSON.stringify(started.reason));
  let run: Run = { compiled, plan: started.plan, now: start };
  check(run, expectation.initialConfiguration, stages, 'its start');
  for (const { after = 0, event, nextConfiguration } of expectation.events) {
    run = give(after > 0 ? wait(run, after) : run, event.name);
    check(run, nextConfiguration, stages, event.name);
  }
}

export function runFixture({ chart, resource, name }: Fixture, expectation: Expectation): Outcome {
  const imported = importScxml(chart, { id: name.replace(/[^a-z0-9]+/gi, '-').toLowerCase(), resource });
  if (imported.kind === 'refused') {
    const first = imported.problems.find(({ severity }) => severity === 'error');
    return { kind: 'refused', why: `${first?.place}: ${first?.message}` };
  }
  try {
    play(compileCycle(imported.cycle, 1), imported.stages, expectation);
    return { kind: 'passed' };
  } catch (error) {
    if (error instanceof Deviation) return { kind: 'failed', why: error.message };
    throw error;
  }
}
