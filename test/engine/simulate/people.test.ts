// Who works what and when: relations, several seats, calendars, children and events from outside.
import { describe, expect, test } from 'vitest';
import { makeOrganisation, type SimulatedOrganisation } from '../../../engine/index.ts';
import { makeDirectory } from '../../../engine/simulate/organisation.ts';
import { makeWorkClock } from '../../../engine/simulate/work-clock.ts';
import type { Draft } from '../../support/given.ts';
import { alike, constant, inDays, simulated } from './given.ts';

/** whole ← left, right; left ← leaf-1 … leaf-3. */
function tree(): SimulatedOrganisation {
  const [unit] = alike(1).components;
  const part = (id: string, parentId: string | null, managerId: string | null) => ({
    ...unit!,
    id,
    parentId,
    ownerId: `owner-${id}`,
    managerId,
  });
  return {
    ...alike(1),
    components: [
      part('whole', null, null),
      part('left', 'whole', 'owner-whole'),
      part('right', 'whole', null),
      ...[1, 2, 3].map((number) => part(`leaf-${number}`, 'left', 'owner-left')),
    ],
  };
}

describe('relations', () => {
  const { resolve } = makeDirectory(tree());
  test.each([
    [3, 'owner', ['owner-leaf-1']],
    [3, 'manager', ['owner-left']],
    [3, 'manager.manager', ['owner-whole']],
    [3, 'manager.manager.manager', []],
    [2, 'manager', ['owner-whole']],
    [0, 'manager', []],
    [1, 'reports', ['owner-leaf-1', 'owner-leaf-2', 'owner-leaf-3']],
    [3, 'reports', []],
    [4, 'peers(1)', ['owner-leaf-1']],
    [4, 'peers(9)', ['owner-leaf-1', 'owner-leaf-3']],
    [0, 'peers(2)', []],
    [5, 'sponsor', ['owner-whole']],
    [5, 'role:hr', ['hana', 'hugo']],
    [5, 'role:king', []],
    [5, 'person:eve', ['eve']],
  ])('of component %i, %s means %j', (component, relation, people) => {
    expect(resolve(component, relation)).toEqual(people);
    expect(resolve(component, relation)).toEqual(people);
  });
});

const working = (task: object): Draft => ({
  initial: 'a',
  stages: {
    a: {
      tasks: { work: { title: 'Work', assignee: 'owner', form: 'feedback', ...task } },
      on: { 'task.work.completed': [{ to: 'b' }] },
    },
    b: { type: 'final' },
  },
});

describe('a task of several people', () => {
  const spread = {
    durations: { default: { unit: 'days' as const, of: { kind: 'uniform' as const, min: 0, max: 10 } } },
  };
  const days = (task: object): number =>
    simulated(working(task), { organisation: tree(), options: { repeats: 2_000 }, assumptions: spread }).days!
      .mean.value;

  test('of one takes its time: five days in the middle', () => {
    expect(days({ assignee: 'owner' })).toBeCloseTo(5, 0);
  });

  test('is done when enough of them have done theirs', () => {
    // Three of the six components are leaves with two peers each; the others have one, one and none.
    // For k of n even times in 0..10 the mean of the k-th is 10 k / (n + 1).
    const ofPeers = (two: number): number => (3 * two + 2 * 5 + 5) / 6;
    expect(days({ assignee: 'peers(2)', complete: 'any' })).toBeCloseTo(ofPeers(10 / 3), 0);
    expect(days({ assignee: 'peers(2)', complete: 'all' })).toBeCloseTo(ofPeers(20 / 3), 0);
    expect(days({ assignee: 'peers(2)', complete: 2 })).toBeCloseTo(ofPeers(20 / 3), 0);
  });

  test('takes its time once for all of them when that is what is known of it', () => {
    const together = { default: { ...spread.durations.default, together: true } };
    const { days, load, tasks } = simulated(working({ assignee: 'peers(2)' }), {
      organisation: tree(),
      options: { repeats: 2_000 },
      assumptions: { durations: together },
    });
    expect(days!.mean.value).toBeCloseTo(5, 0);
    expect(tasks[0]!.completed).toBe(12_000);
    // Three leaves are each two others' peer, and the two parts of the whole are each other's.
    expect(load.managers).toBe(2);
  });

  test('is load for each who has done it, and for one of a role that any may do', () => {
    const load = (task: object) => {
      const { load, tasks } = simulated(working(task), {
        organisation: tree(),
        assumptions: { durations: { default: inDays(1) }, load: { minutes: { default: 60 }, limit: 1 } },
      });
      return {
        people: load.flagged.map(({ person, minutes }) => `${person} ${minutes}`).sort(),
        unassigned: tasks[0]!.unassigned,
      };
    };
    expect(load({ assignee: 'reports' })).toEqual({
      people: ['owner-leaf-1 60', 'owner-leaf-2 60', 'owner-leaf-3 60', 'owner-left 60', 'owner-right 60'],
      unassigned: 4,
    });
    const staff = load({ assignee: 'role:hr' });
    expect(staff.people.length).toBeLessThanOrEqual(2);
    expect(staff.people.reduce((sum, line) => sum + Number(line.split(' ')[1]), 0)).toBe(6 * 60);
    expect(load({ assignee: 'role:hr', complete: 'all' }).people).toEqual(['hana 360', 'hugo 360']);
  });
});

