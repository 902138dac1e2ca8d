import { describe, expect, test } from 'vitest';
import {
  advance,
  type CompiledCycle,
  type Cycle,
  compileCycle,
  type JsonObject,
  type LivePlan,
  type Migrated,
  type MigrationMapping,
  migratePlan,
  type Plan,
  type PlanMigration,
  prepareMigration,
  type StayLine,
  startPlan,
  staysOf,
} from '../../../engine/index.ts';
import { makeCycle, monday, someFacts } from '../../support/given.ts';
import { lineOf } from '../../support/live-plan.ts';

type Draft = { initial: string; stages: object; on?: object; variables?: JsonObject };

const cycle = (draft: Draft): Cycle => makeCycle(draft as Parameters<typeof makeCycle>[0]);
const at = (days: number): string => new Date(Date.parse(monday) + days * 86_400_000).toISOString();

interface Sent {
  type: string;
  data?: JsonObject;
  day?: number;
}

interface Given {
  events?: Sent[];
  mapping?: Partial<MigrationMapping>;
  /** Days after the start. */
  day?: number;
  results?: LivePlan['results'];
  openIncidents?: number;
}

const newPlan = { id: 'plan-1', componentId: 'parks', period: { start: '2026-01-01', end: '2026-12-31' } };

function moved(step: ReturnType<typeof advance>) {
  if (step.kind === 'rejected') throw new Error(JSON.stringify(step.reason));
  return step;
}

function walk(compiled: CompiledCycle, events: Sent[]): { plan: Plan; lines: StayLine[] } {
  const first = moved(startPlan(compiled, newPlan, { at: monday, facts: someFacts }));
  const lines = [lineOf('plan.started', monday, first)];
  let { plan } = first;
  for (const { type, data = {}, day = 0 } of events) {
    const step = moved(advance(compiled, plan, { id: type, type, data }, { at: at(day), facts: someFacts }));
    lines.push(lineOf(type, at(day), step));
    plan = step.plan;
  }
  return { plan, lines };
}

function migrate(old: Draft, other: Draft, given: Given = {}): PlanMigration & { before: Plan } {
  const [from, to] = [compileCycle(cycle(old), 1), compileCycle(cycle(other), 2)];
  const { plan, lines } = walk(from, given.events ?? []);
  const prepared = prepareMigration(from, to, { schema: 'migration/1', ...given.mapping });
  if (prepared.kind === 'refused') throw new Error(JSON.stringify(prepared.problems));
  const live: LivePlan = {
    plan,
    situation: { at: at(given.day ?? 0), facts: someFacts },
    stays: staysOf(lines),
    results: given.results ?? {},
    openIncidents: given.openIncidents ?? 0,
  };
  return { ...migratePlan(prepared.migration, live), before: plan };
}

function done(result: PlanMigration): Migrated {
  if (result.kind === 'unchanged' || result.kind === 'moved') return result;
  throw new Error(JSON.stringify(result));
}
const reasons = (result: PlanMigration) => (result.kind === 'blocked' ? result.reasons : []);
const questions = (result: PlanMigration) => (result.kind === 'needs-decision' ? result.questions : []);

const write = { title: 'Write', assignee: 'manager', form: 'appraisal', due: 'P10D', remind: ['-P2D'] };
const base = (review: object = {}, given: object = {}): Draft => ({
  initial: 'observe',
  stages: {
    observe: {
      entry: [{ do: 'reward', title: 'A good start' }],
      on: { 'period.closed': [{ to: 'review' }] },
      after: [{ delay: 'P90D', to: 'review' }],
    },
    review: {
      tasks: { write },
      on: { 'task.write.completed': [{ to: 'closed' }] },
      after: [{ delay: 'P30D', to: 'closed' }],
      ...review,
    },
    closed: { type: 'final', outcome: 'met' },
    ...given,
  },
});
const inReview: Sent[] = [{ type: 'period.closed', day: 1 }];

test('a plan whose stage, tasks and timers exist alike is unchanged but for its version', () => {
  const result = migrate(base(), base({ on: { 'task.write.completed': [{ to: 'observe' }] } }), {
    events: inReview,
  });
  expect(done(result)).toMatchObject({ kind: 'unchanged', moves: { left: [], entered: [] }, stages: [] });
  expect(done(result).plan).toEqual({
    ...result.before,
    cycleVersion: 2,
    revision: result.before.revision + 1,
  });
});

