// Coverage and mutants: what scenarios go through, and which small faults they would notice.
import { describe, expect, test } from 'vitest';
import {
  addSpan,
  everyWeekdayInUtc,
  type Scenario,
  structuralFaults,
  testCycle,
} from '../../../engine/index.ts';
import { offByADay, offByADayIn } from '../../../engine/scenario/mutate/days.ts';
import { mutantsOf } from '../../../engine/scenario/mutate/mutants.ts';
import type { Draft } from '../../support/given.ts';
import { readCycle, sampleCycleFiles } from '../../support/sample-cycles.ts';
import { cycleWith, scenario } from './given.ts';

const agreed: Scenario = scenario({
  name: 'It is agreed',
  when: [{ wait: 'P90D' }, { complete: 'write', result: { decision: 'agreed' } }],
  then: { stage: 'agreed' },
});
const cancelled: Scenario = scenario({
  name: 'It is cancelled',
  when: [{ event: 'plan.cancelled' }],
  then: { stage: 'stopped', ending: 'stopped' },
});

describe('coverage', () => {
  test('lists the stages and transitions that no scenario goes through', () => {
    expect(testCycle(cycleWith([agreed])).coverage).toEqual({
      stages: { covered: 3, total: 4, uncovered: ['/stages/stopped'] },
      transitions: {
        covered: 2,
        total: 7,
        uncovered: [
          '/stages/observe/on/review.requested/0',
          '/stages/observe/on/observation.recorded/0',
          '/stages/review/on/task.write.completed/1',
          '/stages/review/on/task.write.overdue/0',
          '/on/plan.cancelled/0',
        ],
      },
      rows: { covered: 0, total: 0, uncovered: [] },
    });
  });

  test('adds up over scenarios, and is nothing without any', () => {
    expect(testCycle(cycleWith([agreed, cancelled])).coverage.stages.covered).toBe(4);
    expect(testCycle(cycleWith([])).coverage).toMatchObject({
      stages: { covered: 0 },
      transitions: { covered: 0 },
      rows: { covered: 0, total: 0 },
    });
  });
});

