// The engine alone: one warm step of a plan, without a store around it.
import { Bench } from 'tinybench';
import { advance, compileCycle, everyWeekdayInUtc, parseCycle, startPlan } from '../../engine/index.ts';
import { counterCycle } from '../support/cycles.ts';

const component = {
  id: 'unit',
  kind: 'team' as const,
  name: 'Unit',
  parentId: null,
  ownerId: null,
  managerId: null,
  zone: null,
  holidayRegion: null,
};
const situation = {
  at: '2026-01-05T09:00:00.000Z',
  facts: { component, calendar: everyWeekdayInUtc, goals: [], measures: [], observations: [], children: [] },
};
const period = { start: '2026-01-01', end: '2026-12-31' };

/** Microseconds that one step takes in the middle. */
export async function measureStep(): Promise<number> {
  const parsed = parseCycle({ schema: 'cycle/1', id: 'counter', name: 'Counter', ...counterCycle });
  if (parsed.kind === 'refused') throw new Error('The counter is not a cycle.');
  const compiled = compileCycle(parsed.cycle, 1);
  const started = startPlan(compiled, { id: 'p', componentId: 'unit', period }, situation);
  if (started.kind === 'rejected') throw new Error('The counter does not start.');
  const event = { id: 'e', type: 'count.raised', data: {} };
  const bench = new Bench({ time: 1000, warmupTime: 500 });
  bench.add('advance', () => {
    advance(compiled, started.plan, event, situation);
  });
  await bench.run();
  const [task] = bench.tasks;
  const result = task?.result;
  if (result?.state !== 'completed') throw new Error('The step could not be measured.');
  return result.latency.p50 * 1000;
}
