// Over random edits of random cycles and random plans under way.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  acceptedEvents,
  addSpan,
  advance,
  type CompiledCycle,
  type Cycle,
  type CycleTask,
  compileCycle,
  type InstantPolicy,
  isSpan,
  type JsonObject,
  type LivePlan,
  type Migrated,
  type Migration,
  type MigrationMapping,
  migratedEvent,
  migratePlan,
  type Plan,
  type PlanMigration,
  prepareMigration,
  type Stages,
  type StayLine,
  staysOf,
  undoMigration,
  undoneEvent,
} from '../../../engine/index.ts';
import { configurationOf } from '../../../engine/migrate/configuration.ts';
import { indexStages } from '../../../engine/statechart/structure/stage-index.ts';
import { arbitraryEdits, type Edit, editCycle } from '../../support/edit-cycle.ts';
import { someFacts } from '../../support/given.ts';
import {
  arbitraryChoices,
  arbitraryEndingCycle,
  instantAfter,
  type Live,
  liveAfter,
  situationAt,
} from '../../support/live-plan.ts';

const now = instantAfter(2_000);

const livePlan = ({ plan, lines }: Live, at = now): LivePlan => ({
  plan,
  situation: situationAt(at),
  stays: staysOf(lines),
  results: {},
  openIncidents: 0,
});

function prepared(from: CompiledCycle, to: CompiledCycle, mapping: MigrationMapping): Migration {
  const found = prepareMigration(from, to, mapping);
  if (found.kind === 'refused') throw new Error(JSON.stringify([found.problems, mapping]));
  return found.migration;
}

interface Case {
  from: CompiledCycle;
  to: CompiledCycle;
  live: Live;
  mapping: MigrationMapping;
  result: PlanMigration;
  /** Decisions taken until no question was left. */
  answers: number;
}

type Answer = Extract<PlanMigration, { kind: 'needs-decision' }>['questions'][number];
const sections = { stage: 'stages', task: 'tasks', timer: 'timers' } as const;

const answered = (
  mapping: MigrationMapping,
  { about, of, choices }: Answer,
  pick: number,
): MigrationMapping => {
  const section = sections[about];
  const choice = choices[pick % Math.max(1, choices.length)];
  return { ...mapping, [section]: { ...mapping[section], [of]: choice } };
};

/** Migrates, answering each first question with one of its choices until nothing is asked. */
function decide(
  from: CompiledCycle,
  to: CompiledCycle,
  live: Live,
  mapping: MigrationMapping,
  pick: number,
): Case {
  let said = mapping;
  let result = migratePlan(prepared(from, to, said), livePlan(live));
  let answers = 0;
  while (result.kind === 'needs-decision') {
    const [question] = result.questions;
    if (!question) break;
    said = answered(said, question, pick + answers);
    result = migratePlan(prepared(from, to, said), livePlan(live));
    answers += 1;
    if (answers > 60) throw new Error(`No end of questions: ${JSON.stringify(question)}`);
  }
  return { from, to, live, mapping: said, result, answers };
}

interface Drawn {
  cycle: Cycle;
  edits: Edit[];
  choices: Parameters<typeof liveAfter>[1];
  policy: InstantPolicy;
  pick: number;
}
const drawn: fc.Arbitrary<Drawn> = fc.record({
  cycle: arbitraryEndingCycle,
  edits: arbitraryEdits(5),
  choices: arbitraryChoices,
  policy: fc.constantFrom<InstantPolicy>('keep', 'rebase', 'restart'),
  pick: fc.nat(100),
});

function caseOf({ cycle, edits, choices, policy, pick }: Drawn): Case | null {
  const from = compileCycle(cycle, 1);
  const live = liveAfter(from, choices);
  if (!live) return null;
  const to = compileCycle(editCycle(cycle, edits), 2);
  return decide(from, to, live, { schema: 'migration/1', instants: policy }, pick);
}

const runs = Number(process.env.MIGRATION_RUNS ?? 250);
const seed = Number(process.env.MIGRATION_SEED ?? 20260105);
const cases = fc.sample(drawn, { numRuns: runs, seed }).flatMap((given) => caseOf(given) ?? []);