describe('mutants', () => {
  test('are one for each target, guard, outcome and side of a span', () => {
    const all = mutantsOf(cycleWith([])).map(({ kind, pointer, change }) => `${kind} ${pointer}: ${change}`);
    expect(all).toEqual([
      'target /on/plan.cancelled/0/to: to observe instead of stopped',
      'target /stages/observe/on/review.requested/0/to: to agreed instead of review',
      'guard /stages/observe/on/review.requested/0/guard: without the guard event.data.urgent = true',
      'target /stages/observe/after/0/to: to agreed instead of review',
      'target /stages/review/on/task.write.completed/0/to: to stopped instead of agreed',
      'guard /stages/review/on/task.write.completed/0/guard: without the guard result.decision = "agreed"',
      'target /stages/review/on/task.write.completed/1/to: to review instead of observe',
      'day /stages/observe/after/0/delay: P91D instead of P90D',
      'day /stages/observe/after/0/delay: P89D instead of P90D',
      'day /stages/review/tasks/write/due: 6bd instead of 5bd',
      'day /stages/review/tasks/write/due: 4bd instead of 5bd',
      'day /stages/review/tasks/write/remind/0: -1bd instead of -2bd',
      'day /stages/review/tasks/write/remind/0: -3bd instead of -2bd',
      'day /stages/review/tasks/write/escalate/0/after: 4bd instead of 3bd',
      'day /stages/review/tasks/write/escalate/0/after: 2bd instead of 3bd',
      'outcome /stages/agreed/outcome: stopped instead of met',
      'outcome /stages/stopped/outcome: met instead of stopped',
    ]);
  });

  test('leave the cycle that they are made of as it was, and differ from it in one place', () => {
    const cycle = cycleWith([agreed]);
    const before = JSON.stringify(cycle);
    for (const mutant of mutantsOf(cycle)) expect(JSON.stringify(mutant.cycle)).not.toBe(before);
    expect(JSON.stringify(cycle)).toBe(before);
  });

  test('are left out where they cannot differ: dead branches, guards that always hold, outcomes heard alike', () => {
    const kinds = (stages: Parameters<typeof cycleWith>[1]) =>
      mutantsOf(cycleWith([], stages)).map(({ pointer }) => pointer);
    const found = kinds({
      initial: 'a',
      stages: {
        a: {
          entry: [{ do: 'appraise' }],
          on: {
            go: [{ to: 'b', guard: 'true' }, { to: 'c' }, { to: 'b', guard: 'round > 3' }],
            'outcome.below': [{ to: 'c' }],
            'outcome.meets': [{ to: 'b' }],
            'outcome.exceeds': [{ to: 'b' }],
          },
        },
        b: { type: 'final' },
        c: { type: 'final' },
      },
    });
    expect(found).toEqual([
      '/stages/a/on/go/0/to',
      '/stages/a/on/go/1/to',
      '/stages/a/on/outcome.below/0/to',
      '/stages/a/on/outcome.meets/0/to',
      '/stages/a/on/outcome.exceeds/0/to',
      '/stages/a/on',
    ]);
  });

  const listed = (draft: Draft, kind: string) =>
    mutantsOf(cycleWith([], draft)).flatMap((one) =>
      one.kind === kind ? [`${one.pointer}: ${one.change}`] : [],
    );
  const z = { type: 'final' as const };

  test('change days wherever a cycle waits: in actions, in dates and in what an expression makes of them', () => {
    const found = listed(
      {
        variables: { more: 3 },
        initial: 'a',
        stages: {
          a: {
            entry: [{ do: 'raise', event: 'asked', delay: 'P5D' }],
            on: {
              asked: [{ to: 'z', guard: 'today >= date("2026-03-01")' }],
              later: [{ do: [{ do: 'reschedule', timer: 'end', delay: 'duration("P9D")' }] }],
            },
            after: [
              { id: 'end', delay: 'date("2026-02-28")', to: 'z' },
              { delay: 'period.start + duration("P" + string(more) + "D")', to: 'z' },
              { delay: 'if more > 3 then duration("P1M") else duration("P2M")', to: 'z' },
              { delay: 'event.data.span', to: 'z' },
              { delay: 'period.end + duration("P3M")', to: 'z' },
            ],
          },
          z,
        },
      },
      'day',
    );
    expect(found).toEqual([
      '/stages/a/after/0/delay: date("2026-03-01") instead of date("2026-02-28")',
      '/stages/a/after/0/delay: date("2026-02-27") instead of date("2026-02-28")',
      '/stages/a/after/1/delay: (period.start + duration("P" + string(more) + "D")) + duration("P1D") instead of period.start + duration("P" + string(more) + "D")',
      '/stages/a/after/1/delay: (period.start + duration("P" + string(more) + "D")) - duration("P1D") instead of period.start + duration("P" + string(more) + "D")',
      '/stages/a/after/4/delay: period.end + duration("P3M") + duration("P1D") instead of period.end + duration("P3M")',
      '/stages/a/after/4/delay: period.end + duration("P3M") - duration("P1D") instead of period.end + duration("P3M")',
      '/stages/a/entry/0/delay: P6D instead of P5D',
      '/stages/a/entry/0/delay: P4D instead of P5D',
      '/stages/a/on/later/0/do/0/delay: duration("P10D") instead of duration("P9D")',
      '/stages/a/on/later/0/do/0/delay: duration("P8D") instead of duration("P9D")',
      '/stages/a/on/asked/0/guard: today >= date("2026-03-02") instead of today >= date("2026-03-01")',
      '/stages/a/on/asked/0/guard: today >= date("2026-02-28") instead of today >= date("2026-03-01")',
    ]);
  });

  test('drop the guards of actions too', () => {
    const found = listed(
      {
        initial: 'a',
        stages: {
          a: {
            entry: [{ do: 'notify', to: 'owner', message: 'Hello', guard: 'round = 1' }],
            on: { go: [{ to: 'z', do: [{ do: 'reward', title: 'Thanks', guard: 'round > 1' }] }] },
          },
          z,
        },
      },
      'guard',
    );
    expect(found).toEqual([
      '/stages/a/entry/0/guard: without the guard round = 1',
      '/stages/a/on/go/0/do/0/guard: without the guard round > 1',
    ]);
  });

  test('swap outcomes wherever they decide: in what a stage or the whole cycle hears, and in guards', () => {
    const found = listed(
      {
        initial: 'a',
        stages: {
          a: {
            entry: [{ do: 'reward', title: 'Thanks', guard: 'outcome != "below"' }],
            always: [{ to: 'z', guard: 'outcome = "exceeds" and round > 1' }],
          },
          z,
        },
        on: { 'outcome.below': [{ to: 'a' }], 'outcome.meets': [{ to: 'z' }] },
      },
      'outcome',
    );
    expect(found).toEqual([
      '/on: outcome.below and outcome.meets swapped',
      '/on: outcome.meets and outcome.exceeds swapped',
      '/stages/a/always/0/guard: outcome = "meets" and round > 1 instead of outcome = "exceeds" and round > 1',
      '/stages/a/entry/0/guard: outcome != "meets" instead of outcome != "below"',
    ]);
  });

  test('of every sample are statecharts', () => {
    for (const file of sampleCycleFiles) {
      const mutants = mutantsOf(readCycle(file));
      expect(mutants.length).toBeGreaterThan(90);
      expect(mutants.filter(({ cycle }) => structuralFaults(cycle).length > 0)).toEqual([]);
    }
  });
});