test('a renamed stage goes on under its new name, with its tasks and timers', () => {
  const { review, ...rest } = base().stages as Record<string, object>;
  const renamed = JSON.parse(
    JSON.stringify({ ...rest, appraise: review }).replaceAll('"to":"review"', '"to":"appraise"'),
  );
  const result = done(migrate(base(), { initial: 'observe', stages: renamed }, { events: inReview }));
  expect(result).toMatchObject({
    kind: 'moved',
    stages: [{ from: 'review', to: 'appraise' }],
    moves: { left: [], entered: [] },
    timers: [{ kind: 'carried', from: 'review.0', to: 'appraise.0', dueAt: at(31) }],
  });
  expect(result.plan).toMatchObject({
    stage: ['appraise'],
    chart: { value: 'appraise' },
    tasks: { write: { stage: 'appraise', activation: 2, openedAt: at(1), dueAt: at(11) } },
    timers: { 'appraise.0': { stage: 'appraise', activation: 2, dueAt: at(31) } },
    activations: 2,
  });
});

describe('a stage without a counterpart', () => {
  const other: Draft = {
    initial: 'watch',
    stages: {
      watch: { on: { 'year.over': [{ to: 'rate' }] } },
      rate: { kind: 'appraise', on: { rated: [{ to: 'closed' }] } },
      closed: { type: 'final', outcome: 'met' },
    },
  };

  test('asks where the plan shall stand, and offers the stages that lead on', () => {
    const [question] = questions(migrate(base(), other));
    expect(question).toEqual({
      about: 'stage',
      of: 'observe',
      pointer: '/stages/observe',
      choices: ['watch', 'rate'],
      message: '“observe” has no counterpart in version 2: say where the plan shall stand.',
    });
  });

  test('goes where the mapping says, and its timer needs a word too', () => {
    const stages = { observe: 'watch' };
    expect(questions(migrate(base(), other, { mapping: { stages } }))).toEqual([
      expect.objectContaining({
        about: 'timer',
        of: 'observe.0',
        pointer: '/timers/observe.0',
        choices: [null],
      }),
    ]);
    const result = done(migrate(base(), other, { mapping: { stages, timers: { 'observe.0': null } } }));
    expect(result.plan).toMatchObject({ stage: ['watch'], timers: {} });
    expect(result.timers).toEqual([{ kind: 'cancelled', from: 'observe.0', activation: 1, before: at(90) }]);
  });

  test('goes elsewhere when that is said for the plan alone', () => {
    const mapping = {
      stages: { observe: 'watch' },
      timers: { 'observe.0': null },
      plans: { 'plan-1': { stages: { observe: 'rate' } }, 'plan-2': { leave: true } },
    };
    expect(done(migrate(base(), other, { mapping })).plan.stage).toEqual(['rate']);
    const left = migrate(base(), other, { mapping: { ...mapping, plans: { 'plan-1': { leave: true } } } });
    expect(left.kind).toBe('left');
  });

  test('is never sent to an end', () => {
    const mapping = { stages: { observe: 'closed' }, timers: { 'observe.0': null } };
    expect(reasons(migrate(base(), other, { mapping }))).toEqual([
      { code: 'would-end', message: '“closed” is the end of the cycle, and a migration ends no plan.' },
    ]);
  });
});