test('what a task costs is what the cycle says of it, unless it is assumed of the very task', () => {
  const minutes = (assumed: object): number => {
    const { load } = simulated(working({ minutes: 90 }), {
      organisation: tree(),
      assumptions: { load: { minutes: assumed, limit: 1 } },
    });
    return load.flagged[0]?.minutes ?? 0;
  };
  expect([minutes({}), minutes({ default: 10 }), minutes({ forms: { feedback: 10 } })]).toEqual([90, 90, 90]);
  expect(minutes({ tasks: { work: 10 } })).toBe(10);
});

describe('working time', () => {
  const calendar = { zone: 'America/New_York', workingWeekdays: [1, 2, 3, 4, 5], holidays: ['2026-01-19'] };
  const clock = makeWorkClock(calendar);
  const ends = (from: string, amount: number, unit: 'hours' | 'days' | 'working-days'): string =>
    new Date(clock(Date.parse(from), amount, unit)).toISOString();

  test.each([
    // Friday 16 January, 15:00 in New York; Monday is a holiday.
    ['2026-01-16T20:00:00Z', 0.125, '2026-01-16T21:00:00.000Z'],
    ['2026-01-16T20:00:00Z', 0.25, '2026-01-16T22:00:00.000Z'],
    ['2026-01-16T20:00:00Z', 0.5, '2026-01-20T16:00:00.000Z'],
    ['2026-01-16T20:00:00Z', 1.25, '2026-01-20T22:00:00.000Z'],
    ['2026-01-16T20:00:00Z', 2.25, '2026-01-21T22:00:00.000Z'],
    // Before nine, after five, and on a Saturday work begins when the next working day does.
    ['2026-01-16T05:00:00Z', 0.5, '2026-01-16T18:00:00.000Z'],
    ['2026-01-16T23:30:00Z', 0.5, '2026-01-20T18:00:00.000Z'],
    ['2026-01-17T15:00:00Z', 0.5, '2026-01-20T18:00:00.000Z'],
    // Over the change to summer time on 8 March: nine o'clock is an hour earlier in UTC.
    ['2026-03-06T22:00:00Z', 1, '2026-03-09T21:00:00.000Z'],
  ])('from %s, %d working days end at %s', (from, amount, end) => {
    expect(ends(from, amount, 'working-days')).toBe(end);
  });

  test('hours and days are exact', () => {
    expect(ends('2026-03-07T20:00:00Z', 30, 'hours')).toBe('2026-03-09T02:00:00.000Z');
    expect(ends('2026-03-07T20:00:00Z', 1.5, 'days')).toBe('2026-03-09T08:00:00.000Z');
  });
});

