// Simulations whose outcome is known: what must come out exactly, and what must lie within its interval.
import { describe, expect, test } from 'vitest';
import { type Estimate, makeOrganisation } from '../../../engine/index.ts';
import type { Draft } from '../../support/given.ts';
import { alike, constant, inDays, simulated } from './given.ts';

const holds = ({ low, high }: Estimate, value: number): boolean => low <= value && value <= high;
const seeds = Array.from({ length: 20 }, (_, index) => index + 1);
/** Of 20 intervals that hold the truth in 95 of 100 cases, fewer than 16 do once in 400 times. */
const mostHold = (estimates: Estimate[], value: number): void =>
  expect(estimates.filter((estimate) => holds(estimate, value)).length).toBeGreaterThanOrEqual(16);

describe('a chain of stages with fixed times', () => {
  const chain: Draft = {
    initial: 'first',
    stages: {
      first: { after: [{ delay: 'P10D', to: 'second' }] },
      second: {
        tasks: { work: { title: 'Work', assignee: 'owner', form: 'feedback', due: 'P3D' } },
        on: { 'task.work.completed': [{ to: 'third' }] },
      },
      third: { after: [{ delay: 'PT36H', to: 'done' }] },
      done: { type: 'final', outcome: 'met' },
    },
  };
  const result = simulated(chain, {
    organisation: alike(50),
    assumptions: { durations: { tasks: { work: inDays(4) } } },
  });

  test('takes exactly the sum of its times', () => {
    expect(result).toMatchObject({ plans: 50, ended: 50, unfinished: 0, failed: 0, steps: 200 });
    expect(result.days).toMatchObject({ mean: { value: 15.5, low: 15.5, high: 15.5 }, p10: 15.5, max: 15.5 });
    expect(result.stages.map(({ stage, days }) => [stage, days?.mean.value ?? null])).toEqual([
      ['first', 10],
      ['second', 4],
      ['third', 1.5],
      ['done', null],
    ]);
  });

  test('tells that each task is a day late, and each plan with it', () => {
    expect(result.tasks).toMatchObject([{ task: 'work', opened: 50, completed: 50, late: { count: 50 } }]);
    expect(result.breached).toMatchObject({ count: 50, share: { value: 1, high: 1 } });
    expect(result.endings).toMatchObject([{ ending: 'met', count: 50 }]);
  });

  test('stops looking at its horizon', () => {
    const cut = simulated(chain, {
      organisation: alike(5),
      options: { horizonDays: 12 },
      assumptions: { durations: { tasks: { work: inDays(4) } } },
    });
    expect(cut).toMatchObject({ plans: 5, ended: 0, unfinished: 5, days: null, endings: [] });
    expect(cut.stages).toMatchObject([
      { stage: 'first', stays: 1, left: 0 },
      { stage: 'second', stays: 1, days: null, left: 5 },
    ]);
    expect(cut.tasks).toMatchObject([{ opened: 5, completed: 0, closed: 0, open: 5, late: { count: 0 } }]);
  });
});

describe('a loop that is left by chance', () => {
  const loop: Draft = {
    initial: 'deciding',
    stages: {
      deciding: {
        tasks: { decide: { title: 'Decide', assignee: 'manager', form: 'plan-agreement' } },
        on: {
          'task.decide.completed': [
            { to: 'done', guard: 'result.decision = "agreed"' },
            { to: 'deciding', do: [{ do: 'set', variable: 'round', value: 'round + 1' }] },
          ],
        },
      },
      done: { type: 'final' },
    },
  };
  const leaves = 0.4;
  const runs = seeds.map((seed) =>
    simulated(loop, {
      organisation: alike(400),
      options: { seed },
      assumptions: {
        durations: { default: inDays(1) },
        choices: { forms: { 'plan-agreement': { decision: { agreed: leaves, returned: 1 - leaves } } } },
      },
    }),
  );

  test('has rounds as the geometric distribution has them', () => {
    mostHold(
      runs.map(({ rounds }) => rounds!.mean),
      1 / leaves,
    );
    for (const round of [1, 2, 3]) {
      const shares = runs.map((run) => run.roundShares.find((one) => one.round === round)!.share);
      mostHold(shares, leaves * (1 - leaves) ** (round - 1));
    }
  });

  test('takes a day for each round', () => {
    for (const { days, rounds } of runs) expect(days!.mean).toEqual(rounds!.mean);
  });

  test('has medians that lie in their intervals', () => {
    // Over 1/2 of the plans end by round 2: 0.4 + 0.24.
    mostHold(
      runs.map(({ days }) => days!.median),
      2,
    );
  });
});