describe('a stage that has become a container', () => {
  const parallel = base({
    type: 'parallel',
    after: [],
    stages: {
      self: {
        initial: 'self-open',
        stages: { 'self-open': { on: { said: [{ to: 'self-done' }] } }, 'self-done': { type: 'final' } },
      },
      peers: {
        initial: 'peers-open',
        stages: { 'peers-open': { on: { heard: [{ to: 'peers-done' }] } }, 'peers-done': { type: 'final' } },
      },
    },
    onDone: [{ to: 'closed' }],
  });

  test('asks which stages inside, one of each region', () => {
    const [question] = questions(migrate(base(), parallel, { events: inReview }));
    expect(question?.choices).toEqual([
      ['self-open', 'peers-open'],
      ['self-done', 'peers-open'],
      ['peers-open', 'self-open'],
      ['peers-done', 'self-open'],
    ]);
    expect(question?.message).toBe(
      '“review” has become the container “review”: say which stage inside the plan shall stand in.',
    );
  });

  test('takes the plan in with one stage of each region', () => {
    const mapping = { stages: { review: ['self-open', 'peers-done'] }, timers: { 'review.0': null } };
    const result = done(migrate(base(), parallel, { events: inReview, mapping }));
    expect(result.plan.stage).toEqual(['self-open', 'peers-done']);
    expect(result.plan.chart.value).toEqual({ review: { self: 'self-open', peers: 'peers-done' } });
    expect(result.moves).toMatchObject({ left: [], entered: ['review', 'self', 'peers', 'peers-done'] });
    expect(result.plan.activations).toBe(6);
  });

  test('blocks a plan for which a region is missing', () => {
    const mapping = { stages: { review: 'self-open' }, timers: { 'review.0': null } };
    expect(reasons(migrate(base(), parallel, { events: inReview, mapping }))).toEqual([
      {
        code: 'configuration',
        message:
          'The plan cannot stand like that in version 2: in “review” “peers” would have no active stage; name one of each region in the mapping.',
      },
    ]);
  });

  test('blocks a plan that would rest where everything is done', () => {
    const mapping = { stages: { review: ['self-done', 'peers-done'] }, timers: { 'review.0': null } };
    expect(reasons(migrate(base(), parallel, { events: inReview, mapping }))).toEqual([
      {
        code: 'not-at-rest',
        message:
          'The plan would not rest there in version 2: “review” leads on to “closed”. Choose another stage.',
      },
    ]);
  });
});

test('stages put into a container go on there, and nothing that the container does on entry is done', () => {
  const { observe, review, closed } = base().stages as Record<string, object>;
  const wrapped: Draft = {
    initial: 'work',
    stages: {
      work: {
        initial: 'observe',
        entry: [{ do: 'reward', title: 'Not again' }],
        tasks: { notes: { title: 'Keep notes', assignee: 'owner', form: 'feedback' } },
        stages: { observe, review },
      },
      closed,
    },
  };
  const result = done(migrate(base(), wrapped, { events: inReview, day: 5 }));
  expect(result.moves).toEqual({ left: [], entered: ['work'], transitions: [], asked: [] });
  expect(result.plan).toMatchObject({
    chart: { value: { work: 'review' } },
    tasks: {
      write: { activation: 2 },
      notes: { stage: 'work', activation: 3, openedAt: at(5), dueAt: null },
    },
    activations: 3,
  });
  expect(result.tasks.map(({ kind }) => kind)).toEqual(['carried', 'opened']);
});

describe('timers', () => {
  const longer = base({ after: [{ delay: 'P60D', to: 'closed' }] });
  const shorter = base({ after: [{ delay: '3bd', to: 'closed' }] });
  const timer = (other: Draft, instants: MigrationMapping['instants']) => {
    const { timers, plan } = done(
      migrate(base(), other, { events: inReview, day: 21, mapping: { instants } }),
    );
    expect(Object.values(plan.timers).map(({ dueAt }) => dueAt)).toEqual(
      timers.map((one) => 'dueAt' in one && one.dueAt),
    );
    return timers;
  };

  test('that wait for and lead to something else in their place may be others: somebody has to say', () => {
    const other = base({ after: [{ delay: 'P60D', to: 'observe' }] });
    expect(questions(migrate(base(), other, { events: inReview }))).toEqual([
      {
        about: 'timer',
        of: 'review.0',
        pointer: '/timers/review.0',
        choices: ['review.0', null],
        message:
          'The timer “review.0” may be another one now: what the new version calls so has another delay and leads elsewhere. Say which timer it becomes, or cancel it with null.',
      },
    ]);
  });

  test('are kept at their instant', () => {
    expect(timer(longer, 'keep')).toMatchObject([{ before: at(31), dueAt: at(31), policy: 'keep' }]);
  });

  test('are re-based: their new delay counts from when the stage was entered', () => {
    expect(timer(longer, 'rebase')).toMatchObject([{ before: at(31), dueAt: at(61), policy: 'rebase' }]);
  });

  test('are due at once when their re-based instant is past', () => {
    expect(timer(shorter, 'rebase')).toMatchObject([{ before: at(31), dueAt: at(21) }]);
  });

  test('are restarted: their new delay counts from now', () => {
    expect(timer(longer, 'restart')).toMatchObject([{ before: at(31), dueAt: at(81) }]);
    // Three working days after Monday in three weeks.
    expect(timer(shorter, 'restart')).toMatchObject([{ before: at(31), dueAt: at(24) }]);
  });

  test('have a policy of their own where the mapping says so', () => {
    const mapping = {
      instants: 'restart' as const,
      timers: { 'review.0': { to: 'review.0', policy: 'keep' as const } },
    };
    expect(done(migrate(base(), longer, { events: inReview, day: 21, mapping })).timers).toMatchObject([
      { dueAt: at(31) },
    ]);
  });

  test('that the new version has besides are armed from now, or left out', () => {
    const more = base({
      after: [
        { delay: 'P5D', do: [] },
        { delay: 'P30D', to: 'closed' },
      ],
    });
    const given = { events: inReview, day: 21 };
    expect(done(migrate(base(), more, given)).timers).toEqual([
      expect.objectContaining({ kind: 'carried', from: 'review.0', to: 'review.1', dueAt: at(31) }),
      { kind: 'armed', to: 'review.0', stage: 'review', activation: 2, dueAt: at(26) },
    ]);
    const left = done(migrate(base(), more, { ...given, mapping: { added: { timers: 'leave' } } }));
    expect(Object.keys(left.plan.timers)).toEqual(['review.1']);
  });

  test('that were spent in this stay are not armed again', () => {
    const acting = base({ after: [{ delay: 'P5D' }, { delay: 'P30D', to: 'closed' }] });
    const events = [...inReview, { type: 'timer.review.0', day: 6 }];
    const result = done(migrate(acting, acting, { events, day: 10 }));
    expect(result.kind).toBe('unchanged');
    expect(Object.keys(result.plan.timers)).toEqual(['review.1']);
  });
});