describe('events', () => {
  test('of a task that is overdue come at its due instant', () => {
    const late: Draft = {
      initial: 'a',
      stages: {
        a: {
          tasks: { work: { title: 'Work', assignee: 'owner', form: 'feedback', due: 'P3D' } },
          on: { 'task.work.overdue': [{ to: 'b' }], 'task.work.completed': [{ to: 'c' }] },
        },
        b: { type: 'final', outcome: 'late' },
        c: { type: 'final', outcome: 'in-time' },
      },
    };
    const result = simulated(late, {
      organisation: alike(4),
      assumptions: { durations: { default: inDays(5) } },
    });
    expect(result).toMatchObject({
      endings: [{ ending: 'late', count: 4 }],
      days: { max: 3 },
      breached: { count: 0 },
    });
    expect(result.tasks).toMatchObject([{ opened: 4, completed: 0, closed: 4 }]);
  });

  test('from outside come again and again until the plan takes one', () => {
    const waiting: Draft = {
      initial: 'a',
      stages: {
        a: { after: [{ delay: 'P10D', to: 'b' }] },
        b: { on: { 'data.arrived': [{ to: 'c', guard: 'event.data.size > 2' }] } },
        c: { type: 'final' },
      },
    };
    const every = { every: constant(4), data: { size: 3 } };
    const result = simulated(waiting, {
      organisation: alike(2),
      assumptions: { events: { 'data.arrived': every } },
    });
    expect(result).toMatchObject({ ended: 2, days: { max: 12 } });
  });

  test('of the parts reach the plan of the whole when the last of them has ended', () => {
    const family: Draft = {
      initial: 'a',
      variables: { seen: 0 },
      stages: {
        a: {
          tasks: { work: { title: 'Work', assignee: 'owner', form: 'feedback' } },
          on: {
            'task.work.completed': [{ to: 'b', guard: 'count(children) = 0' }, { to: 'waiting' }],
            'children.settled': [{ to: 'b' }],
          },
        },
        waiting: {
          on: { 'children.settled': [{ to: 'b', guard: 'every c in children satisfies c.settled' }] },
          always: [{ to: 'b', guard: 'every c in children satisfies c.settled' }],
        },
        b: { type: 'final' },
      },
    };
    const result = simulated(family, {
      organisation: tree(),
      options: { repeats: 50 },
      assumptions: { durations: { default: { unit: 'days', of: { kind: 'uniform', min: 1, max: 9 } } } },
    });
    expect(result).toMatchObject({ plans: 300, ended: 300, failed: 0 });
    // Nobody's plan waits in the leaves; left waits for the last of three, the whole for the later of two.
    expect(result.stages.find(({ stage }) => stage === 'waiting')!.reached.count).toBeGreaterThan(20);
  });
});

describe('a made organisation', () => {
  test('has as many components as asked for, each after the one that it is part of', () => {
    for (const components of [1, 2, 50, 3_000]) {
      const made = makeOrganisation({ components }, 1);
      expect(made.components).toHaveLength(components);
      const seen = new Set<string>();
      for (const { id, parentId, managerId } of made.components) {
        expect(parentId === null ? seen.size === 0 : seen.has(parentId)).toBe(true);
        expect(managerId).toBe(parentId === null ? null : `owner-${parentId}`);
        seen.add(id);
      }
    }
  });

  test('has the span of control that was asked for, and no more levels', () => {
    const made = makeOrganisation({ components: 2_000, span: 6, depth: 4 }, 1);
    const levels = new Map<string, number>();
    for (const { id, parentId } of made.components) levels.set(id, (levels.get(parentId ?? '') ?? -1) + 1);
    expect(Math.max(...levels.values())).toBeLessThanOrEqual(4);

    const parents = makeOrganisation({ components: 2_000, span: 6 }, 1).components.map(
      ({ parentId }) => parentId,
    );
    const spans = [...Map.groupBy(parents, (id) => id).values()].map((parts) => parts.length);
    expect(spans.reduce((sum, one) => sum + one, 0) / spans.length).toBeCloseTo(6, 0);
    expect(Math.max(...spans)).toBeLessThanOrEqual(9);
  });

  test('is the same for the same seed', () => {
    expect(makeOrganisation({ components: 40 }, 3)).toEqual(makeOrganisation({ components: 40 }, 3));
    expect(makeOrganisation({ components: 40 }, 3)).not.toEqual(makeOrganisation({ components: 40 }, 4));
  });
});

test('an event that a transition hears by a pattern happens too', () => {
  const late: Draft = {
    initial: 'work',
    stages: {
      work: {
        tasks: { write: { title: 'Write', assignee: 'owner', form: 'feedback', due: 'P3D' } },
        on: { 'task.*': [{ to: 'done' }] },
      },
      done: { type: 'final', outcome: 'met' },
    },
  };
  const result = simulated(late, {
    organisation: alike(20),
    assumptions: { durations: { tasks: { write: inDays(10) } } },
  });
  expect(result).toMatchObject({ ended: 20, days: { mean: { value: 3 }, max: 3 } });
});
