// What steps remember rests on all that it depends on: over real cycles with goals, measures and observations, whose
// facts, answers, days and zones change from step to step.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  acceptedEvents,
  advance,
  type CompiledCycle,
  compileCycle,
  type Facts,
  type JsonObject,
  makeOrganisation,
  type Plan,
  type Situation,
  type Step,
  startPlan,
} from '../../../engine/index.ts';
import { withMemory } from '../../../engine/statechart/compile-cycle.ts';
import { readCycle, sampleCycleFiles } from '../../support/sample-cycles.ts';

const calendars = ['UTC', 'Europe/Berlin', 'America/New_York'].map((zone) => ({
  zone,
  workingWeekdays: [1, 2, 3, 4, 5],
  holidays: ['2026-01-06'],
}));

/** The same component with different results, as new lists each; and another component. */
function someFacts(): Facts[] {
  const [whole, part] = makeOrganisation({ components: 2 }, 1).facts;
  return [whole, part].flatMap((facts) =>
    facts
      ? [40, 85, 99].map((value, index): Facts => {
          const observations = facts.measures.map((measure) => ({
            id: `${measure.id}-${value}`,
            measureId: measure.id,
            componentId: facts.component.id,
            periodStart: '2026-01-01',
            periodEnd: '2026-12-31',
            value,
            numerator: null,
            denominator: null,
            n: null,
            status: 'verified' as const,
            supersedes: null,
            source: 'register',
            enteredBy: 'import',
            at: '2026-01-05T09:00:00.000Z',
          }));
          return { ...facts, observations, calendar: calendars[index] ?? facts.calendar };
        })
      : [],
  );
}
const known = someFacts();

const results: JsonObject[] = [
  { decision: 'agreed', comment: 'Good.', results: 'meets', methods: 'meets', cause: 'method' },
  { decision: 'returned', comment: null, results: 'below', methods: 'below', cause: 'measure' },
  { decision: 'signed', results: 'exceeds', methods: 'meets', goals: [], measures: [] },
];

const choice = fc.record({ pick: fc.nat(1000), result: fc.nat(2), facts: fc.nat(2), hours: fc.nat(900) });
const walks = fc.sample(fc.array(choice, { minLength: 15, maxLength: 60 }), { numRuns: 150, seed: 20260105 });

function eventFor(compiled: CompiledCycle, plan: Plan, pick: number, result: JsonObject | undefined) {
  const types = [...acceptedEvents(compiled, plan), ...Object.keys(plan.timers).map((id) => `timer.${id}`)];
  return { id: 'e', type: types[pick % types.length] ?? 'nothing', data: { result: result ?? null } };
}

test.each(sampleCycleFiles)('steps of %s are byte for byte the same with and without memory', (file) => {
  const compiled = compileCycle(readCycle(file), 1);
  const remembering = withMemory(compiled);
  const period = { start: '2026-01-01', end: '2026-12-31' };
  let moved = 0;

  const same = (take: (by: CompiledCycle) => Step): Step => {
    const step = take(remembering);
    expect(JSON.stringify(step)).toBe(JSON.stringify(take(compiled)));
    if (step.kind === 'moved') moved += 1;
    return step;
  };

  for (const [number, walk] of walks.entries()) {
    const own = known.slice(number % 2 === 0 ? 0 : 3);
    let hours = 0;
    const situation = (facts: number): Situation => ({
      at: new Date(Date.UTC(2026, 0, 5) + hours * 3_600_000).toISOString(),
      facts: own[facts] ?? known[0]!,
    });
    const componentId = own[0]?.component.id ?? '';
    let step = same((by) => startPlan(by, { id: 'p', componentId, period }, situation(0)));
    let plan = step.kind === 'moved' ? step.plan : null;
    for (const { pick, result, facts, hours: passed } of walk) {
      if (!plan || plan.status === 'ended') break;
      const before = plan;
      hours += passed;
      const event = eventFor(compiled, before, pick, results[result]);
      step = same((by) => advance(by, before, event, situation(facts)));
      if (step.kind === 'moved') plan = step.plan;
    }
  }
  expect(moved).toBeGreaterThan(300);
});