describe('the mutation score', () => {
  test('names the faults that nobody would notice', () => {
    const { mutation } = testCycle(cycleWith([agreed, cancelled]), { mutants: 'all' });
    expect(mutation).toMatchObject({ total: 17, killed: 5, score: 29.4 });
    expect(mutation?.kinds).toEqual([
      { kind: 'target', total: 5, killed: 3 },
      { kind: 'day', total: 8, killed: 1 },
      { kind: 'guard', total: 2, killed: 0 },
      { kind: 'outcome', total: 2, killed: 1 },
      { kind: 'row', total: 0, killed: 0 },
    ]);
    expect(mutation?.survivors).toContainEqual({
      kind: 'guard',
      pointer: '/stages/review/on/task.write.completed/0/guard',
      change: 'without the guard result.decision = "agreed"',
    });
  });

  test('rises with every expectation that tells more', () => {
    const telling = scenario({
      name: 'It is returned first',
      when: [
        { event: 'review.requested', refused: true },
        {
          wait: 'P90D',
          then: {
            tasks: {
              write: {
                due: '2026-04-10',
                remind: ['2026-04-08'],
                escalate: [{ at: '2026-04-15', to: 'role:hr' }],
              },
            },
          },
        },
        { complete: 'write', result: { decision: 'returned' }, then: { stage: 'observe' } },
        { event: 'review.requested', data: { urgent: true }, then: { stage: 'review' } },
        { complete: 'write', result: { decision: 'agreed' } },
      ],
      then: { ending: 'met' },
    });
    const { mutation } = testCycle(cycleWith([telling, agreed, cancelled]), { mutants: 'all' });
    expect(mutation?.survivors.map(({ change }) => change)).toEqual(['P89D instead of P90D']);
  });

  test('is not asked for while a scenario fails, or there is none', () => {
    const failing = scenario({ then: { stage: 'agreed' } });
    expect(testCycle(cycleWith([failing]), { mutants: 'all' }).mutation).toBe(null);
    expect(testCycle(cycleWith([]), { mutants: 'all' }).mutation).toBe(null);
    expect(testCycle(cycleWith([agreed])).mutation).toBe(null);
  });
});

describe('so many mutants that nobody would wait for them', () => {
  const many = 240;
  const names = Array.from({ length: many }, (_, index) => `s${index}`);
  const chain = {
    initial: 's0',
    stages: Object.fromEntries(
      names.map((name, index) => [
        name,
        index === many - 1
          ? { type: 'final' as const }
          : { on: { go: [{ to: `s${index + 1}` }] }, after: [{ delay: 'P2D', to: `s${index + 1}` }] },
      ]),
    ),
  };
  const steps = scenario({ when: [{ event: 'go' }, { event: 'go' }], then: { stage: 's2' } });
  const cycle = cycleWith([steps], chain);

  test('are tried in part, the same ones every time and from everywhere', () => {
    const few = testCycle(cycle, { mutants: 'some' }).mutation;
    const all = mutantsOf(cycle).length;
    expect(few).toMatchObject({ total: 50, untried: all - 50 });
    expect(few?.kinds.filter(({ total }) => total > 0).map(({ kind }) => kind)).toEqual(['target', 'day']);
    expect(few?.survivors.at(-1)?.pointer).toMatch(/s2[123]\d/);
    expect(testCycle(cycle, { mutants: 'some' }).mutation).toEqual(few);
  }, 60_000);

  test('are all tried when they are asked for', () => {
    const all = testCycle(cycle, { mutants: 'all' }).mutation;
    expect(all).toMatchObject({ total: mutantsOf(cycle).length, untried: 0, killed: 2 });
  }, 60_000);
});