describe('tasks', () => {
  const given = { events: inReview, day: 5 };
  const task = (result: PlanMigration) => done(result).tasks[0];

  test('keep their due date and what reminds of them', () => {
    const other = base({ tasks: { write: { ...write, due: 'P20D', title: 'Write it' } } });
    expect(task(migrate(base(), other, given))).toMatchObject({
      title: 'Write it',
      before: at(11),
      dueAt: at(11),
      ladder: null,
    });
  });

  test('are due anew, and reminded of anew, by policy', () => {
    const other = base({
      tasks: { write: { ...write, due: 'P20D', escalate: [{ after: 'P3D', to: 'role:hr' }] } },
    });
    const rebased = task(migrate(base(), other, { ...given, mapping: { instants: 'rebase' } }));
    expect(rebased).toMatchObject({
      dueAt: at(21),
      ladder: { reminders: [at(19)], escalations: [{ at: at(24), to: 'role:hr' }] },
    });
    const restarted = task(
      migrate(base(), other, { ...given, mapping: { tasks: { write: { to: 'write', due: 'restart' } } } }),
    );
    expect(restarted).toMatchObject({ dueAt: at(25), ladder: { reminders: [at(23)] } });
  });

  test('that are overdue stay so when they are re-based', () => {
    const other = base({ tasks: { write: { ...write, due: 'P20D' } } });
    const result = migrate(base(), other, { ...given, day: 15, mapping: { instants: 'rebase' } });
    expect(task(result)).toMatchObject({ dueAt: at(11), ladder: null });
  });

  test('that are gone ask what becomes of them', () => {
    const other = base({ tasks: { talk: { title: 'Talk', assignee: 'owner', form: 'feedback' } } });
    const [question] = questions(migrate(base(), other, given));
    expect(question).toEqual({
      about: 'task',
      of: 'write',
      pointer: '/tasks/write',
      choices: ['talk', null],
      message:
        'The task “Write” (write) has no counterpart: say which task it becomes, or cancel it with null.',
    });
    const cancelled = done(migrate(base(), other, { ...given, mapping: { tasks: { write: null } } }));
    expect(Object.keys(cancelled.plan.tasks)).toEqual(['talk']);
    const carried = done(migrate(base(), other, { ...given, mapping: { tasks: { write: 'talk' } } }));
    expect(carried.plan.tasks).toEqual({
      talk: { stage: 'review', activation: 2, openedAt: at(1), dueAt: at(11) },
    });
  });

  test('that the new version has besides open as on entry, or are left out', () => {
    const sign = { title: 'Sign', assignee: 'owner', form: 'feedback', due: 'P3D' };
    const other = base({ tasks: { write, sign } });
    expect(done(migrate(base(), other, given)).tasks[1]).toMatchObject({
      kind: 'opened',
      effect: { key: 'sign', activation: 2, assignee: 'owner', dueAt: at(8) },
    });
    const left = done(migrate(base(), other, { ...given, mapping: { added: { except: ['sign'] } } }));
    expect(Object.keys(left.plan.tasks)).toEqual(['write']);
  });

  test('that were done in this stay are not opened again', () => {
    const both = base({
      tasks: { write, sign: { title: 'Sign', assignee: 'owner', form: 'feedback' } },
      on: { never: [{ to: 'closed' }] },
    });
    const events = [...inReview, { type: 'task.sign.completed', data: { result: {} } }];
    expect(Object.keys(done(migrate(both, both, { events })).plan.tasks)).toEqual(['write']);
  });

  test('with results already that do not fit the new form ask', () => {
    const other = base({ tasks: { write: { ...write, form: 'feedback' }, spare: write } });
    const [question] = questions(
      migrate(base(), other, { ...given, results: { write: [{ methods: 'meets' }] } }),
    );
    expect(question).toMatchObject({ about: 'task', of: 'write', choices: [null] });
    expect(question?.message).toContain('has results already that do not fit its new form');
    const fitting = { results: { write: [{ text: 'On 12 May the list was ready.' }] } };
    expect(migrate(base(), other, { ...given, ...fitting }).kind).toBe('moved');
  });
});