type Done = Case & { result: Migrated };
const isMigrated = (result: PlanMigration): result is Migrated =>
  result.kind === 'unchanged' || result.kind === 'moved';
const isDone = (one: Case): one is Done => isMigrated(one.result);
const done = cases.filter(isDone);

/** Migrated right after its last step: its carried timers that wait for a span, beside what a calendar makes of that. */
function timersBeside({ from, to, live, mapping }: Done) {
  const { at, lines } = live;
  const result = migratePlan(prepared(from, to, mapping), livePlan(live, at));
  const delays = delaysIn(to.cycle.stages);
  const renamed = isMigrated(result) ? result.stages.map((one) => one.to) : [];
  return (isMigrated(result) ? result.timers : []).flatMap((one) => {
    if (one.kind !== 'carried' || renamed.includes(one.stage)) return [];
    const delay = delays.get(one.to);
    const entered = lines.findLast((line) => line.entered.includes(one.stage))?.at;
    if (delay === undefined || entered === undefined) return [];
    const since = mapping.instants === 'rebase' ? entered : at;
    return [{ id: one.to, dueAt: one.dueAt, due: addSpan(since, delay, someFacts.calendar), at }];
  });
}

const without = ({ cycleVersion, revision, ...plan }: Plan): unknown => plan;

function tasksIn(stages: Stages, found = new Map<string, { stage: string; task: CycleTask }>()) {
  for (const [stage, one] of Object.entries(stages)) {
    for (const [key, task] of Object.entries('tasks' in one ? (one.tasks ?? {}) : {}))
      found.set(key, { stage, task });
    if ('stages' in one) tasksIn(one.stages, found);
  }
  return found;
}
function timersIn(stages: Stages, found = new Map<string, string>()) {
  for (const [stage, one] of Object.entries(stages)) {
    const after = 'after' in one ? (one.after ?? []) : [];
    for (const [index, { id }] of after.entries()) found.set(id ?? `${stage}.${index}`, stage);
    if ('stages' in one) timersIn(one.stages, found);
  }
  return found;
}
/** Of timers that wait for a span. */
function delaysIn(stages: Stages, found = new Map<string, string>()) {
  for (const [stage, one] of Object.entries(stages)) {
    const after = 'after' in one ? (one.after ?? []) : [];
    for (const [index, { id, delay }] of after.entries())
      if (isSpan(delay)) found.set(id ?? `${stage}.${index}`, delay);
    if ('stages' in one) delaysIn(one.stages, found);
  }
  return found;
}
function activeIn(stages: Stages, leaves: readonly string[], line: string[] = [], found = new Set<string>()) {
  for (const [id, one] of Object.entries(stages)) {
    if (leaves.includes(id)) for (const stage of [...line, id]) found.add(stage);
    if ('stages' in one) activeIn(one.stages, leaves, [...line, id], found);
  }
  return found;
}

const migrationLine = ({ result, live }: Done): StayLine[] => [
  ...live.lines,
  { at: now, type: migratedEvent, ...result.moves, carried: result.stages },
];