/** One task for the manager. */
const visit: Draft = {
  initial: 'visiting',
  stages: {
    visiting: {
      tasks: { visit: { title: 'Visit', assignee: 'manager', form: 'feedback' } },
      on: { 'task.visit.completed': [{ to: 'done' }] },
    },
    done: { type: 'final' },
  },
};

describe('the load of one manager whose plans come by chance', () => {
  // As in M/D/1: plans start at any time of 100 weeks, and each costs half an hour at once.
  const weeks = 100;
  const perWeek = 6;
  const limit = 240;
  const runs = seeds.map((seed) =>
    simulated(visit, {
      organisation: alike(weeks * perWeek),
      options: { seed, repeats: 5 },
      assumptions: {
        starts: { kind: 'uniform', min: 0, max: weeks * 7 - 0.001 },
        durations: { default: { unit: 'hours', of: constant(0) } },
        load: { minutes: { default: 30 }, limit },
      },
    }),
  );

  /** Of a binomial number of plans in a week: the chance of k. */
  const chances: number[] = [];
  const n = weeks * perWeek;
  for (let k = 0, chance = (1 - 1 / weeks) ** n; k <= n; k++) {
    chances.push(chance);
    chance *= (n - k) / (k + 1) / (weeks - 1);
  }
  const idle = chances[0] ?? 0;

  test('is the expected number of tasks in each week in which there is one', () => {
    mostHold(
      runs.map(({ load }) => load.tasksPerWeek!.mean),
      perWeek / (1 - idle),
    );
    for (const { load } of runs) {
      expect(load.managers).toBe(1);
      expect(load.minutesPerWeek!.mean.value).toBeCloseTo(load.tasksPerWeek!.mean.value * 30, 1);
    }
  });

  test('is above the limit as often as it must be', () => {
    const most = limit / 30;
    const above = chances.slice(most + 1).reduce((sum, chance) => sum + chance, 0);
    mostHold(
      runs.map(({ load }) => load.overloaded.share),
      above / (1 - idle),
    );
  });

  test('is flagged in its worst weeks, the worst first', () => {
    const { flagged, flaggedCount } = runs[0]!.load;
    expect(flagged.length).toBe(Math.min(50, flaggedCount));
    const counts = flagged.map(({ overloaded }) => overloaded.count);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    for (const { person, week, overloaded } of flagged) {
      expect(person).toBe('boss');
      expect(week).toMatch(/^202[6-8]-W[0-5]\d$/);
      expect(overloaded.count).toBeGreaterThan(0);
    }
  });
});

describe('the managers by weeks', () => {
  const grid = (given: Parameters<typeof simulated>[1]['assumptions'], repeats = 4) =>
    simulated(visit, { organisation: alike(10), options: { seed: 3, repeats }, assumptions: given }).load;

  test('have each week of work once, those without work between them, and how often it is too much', () => {
    const { grid: found } = grid({
      starts: { kind: 'empirical', values: [0, 14] },
      durations: { default: { unit: 'hours', of: constant(0) } },
      load: { minutes: { default: 30 }, limit: 150 },
    });
    expect(found.weeks).toEqual(['2026-W02', '2026-W03', '2026-W04']);
    expect(found.people.map(({ person }) => person)).toEqual(['boss']);
    const [boss] = found.people;
    expect((boss?.minutes[0] ?? 0) + (boss?.minutes[2] ?? 0)).toBeCloseTo(300, 6);
    expect([boss?.minutes[1], boss?.tasks[1], boss?.overloaded[1]]).toEqual([0, 0, 0]);
    expect((boss?.tasks[0] ?? 0) + (boss?.tasks[2] ?? 0)).toBeCloseTo(10, 6);
    // Of ten visits more than five are in one of the two weeks, or five in each.
    const over = (boss?.overloaded[0] ?? 0) + (boss?.overloaded[2] ?? 0);
    expect(over).toBeGreaterThan(0);
    expect(over).toBeLessThanOrEqual(1);
  });

  test('add up to the mean of all weeks', () => {
    const { grid: found, minutesPerWeek } = grid(
      { starts: { kind: 'uniform', min: 0, max: 27.9 }, load: { minutes: { default: 30 } } },
      1,
    );
    const minutes = found.people.flatMap((row) => row.minutes).filter((each) => each > 0);
    expect(minutes.length).toBe(minutesPerWeek?.count);
    expect(minutes.reduce((sum, each) => sum + each, 0) / minutes.length).toBeCloseTo(
      minutesPerWeek?.mean.value ?? 0,
      6,
    );
  });

  test('are the forty with the fullest weeks, and two years of them', () => {
    const organisation = makeOrganisation({ components: 600, span: 3, depth: 6 }, 1);
    const { load } = simulated(visit, {
      organisation,
      options: { seed: 1, repeats: 1 },
      assumptions: { starts: { kind: 'uniform', min: 0, max: 1400 } },
    });
    expect(load.grid.people.length).toBe(40);
    expect(load.grid.peopleCount).toBeGreaterThan(40);
    expect(load.grid.weeks.length).toBe(104);
    expect(load.grid.weekCount).toBeGreaterThan(104);
  });
});