describe('a plan is not migrated', () => {
  test('while an incident is open', () => {
    expect(reasons(migrate(base(), base(), { openIncidents: 1 }))).toEqual([
      { code: 'open-incident', message: 'An incident is open: retry or skip first.' },
    ]);
  });

  const meeting = (kind: string) =>
    base({ kind, tasks: { sign: { title: 'Sign', assignee: 'owner', form: 'acknowledgement' } } });

  test('between the release of an appraisal and the end of its dispute', () => {
    const [reason] = reasons(migrate(meeting('appraise'), meeting('appraise'), { events: inReview }));
    expect(reason?.code).toBe('released');
    expect(migrate(meeting('plan'), meeting('plan'), { events: inReview }).kind).toBe('unchanged');
    const marked = base({ released: true });
    expect(reasons(migrate(marked, marked, { events: inReview }))[0]?.code).toBe('released');
    const form = { type: 'object', properties: { text: { type: 'string' } } };
    for (const purpose of ['dispute', 'appeal']) {
      const disputed = base({ tasks: { decide: { title: 'Decide', assignee: 'role:hr', form, purpose } } });
      expect(reasons(migrate(disputed, disputed, { events: inReview }))[0]?.code).toBe('released');
    }
  });

  test('there, unless the mapping knows the stage better than the rule', () => {
    const released = (said: boolean) => ({ events: inReview, mapping: { released: { review: said } } });
    expect(migrate(meeting('appraise'), meeting('appraise'), released(false)).kind).toBe('unchanged');
    expect(reasons(migrate(base(), base(), released(true)))[0]?.code).toBe('released');
  });

  test('to a stage where it would go on at once', () => {
    const other = base({ always: [{ to: 'closed', guard: 'round = 1' }] });
    expect(reasons(migrate(base(), other, { events: inReview }))).toEqual([
      {
        code: 'not-at-rest',
        message:
          'The plan would not rest there in version 2: “review” leads on to “closed”, because the condition round = 1 holds. Choose another stage.',
      },
    ]);
  });

  test('to a stage that no plan can reach, or that leads to no end', () => {
    const { observe, review, closed } = base().stages as Record<string, object>;
    const cut: Draft = {
      initial: 'observe',
      stages: { observe: { on: { go: [{ to: 'closed' }] } }, review: review ?? {}, closed: closed ?? {} },
    };
    expect(reasons(migrate(base(), cut, { events: inReview }))[0]?.code).toBe('not-reachable');
    const endless: Draft = {
      initial: 'observe',
      stages: {
        observe: observe ?? {},
        review: { tasks: { write }, on: { 'task.write.completed': [{ to: 'observe' }] } },
        closed: closed ?? {},
      },
    };
    expect(
      reasons(migrate(base(), endless, { events: inReview, mapping: { timers: { 'review.0': null } } }))[0]
        ?.code,
    ).toBe('no-end');
  });

  test('when an expression of the new version fails', () => {
    const other = base({
      tasks: { write, late: { title: 'Late', assignee: 'owner', form: 'feedback', due: '"soon"' } },
    });
    expect(reasons(migrate(base(), other, { events: inReview }))[0]).toMatchObject({
      code: 'expression-failed',
    });
  });
});