function countBy(names: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

test('the cases are of every kind', () => {
  const counts = countBy(cases.map(({ result }) => result.kind));
  const codes = new Set(
    cases.flatMap(({ result }) => (result.kind === 'blocked' ? result.reasons.map(({ code }) => code) : [])),
  );
  if (process.env.MIGRATION_SHOW)
    console.log(counts, codes, cases.filter(({ answers }) => answers > 0).length);
  expect(counts.unchanged).toBeGreaterThan(20);
  expect(counts.moved).toBeGreaterThan(50);
  expect(counts.blocked).toBeGreaterThan(10);
  expect(cases.filter(({ answers }) => answers > 0).length).toBeGreaterThan(20);
  expect([...codes]).toEqual(expect.arrayContaining(['not-reachable', 'no-end']));
});

test('no question is left once each is answered with one of its choices', () => {
  expect(cases.filter(({ result }) => result.kind === 'needs-decision')).toEqual([]);
});

test('a plan that is blocked is told why in a sentence', () => {
  for (const { result } of cases)
    if (result.kind === 'blocked')
      for (const { message } of result.reasons) expect(message).toMatch(/^[A-Z“].*\.$/);
});

test('the same plan gives the same migration, and is left as it was', () => {
  for (const { from, to, live, mapping, result } of cases) {
    const before = JSON.stringify(live);
    const again = migratePlan(prepared(from, to, mapping), livePlan(structuredClone(live)));
    expect(JSON.stringify(again)).toBe(JSON.stringify(result));
    expect(JSON.stringify(live)).toBe(before);
  }
});

describe('a migrated plan', () => {
  test('is one of the new version, a revision on, and keeps all that is not of its place', () => {
    for (const { to, live, result } of done) {
      const { plan } = result;
      expect([plan.cycleVersion, plan.revision]).toEqual([to.version, live.plan.revision + 1]);
      for (const key of [
        'id',
        'period',
        'status',
        'round',
        'outcome',
        'score',
        'coverage',
        'goals',
        'startedAt',
        'movedAt',
        'ending',
      ] as const)
        expect(plan[key]).toEqual(live.plan[key]);
    }
  });

  test('stands where the new chart has a place', () => {
    const nothing = { id: 'x', type: 'nothing.known', data: {} };
    const mismatch = { kind: 'rejected', reason: expect.objectContaining({ code: 'cycle-mismatch' }) };
    for (const { to, result, from, live } of done.slice(0, 200)) {
      expect(advance(to, result.plan, nothing, situationAt(now))).not.toEqual(mismatch);
      const elsewhere = { ...live.plan, chart: { value: 'no-such-stage', history: {} } };
      expect(advance(from, elsewhere, nothing, situationAt(now))).toEqual(mismatch);
    }
  });

  test('takes the events that the new version waits for, its timers among them', () => {
    // A step without end takes long to be found out, so not every case is tried.
    for (const { to, result } of done.slice(0, 120)) {
      const { plan } = result;
      const [timer] = Object.entries(plan.timers);
      const [type] = acceptedEvents(to, plan);
      const events: { type: string; data: JsonObject }[] = [
        ...(timer ? [{ type: `timer.${timer[0]}`, data: { activation: timer[1].activation } }] : []),
        ...(type ? [{ type, data: { result: { ok: true } } }] : []),
      ];
      for (const event of events) {
        const step = advance(to, plan, { id: 'x', ...event }, situationAt(instantAfter(9_000)));
        if (step.kind === 'rejected')
          expect(['guards-refused', 'expression-failed', 'too-many-steps']).toContain(step.reason.code);
      }
    }
  });

  test('has open what the new version defines in the stages where it stands', () => {
    for (const { to, result } of done) {
      const { plan } = result;
      const active = activeIn(to.cycle.stages, plan.stage);
      const tasks = tasksIn(to.cycle.stages);
      const timers = timersIn(to.cycle.stages);
      for (const [key, { stage }] of Object.entries(plan.tasks)) {
        expect(tasks.get(key)?.stage).toBe(stage);
        expect(active).toContain(stage);
      }
      const ofStages = Object.entries(plan.timers).filter(([, { raises }]) => !raises);
      for (const [id, { stage }] of ofStages) {
        expect(timers.get(id)).toBe(stage);
        expect(active).toContain(stage);
      }
    }
  });

  test('has lost no task and doubled none', () => {
    for (const { result, live, mapping } of done) {
      const told = result.tasks.flatMap((one) => (one.kind === 'opened' ? [] : [one.from]));
      expect(told.toSorted()).toEqual(Object.keys(live.plan.tasks).toSorted());
      const now = result.tasks.flatMap((one) =>
        one.kind === 'carried' ? [one.to] : one.kind === 'opened' ? [one.effect.key] : [],
      );
      expect(now.toSorted()).toEqual(Object.keys(result.plan.tasks).toSorted());
      for (const one of result.tasks)
        if (one.kind === 'cancelled') expect(mapping.tasks?.[one.from]).toBeNull();
    }
  });

  test('has lost no timer and doubled none', () => {
    for (const { result, live, mapping } of done) {
      const told = result.timers.flatMap((one) => (one.kind === 'armed' ? [] : [one.from]));
      expect(told.toSorted()).toEqual(Object.keys(live.plan.timers).toSorted());
      const now = result.timers.flatMap((one) => (one.kind === 'cancelled' ? [] : [one.to]));
      expect(now.toSorted()).toEqual(Object.keys(result.plan.timers).toSorted());
      for (const one of result.timers)
        if (one.kind === 'cancelled') expect(mapping.timers?.[one.from]).toBeNull();
    }
  });

  test('has open and armed all that belongs to stages that begin', () => {
    // What is done or spent already is not asked for again, wherever it stands now.
    const whole = done.filter(({ from, live: { plan } }) => {
      const active = activeIn(from.cycle.stages, plan.stage);
      const [tasks, timers] = [tasksIn(from.cycle.stages), timersIn(from.cycle.stages)];
      return (
        [...tasks].every(([key, { stage }]) => !active.has(stage) || Object.hasOwn(plan.tasks, key)) &&
        [...timers].every(([id, stage]) => !active.has(stage) || Object.hasOwn(plan.timers, id))
      );
    });
    let [opened, armed] = [0, 0];
    for (const { to, result } of whole) {
      const begins = (stage: string) => result.moves.entered.includes(stage);
      const tasks = [...tasksIn(to.cycle.stages)].flatMap(([key, { stage }]) => (begins(stage) ? [key] : []));
      const timers = [...timersIn(to.cycle.stages)].flatMap(([id, stage]) => (begins(stage) ? [id] : []));
      expect(Object.keys(result.plan.tasks)).toEqual(expect.arrayContaining(tasks));
      expect(Object.keys(result.plan.timers)).toEqual(expect.arrayContaining(timers));
      opened += tasks.length;
      armed += timers.length;
    }
    expect([opened, armed].filter((count) => count < 3)).toEqual([]);
  });

  test('has open what only the new version asks for in stages that go on', () => {
    const added = done.flatMap(({ from, to, result, mapping }) => {
      const [old, now] = [tasksIn(from.cycle.stages), tasksIn(to.cycle.stages)];
      // Where a task is gone, a new one may be that under another name; then it may be done already.
      if (mapping.tasks !== undefined || [...old.keys()].some((key) => !now.has(key))) return [];
      const active = activeIn(to.cycle.stages, result.plan.stage);
      const fresh = [...now].filter(([key, { stage }]) => !old.has(key) && active.has(stage));
      return fresh.map(([key]) => ({ key, open: Object.keys(result.plan.tasks) }));
    });
    expect(added.length).toBeGreaterThan(3);
    expect(added.filter(({ key, open }) => !open.includes(key))).toEqual([]);
  });

  test('keeps its instants when they are to be kept', () => {
    for (const { result } of done.filter(({ mapping }) => mapping.instants === 'keep')) {
      const timers = result.timers.filter((one) => one.kind === 'carried');
      expect(timers.map(({ dueAt }) => dueAt)).toEqual(timers.map(({ before }) => before));
      const tasks = result.tasks.filter((one) => one.kind === 'carried');
      expect(tasks.map(({ dueAt, ladder }) => [dueAt, ladder])).toEqual(
        tasks.map(({ before }) => [before, null]),
      );
    }
  });

  test('has new instants that are not past when they are not to be kept', () => {
    for (const { result } of done.filter(({ mapping }) => mapping.instants !== 'keep')) {
      const ofStages = result.timers.filter((one) => one.kind !== 'cancelled');
      const dues = ofStages.flatMap(({ to, dueAt }) => (result.plan.timers[to]?.raises ? [] : [dueAt]));
      expect(dues.filter((dueAt) => dueAt < now)).toEqual([]);
    }
  });

  test('has timers that count from when their stage was entered, or from now, as the mapping says', () => {
    for (const policy of ['rebase', 'restart'] as const) {
      const reckoned = done.filter(({ mapping }) => mapping.instants === policy).flatMap(timersBeside);
      const wanted = reckoned.map(({ id, due, at }) => [id, [due, at].toSorted().at(-1)]);
      expect(reckoned.map(({ id, dueAt }) => [id, dueAt])).toEqual(wanted);
      expect(reckoned.filter(({ due, at }) => due > at).length).toBeGreaterThan(4);
    }
  });

  test('has stays that its history tells of', () => {
    for (const one of done) {
      const stays = staysOf(migrationLine(one));
      const timers = Object.values(one.result.plan.timers).filter(({ raises }) => !raises);
      const held = [...Object.values(one.result.plan.tasks), ...timers];
      for (const { stage, activation } of held) expect(stays.get(stage)?.activation).toBe(activation);
      const count = migrationLine(one).reduce((sum, { entered }) => sum + entered.length, 0);
      expect(one.result.plan.activations).toBe(count);
    }
  });

  test('goes the way from its old stages to its new ones', () => {
    for (const { from, to, live, result } of done) {
      const names = new Map(result.stages.map((one) => [one.from, one.to]));
      const before = [...activeIn(from.cycle.stages, live.plan.stage)].filter(
        (id) => !result.moves.left.includes(id),
      );
      const reached = [...before.map((id) => names.get(id) ?? id), ...result.moves.entered];
      expect(reached.toSorted()).toEqual([...activeIn(to.cycle.stages, result.plan.stage)].toSorted());
    }
  });

  test('is unchanged exactly when all that it holds exists alike in the new version', () => {
    for (const { from, to, live, result } of done) {
      const defined = (cycle: Cycle, key: string) => {
        const found = tasksIn(cycle.stages).get(key)?.task;
        return found && [found.title, found.description, found.form, found.complete];
      };
      const alike =
        JSON.stringify(without(result.plan)) === JSON.stringify(without(live.plan)) &&
        Object.keys(live.plan.tasks).every(
          (key) => JSON.stringify(defined(from.cycle, key)) === JSON.stringify(defined(to.cycle, key)),
        ) &&
        result.tasks.every((one) => one.kind === 'carried' && one.ladder === null);
      expect(result.kind).toBe(alike ? 'unchanged' : 'moved');
    }
  });

  test('is as it was before, byte for byte but for its revision, once the migration is undone', () => {
    for (const one of done) {
      const { live, result } = one;
      const undone = undoMigration(live.plan, result.plan.revision, result.plan);
      if (undone.kind !== 'undone') throw new Error('not undone');
      const { plan } = undone;
      expect(JSON.stringify({ ...plan, revision: live.plan.revision })).toBe(JSON.stringify(live.plan));
      const lines: StayLine[] = [
        ...migrationLine(one),
        { at: now, type: undoneEvent, left: result.moves.entered, entered: result.moves.left, carried: [] },
      ];
      expect(staysOf(lines)).toEqual(staysOf(live.lines));
    }
  });

  test('that has moved since cannot be undone', () => {
    for (const { live, result } of done.slice(0, 20))
      expect(
        undoMigration(live.plan, result.plan.revision, {
          ...result.plan,
          revision: result.plan.revision + 1,
        }),
      ).toEqual({
        kind: 'moved-since',
        revision: result.plan.revision + 1,
      });
  });
});

test('a version with the same content leaves every plan unchanged', () => {
  let count = 0;
  for (const { from, live } of cases) {
    const result = migratePlan(
      prepared(from, compileCycle(from.cycle, 2), { schema: 'migration/1' }),
      livePlan(live),
    );
    if (result.kind === 'unchanged') count += 1;
    else if (result.kind === 'blocked') expect(['no-end', 'released']).toContain(result.reasons[0]?.code);
    else expect(result).toBe('unchanged');
  }
  expect(count).toBeGreaterThan(100);
});

test('a configuration that a plan stands in is legal, and has the value that the chart gives it', () => {
  for (const { from, live } of cases) {
    const configuration = configurationOf(indexStages(from.cycle), live.plan.stage);
    expect(configuration).toMatchObject({ kind: 'legal', value: live.plan.chart.value });
  }
});