describe('decision tables', () => {
  const decided = {
    decisions: {
      bonus: {
        logic: {
          kind: 'table' as const,
          inputs: [{ expression: 'result.points', type: 'number' }],
          outputs: [{ type: 'string' }],
          rules: [
            { when: ['< 50'], give: ['"none"'] },
            { when: ['[50..80)'], give: ['"small"'] },
            { when: ['>= 80'], give: ['"large"'] },
          ],
        },
      },
    },
    initial: 'a',
    stages: {
      a: {
        tasks: {
          rate: {
            title: 'Rate',
            assignee: 'manager',
            form: { type: 'object', properties: { points: { type: 'integer' } } },
          },
        },
        on: { 'task.rate.completed': [{ to: 'rewarded', guard: 'bonus != "none"' }, { to: 'done' }] },
      },
      rewarded: {
        entry: [{ do: 'reward' as const, title: 'Bonus', key: 'bonus' }],
        always: [{ to: 'done' }],
      },
      done: { type: 'final' as const },
    },
  };
  const rated = (points: number, rewards: object[]): Scenario =>
    scenario({
      name: `Rated ${points}`,
      when: [{ complete: 'rate', result: { points } }],
      then: { stage: 'done', effects: { rewards } },
    });

  test('count as gone through row by row', () => {
    const { coverage, scenarios } = testCycle(cycleWith([rated(60, [{ key: 'small' }])], decided));
    expect(scenarios).toMatchObject([{ passed: true, failures: [] }]);
    expect(coverage.rows).toEqual({
      covered: 1,
      total: 3,
      uncovered: ['/decisions/bonus/logic/rules/0', '/decisions/bonus/logic/rules/2'],
    });
  });

  test('have mutants without a row and with the value of another', () => {
    const all = [rated(40, []), rated(60, [{ key: 'small' }]), rated(90, [{ key: 'large' }])];
    const rows = mutantsOf(cycleWith(all, decided)).filter(({ kind }) => kind === 'row');
    expect(rows.map(({ pointer, change }) => `${pointer}: ${change}`)).toEqual([
      '/decisions/bonus/logic/rules/0: without the row that gives "none"',
      '/decisions/bonus/logic/rules/0/give: "small" instead of "none"',
      '/decisions/bonus/logic/rules/1: without the row that gives "small"',
      '/decisions/bonus/logic/rules/1/give: "large" instead of "small"',
      '/decisions/bonus/logic/rules/2: without the row that gives "large"',
      '/decisions/bonus/logic/rules/2/give: "none" instead of "large"',
    ]);
    const { mutation } = testCycle(cycleWith(all, decided), { mutants: 'all' });
    expect(mutation?.kinds.at(-1)).toEqual({ kind: 'row', total: 6, killed: 6 });
    const few = testCycle(cycleWith([rated(60, [{ key: 'small' }])], decided), { mutants: 'all' });
    expect(few.mutation?.kinds.at(-1)).toEqual({ kind: 'row', total: 6, killed: 2 });
  });
});

describe('a day more and a day less', () => {
  test.each([
    ['P10D', ['P11D', 'P9D']],
    ['10bd', ['11bd', '9bd']],
    ['-3bd', ['-2bd', '-4bd']],
    ['-P2D', ['-P3D', '-P1D']],
    ['P1D', ['P2D', 'P0D']],
    ['P3M', ['P3M1D', 'P2M27D']],
    ['P1Y', ['P1Y1D', 'P364D']],
    ['P2W', ['P15D', 'P13D']],
    ['PT36H', ['P1DT36H', 'PT12H']],
    ['PT24H', ['P1DT24H', 'PT0H']],
    ['PT6H', ['P1DT6H']],
    ['P1DT6H', ['P2DT6H', 'PT6H']],
    ['soon', []],
  ])('of %s are %j', (span, others) => {
    expect(offByADay(span)).toEqual(others);
  });

  test('are never the same span', () => {
    const at = '2026-01-30T09:00:00.000Z';
    for (const span of ['P1M', 'P2M', 'P3M', 'P1Y', 'P1D', '0bd', '1bd', 'PT1H', '-P1M'])
      for (const other of offByADay(span))
        expect([span, other, addSpan(at, other, everyWeekdayInUtc)]).not.toContain(
          addSpan(at, span, everyWeekdayInUtc),
        );
  });

  test('are found in dates that an expression writes out, also across a month', () => {
    expect(offByADayIn('date("2026-12-31")')).toEqual(['date("2027-01-01")', 'date("2026-12-30")']);
    expect(offByADayIn('@"2026-03-01"')).toEqual(['@"2026-03-02"', '@"2026-02-28"']);
    expect(offByADayIn('@"P3D"')).toEqual(['@"P4D"', '@"P2D"']);
    expect(offByADayIn('date("2026-02-30")')).toEqual([]);
  });

  test('are found in durations that an expression writes out', () => {
    expect(offByADayIn('period.end + duration("P14D")')).toEqual([
      'period.end + duration("P15D")',
      'period.end + duration("P13D")',
    ]);
    expect(offByADayIn('duration("P" + string(n) + "D")')).toEqual([]);
  });
});