test('an event raised with a delay waits on, wherever the plan goes', () => {
  const raise = { do: 'raise', event: 'year.over', delay: 'P40D', id: 'year' };
  const old = base({ entry: [raise] });
  const { review, ...rest } = base().stages as Record<string, object>;
  const renamed: Draft = {
    initial: 'observe',
    stages: JSON.parse(
      JSON.stringify({ ...rest, appraise: review }).replaceAll('"to":"review"', '"to":"appraise"'),
    ),
  };
  const result = done(migrate(old, renamed, { events: inReview, day: 5, mapping: { instants: 'restart' } }));
  const [id, timer] = Object.entries(result.plan.timers).find(([, { raises }]) => raises) ?? [];
  expect(timer).toEqual({
    stage: 'appraise',
    activation: 2,
    dueAt: at(41),
    raises: { id: 'year', type: 'year.over', data: {} },
  });
  expect(result.timers.find((one) => one.kind === 'carried' && one.from === id)).toMatchObject({
    to: id,
    policy: 'keep',
  });
});

describe('history', () => {
  const leave = (inside: object, given: object = {}): Draft => ({
    initial: 'work',
    stages: {
      work: { initial: 'first', stages: inside, on: { 'leave.started': [{ to: 'away' }] } },
      away: { on: { 'leave.ended': [{ to: 'before' }] } },
      closed: { type: 'final' },
      ...given,
    },
  });
  const first = { on: { next: [{ to: 'second' }] } };
  const second = { on: { next: [{ to: 'closed' }] } };
  const before = { type: 'history' };
  const events = [{ type: 'next' }, { type: 'leave.started' }];

  test('is kept where it still makes sense, and leads back there', () => {
    const old = leave({ first, second, before });
    const result = done(
      migrate(old, leave({ first, second, before, third: { on: { next: [{ to: 'first' }] } } }), { events }),
    );
    expect(result.plan.chart).toEqual({ value: 'away', history: { before: ['second'] } });
    expect(result.forgotten).toEqual([]);
  });

  test('is forgotten where the remembered stage is gone', () => {
    const other = leave({ first: { on: { next: [{ to: 'closed' }] } }, before });
    const result = done(migrate(leave({ first, second, before }), other, { events }));
    expect(result).toMatchObject({ kind: 'moved', forgotten: ['before'], plan: { chart: { history: {} } } });
  });
});

describe('deep history', () => {
  const region = (id: string) => ({
    initial: `${id}-open`,
    stages: {
      [`${id}-open`]: { on: { [`${id}.done`]: [{ to: `${id}-done` }] } },
      [`${id}-done`]: { type: 'final' },
    },
  });
  const reviewing = (regions: string[], before: object): Draft => ({
    initial: 'work',
    stages: {
      work: {
        initial: 'review',
        stages: {
          review: { type: 'parallel', stages: Object.fromEntries(regions.map((id) => [id, region(id)])) },
          before,
        },
        on: { 'leave.started': [{ to: 'away' }] },
      },
      away: { on: { 'leave.ended': [{ to: 'before' }], stop: [{ to: 'closed' }] } },
      closed: { type: 'final' },
    },
  });
  const deep = { type: 'history', history: 'deep' };
  const old = reviewing(['self', 'peers'], deep);
  const events = [{ type: 'self.done' }, { type: 'leave.started' }];

  test('remembers one stage of each region, and leads back to all of them', () => {
    const same = done(migrate(old, old, { events }));
    expect(same.plan.chart.history).toEqual({ before: ['self-done', 'peers-open'] });
    const back = advance(
      compileCycle(cycle(old), 2),
      same.plan,
      { id: 'x', type: 'leave.ended', data: {} },
      { at: at(9), facts: someFacts },
    );
    expect(moved(back).plan.stage).toEqual(['self-done', 'peers-open']);
  });

  test('is forgotten where a region has come or gone', () => {
    for (const regions of [['self', 'peers', 'boss'], ['self']]) {
      const result = done(migrate(old, reviewing(regions, deep), { events }));
      expect(result).toMatchObject({
        forgotten: ['before'],
        plan: { stage: ['away'], chart: { history: {} } },
      });
    }
  });

  test('is forgotten where the history stage looks less deep', () => {
    const result = done(migrate(old, reviewing(['self', 'peers'], { type: 'history' }), { events }));
    expect(result.forgotten).toEqual(['before']);
  });

  test('is forgotten where a remembered stage stands elsewhere now', () => {
    const other = reviewing(['self'], deep);
    const elsewhere = { ...other, stages: { ...other.stages, peers: region('peers') } };
    const reached = JSON.parse(
      JSON.stringify(elsewhere).replace('"leave.started":', '"aside":[{"to":"peers"}],"leave.started":'),
    );
    expect(done(migrate(old, reached, { events })).forgotten).toEqual(['before']);
  });
});

