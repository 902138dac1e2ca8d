import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type CompiledCycle,
  type Cycle,
  compileCycle,
  explainPlan,
  type Facts,
  type PlanEvent,
  type RecordedStep,
  sayLink,
} from '../../../engine/index.ts';
import { arbitraryCycle } from '../../support/arbitrary-cycle.ts';
import { begin, beginDrive, type Drive, make, movesOf } from '../../support/drive-plan.ts';
import { makeCycle, someFacts } from '../../support/given.ts';
import { record } from '../../support/recorded.ts';
import { readCycle, sampleCycleFiles } from '../../support/sample-cycles.ts';
import { faultsOf } from '../../support/why-checker.ts';

const started: PlanEvent = { id: 'plan.started', type: 'plan.started', data: {} };

/** The history of a plan that goes one of the ways open to it, by number. */
function historyOf(drive: Drive, picks: readonly number[]): RecordedStep[] {
  let step = begin(drive, '2026-01-05T09:00:00.000Z');
  if (step.kind === 'rejected') return [];
  const steps = [record(step, started)];
  for (const pick of picks) {
    const { plan } = step;
    const moves = plan.status === 'ended' ? [] : movesOf(drive, plan);
    const move = moves[pick % moves.length];
    if (!move) break;
    const next = make(drive, plan, move);
    // An endless step takes long to be found out, and one of them in a history is enough.
    if (next.kind === 'rejected' && next.reason.code === 'too-many-steps') break;
    if (next.kind === 'rejected') continue;
    step = next;
    steps.push(record(step, { id: `event-${plan.revision}`, type: move.type, data: move.data }));
  }
  return steps;
}

const picks = fc.array(fc.nat(1_000), { minLength: 1, maxLength: 14 });
const names = {
  stage: (id: string) => id,
  task: (key: string) => key,
  person: (id: string) => id,
  day: (instant: string) => instant.slice(0, 10),
  effect: ({ type }: { type: string }) => type,
};

function expectSound(compiled: CompiledCycle, cycle: Cycle, facts: Facts, ways: readonly number[]): number {
  const steps = historyOf(beginDrive(compiled, facts), ways);
  if (steps.length === 0) return 0;
  const why = explainPlan(steps, () => cycle);
  expect(faultsOf(why, steps, () => cycle)).toEqual([]);
  for (const link of why.links) expect(sayLink(link, names).cause).toMatch(/^On 20\d\d-.*\.$/);
  return why.links.length;
}

test('whatever a plan goes through, each link of its chain holds when it is asked again', () => {
  const samples = fc.sample(fc.tuple(arbitraryCycle, picks), { numRuns: 80, seed: 20261126 });
  const lengths = samples.map(([cycle, ways]) => expectSound(compileCycle(cycle, 1), cycle, someFacts, ways));
  expect(lengths.filter((length) => length > 1).length).toBeGreaterThan(30);
});

test.each(sampleCycleFiles)('every chain in %s holds when it is asked again', async (file) => {
  const cycle = await readCycle(file);
  const compiled = compileCycle(cycle, 1);
  const lengths = fc
    .sample(picks, { numRuns: 40, seed: 20261126 })
    .map((ways) => expectSound(compiled, cycle, someFacts, ways));
  expect(Math.max(...lengths)).toBeGreaterThan(1);
});

const cell = fc.constantFrom('-', '', '< 3', '[2..5]', '1, 4', 'not(3)', '> 7', '5');
const table = fc.record({
  hit: fc.constantFrom('U', 'A', 'F', 'C', 'R'),
  rules: fc.array(fc.record({ when: fc.tuple(cell, cell), give: fc.tuple(fc.constantFrom('"a"', '"b"')) }), {
    minLength: 1,
    maxLength: 5,
  }),
  asked: fc.array(fc.record({ n: fc.nat(9), m: fc.nat(9) }), { minLength: 1, maxLength: 5 }),
});

test('whatever a table says, the rows that are named are those that match, and give what is told', () => {
  let [rows, none] = [0, 0];
  for (const { hit, rules, asked } of fc.sample(table, { numRuns: 200, seed: 20261126 })) {
    const cycle = makeCycle({
      decisions: {
        advice: {
          logic: {
            kind: 'table',
            hit,
            inputs: [{ expression: 'event.data.n' }, { expression: 'event.data.m' }],
            outputs: [{}],
            rules: rules.map(({ when, give }) => ({ when: [...when], give: [...give] })),
          },
        },
      },
      initial: 'here',
      stages: {
        here: { on: { asked: [{ to: 'there', guard: 'advice = "a"' }, { to: 'here' }] } },
        there: { on: { asked: [{ to: 'here', guard: 'advice != null' }, { to: 'there' }] } },
      },
    });
    const drive = beginDrive(compileCycle(cycle, 1), someFacts);
    let step = begin(drive, '2026-01-05T09:00:00.000Z');
    const steps = [record(step, started)];
    for (const data of asked) {
      if (step.kind === 'rejected') break;
      const move = { type: 'asked', data, at: '2026-01-06T09:00:00.000Z' };
      const event = { id: `event-${step.plan.revision}`, type: move.type, data };
      step = make(drive, step.plan, move);
      steps.push(record(step, event));
    }
    const why = explainPlan(steps, () => cycle);
    expect(faultsOf(why, steps, () => cycle)).toEqual([]);
    const traces = why.links
      .flatMap(({ effects }) => effects)
      .flatMap((effect) => (effect.type === 'record-decisions' ? effect.decisions : []));
    rows += traces.filter((trace) => trace.rows.length > 0).length;
    none += traces.filter((trace) => trace.rows.length === 0).length;
  }
  expect([rows, none].filter((count) => count < 30)).toEqual([]);
});