describe('a simulation', () => {
  const draft: Draft = {
    initial: 'deciding',
    stages: {
      deciding: {
        tasks: { decide: { title: 'Decide', assignee: 'owner', form: 'plan-agreement', due: '4bd' } },
        on: {
          'task.decide.completed': [
            { to: 'done', guard: 'result.decision = "agreed"' },
            { to: 'deciding', do: [{ do: 'notify', to: 'owner', message: 'Once more.' }] },
          ],
        },
      },
      done: { type: 'final' },
    },
  };

  test('gives byte-equal results for the same seed, and others for another', () => {
    const run = (seed: number): string => JSON.stringify(simulated(draft, { options: { seed } }));
    expect(run(5)).toBe(run(5));
    expect(run(5)).not.toBe(run(6));
  });

  test('is the same for a cycle, an organisation and options that went through JSON', () => {
    const options = { seed: 3, repeats: 2, startAt: '2026-05-04T07:30:00Z' };
    const stored = JSON.parse(JSON.stringify({ draft, organisation: alike(40), options }));
    expect(simulated(stored.draft, stored)).toEqual(simulated(draft, { organisation: alike(40), options }));
  });

  test('has narrower intervals the more plans there are', () => {
    const width = (plans: number): number => {
      const { mean } = simulated(draft, { organisation: alike(plans) }).days!;
      return mean.high - mean.low;
    };
    expect(width(1_600)).toBeLessThan(width(100) / 2);
  });

  test('counts what the plans would have asked for', () => {
    const { effects, tasks } = simulated(draft, { organisation: alike(300) });
    expect(effects).toEqual({ notify: tasks[0]!.completed - 300 });
  });

  test('tells of plans whose cycle fails, and goes on with the others', () => {
    const failing = simulated(
      {
        initial: 'deciding',
        stages: {
          deciding: {
            tasks: { decide: { title: 'Decide', assignee: 'owner', form: 'plan-agreement' } },
            on: {
              'task.decide.completed': [
                { to: 'done', guard: 'result.decision = "agreed"' },
                { do: [{ do: 'set', variable: 'n', value: 'unknown + 1' }] },
              ],
            },
          },
          done: { type: 'final' },
        },
      },
      { organisation: alike(300) },
    );
    expect(failing.failed).toBeGreaterThan(10);
    expect(failing.ended).toBe(300 - failing.failed);
    expect(failing.failure).toContain('unknown + 1');
    const { opened, completed, closed, open } = failing.tasks[0]!;
    expect([open, completed + closed + open]).toEqual([failing.failed, opened]);
  });

  test('ends although a plan goes round without end', () => {
    const endless = simulated(
      {
        initial: 'a',
        stages: { a: { after: [{ delay: 'PT0S', to: 'b' }] }, b: { after: [{ delay: 'PT0S', to: 'a' }] } },
      },
      { organisation: alike(2) },
    );
    expect(endless).toMatchObject({ failed: 2, ended: 0, failure: 'A plan takes more than 5,000 steps.' });
  });

  test('notices results that no guard lets pass', () => {
    const never = simulated(
      {
        initial: 'a',
        stages: {
          a: {
            tasks: { work: { title: 'Work', assignee: 'owner', form: 'feedback' } },
            on: { 'task.work.completed': [{ to: 'b', guard: 'count(goals) > 0' }] },
          },
          b: { type: 'final' },
        },
      },
      { organisation: alike(3) },
    );
    expect(never).toMatchObject({ unfinished: 3, ended: 0 });
    expect(never.tasks).toMatchObject([{ opened: 3, completed: 0, open: 3, refused: 30 }]);
  });

  test('whoever is refused decides otherwise the next time, also where that is rare', () => {
    const other = simulated(
      {
        initial: 'a',
        stages: {
          a: {
            tasks: { sign: { title: 'Sign', assignee: 'owner', form: 'acknowledgement' } },
            on: { 'task.sign.completed': [{ to: 'b', guard: 'result.decision = "refused"' }] },
          },
          b: { type: 'final' },
        },
      },
      { organisation: alike(20) },
    );
    expect(other).toMatchObject({ unfinished: 0, ended: 20 });
  });
});