test('variables are renamed, set, and begin as the new version says', () => {
  const old = { ...base(), variables: { limit: 3, kept: 'a' } };
  const other = { ...base(), variables: { most: 9, kept: 'b', extra: [1] } };
  const mapping = { variables: { rename: { limit: 'most' }, set: { seen: true } } };
  const result = done(migrate(old, other, { mapping }));
  expect(result.plan.variables).toEqual({ most: 3, kept: 'a', seen: true, extra: [1] });
  expect(result).toMatchObject({ kind: 'moved', variables: ['limit', 'most', 'seen', 'extra'] });
});

test.each<[string, Partial<MigrationMapping>, string, string]>([
  [
    'another cycle',
    { cycleId: 'other' },
    '/cycleId',
    'The mapping is for cycleId other, and the migration is for tested.',
  ],
  ['other versions', { from: 3 }, '/from', 'The mapping is for from 3, and the migration is for 1.'],
  [
    'a stage that is not there',
    { stages: { reveiw: 'review' } },
    '/stages/reveiw',
    'Version 1 has no stage “reveiw”. Did you mean “review”?',
  ],
  [
    'a target that is not there',
    { stages: { review: 'reveiw' } },
    '/stages/review',
    'Version 2 has no stage “reveiw”. Did you mean “review”?',
  ],
  [
    'a task that is not there',
    { tasks: { write: 'wrote' } },
    '/tasks/write',
    'Version 2 has no task “wrote”. Did you mean “write”?',
  ],
  [
    'a timer that is not there',
    { timers: { 'review.0': 'review.7' } },
    '/timers/review.0',
    'Version 2 has no timer “review.7”. Did you mean “review.0”?',
  ],
  [
    'a stage of no version as released',
    { released: { never: true } },
    '/released/never',
    'Version 1 has no stage “never”.',
  ],
  [
    'a name that every plan has',
    { variables: { set: { score: 1 } } },
    '/variables/set/score',
    '“score” is what every plan has of itself; it is no variable.',
  ],
  [
    'a mistake for one plan',
    { plans: { 'plan-1': { tasks: { write: 'wrote' } } } },
    '/plans/plan-1/tasks/write',
    'Version 2 has no task “wrote”. Did you mean “write”?',
  ],
])('a mapping with %s is refused with the place of the mistake', (_, mapping, pointer, message) => {
  const [from, to] = [compileCycle(cycle(base()), 1), compileCycle(cycle(base()), 2)];
  expect(prepareMigration(from, to, { schema: 'migration/1', ...mapping })).toEqual({
    kind: 'refused',
    problems: [{ pointer, message }],
  });
});

test('two tasks cannot become one', () => {
  const sign = { title: 'Sign', assignee: 'owner', form: 'feedback' };
  const both = compileCycle(cycle(base({ tasks: { write, sign } })), 1);
  const prepare = (tasks: MigrationMapping['tasks']) =>
    prepareMigration(both, compileCycle(both.cycle, 2), { schema: 'migration/1', tasks });
  expect(prepare({ write: 'sign' })).toMatchObject({
    problems: [
      {
        message:
          'The tasks “write” and “sign” would both become “sign”. Send one elsewhere, or cancel it with null.',
      },
    ],
  });
  expect(prepare({ write: 'sign', sign: null })).toMatchObject({ problems: [{ pointer: '/tasks/write' }] });
  expect(prepare({ write: 'sign', sign: 'write' }).kind).toBe('prepared');
});
