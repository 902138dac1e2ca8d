// Over random edits of random cycles and random plans under way, through the real store: what a rehearsal says is what
// the migration does, the rows are those that the plan says, no task, timer or subscription is lost or doubled, and undone
// everything is as it was.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  acceptedEvents,
  type InstantPolicy,
  type MigrationMapping,
  type Plan,
} from '../../../../engine/index.ts';
import { ProblemError } from '../../../../server/problem.ts';
import { createMigration, undoMigrationOf } from '../../../../server/runtime/migrations/migrations.ts';
import type { PlanReport } from '../../../../server/runtime/migrations/plan-report.ts';
import { dispatch } from '../../../../server/runtime/plans/dispatch.ts';
import { fireDue } from '../../../../server/runtime/plans/timers.ts';
import { firstBrokenAuditLine } from '../../../../server/store/queries/records.ts';
import { arbitraryEdits, editCycle } from '../../../support/edit-cycle.ts';
import { arbitraryChoices, arbitraryEndingCycle } from '../../../support/live-plan.ts';
import { makeOffice } from '../../../support/office.ts';

const drawn = fc.record({
  cycle: arbitraryEndingCycle,
  edits: arbitraryEdits(5),
  choices: fc.array(arbitraryChoices, { minLength: 2, maxLength: 2 }),
  policy: fc.constantFrom<InstantPolicy>('keep', 'rebase', 'restart'),
  pick: fc.nat(100),
});
type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never;
type Office = Awaited<ReturnType<typeof makeOffice>>;

const runs = Number(process.env.MIGRATION_RUNS ?? 40);
const cases = fc.sample(drawn, { numRuns: runs, seed: Number(process.env.MIGRATION_SEED ?? 20260105) });

const documentOf = ({ variables, initial, stages, on }: Drawn['cycle']) =>
  JSON.parse(JSON.stringify({ variables, initial, stages, on }));

const readPlan = ({ deps }: Office, id: string): Promise<Plan | null> =>
  deps.store.read(async (db) => {
    const row = await db.selectFrom('plans').select('state').where('id', '=', id).executeTakeFirst();
    return row ? JSON.parse(row.state) : null;
  });

/** Whatever the plan takes next, by number; what it refuses is refused. */
async function drive(office: Office, planId: string, choices: Drawn['choices'][number]): Promise<void> {
  const { deps } = office;
  for (const [turn, { pick, data, hours }] of choices.entries()) {
    const plan = await readPlan(office, planId);
    if (!plan || plan.status === 'ended') return;
    deps.clock.advance(hours * 3_600_000);
    if (pick % 5 === 0) await fireDue(deps, deps.clock.now());
    const compiled = await deps.store.read((db) => deps.cycles.find(db, plan.cycleId, plan.cycleVersion));
    const types = compiled ? acceptedEvents(compiled, plan).filter((type) => type !== 'stop') : [];
    const event = {
      id: `${planId}-${plan.revision}-${turn}`,
      type: types[pick % Math.max(1, types.length)] ?? 'nothing',
      data,
    };
    await dispatch(deps, { planId, event, actor: 'ada' }).catch((error: unknown) => {
      if (!(error instanceof ProblemError)) throw error;
    });
  }
}

async function settleIncidents({ as }: Office): Promise<void> {
  const admin = await as('ada');
  for (const { id } of (await admin('GET', '/api/v1/incidents?state=open')).body.items)
    await admin('POST', `/api/v1/incidents/${id}/skip`, { reason: 'Seen to.' });
}

const rowsOf = ({ deps }: Office) =>
  deps.store.read(async (db) => ({
    plans: (await db.selectFrom('plans').selectAll().orderBy('id').execute()).map(
      ({ revision, lastLine, state, ...row }) => ({
        ...row,
        state: { ...JSON.parse(state), revision: 0 },
      }),
    ),
    tasks: await db.selectFrom('tasks').selectAll().orderBy('id').execute(),
    timers: await db.selectFrom('timers').selectAll().orderBy('id').execute(),
    rewards: await db.selectFrom('rewards').selectAll().orderBy('id').execute(),
    interventions: await db.selectFrom('interventions').selectAll().orderBy('id').execute(),
    launches: await db.selectFrom('launches').selectAll().orderBy('id').execute(),
    subscriptions: await db.selectFrom('subscriptions').selectAll().orderBy('id').execute(),
  }));
type Rows = Awaited<ReturnType<typeof rowsOf>>;

/** I4: open tasks and armed timers that differ from the plan's own. */
function astray({ plans, tasks, timers }: Rows): string[] {
  const kept = plans.flatMap(({ id, state }) => [
    ...Object.entries((state as Plan).tasks).map(
      ([key, one]) => `${id} task ${key} ${one.stage} ${one.activation} ${one.dueAt}`,
    ),
    ...Object.entries((state as Plan).timers).map(
      ([key, one]) => `${id} timer ${key} ${one.stage} ${one.activation} ${one.dueAt}`,
    ),
  ]);
  const open = new Set(
    tasks
      .filter(({ state }) => state === 'open')
      .map((row) => `${row.planId} task ${row.key} ${row.stage} ${row.activation} ${row.dueAt}`),
  );
  const stage = timers
    .filter(({ kind }) => kind === 'stage')
    .map(
      (row) => `${row.planId} timer ${row.name} ${JSON.parse(row.data).stage} ${row.activation} ${row.dueAt}`,
    );
  const there = [...open, ...stage];
  return [...kept.filter((one) => !there.includes(one)), ...there.filter((one) => !kept.includes(one))];
}

/** Tasks alone. */
const astrayTasks = (rows: Rows): string[] => astray(rows).filter((line) => !line.includes(' timer '));

/** Of the tasks that are open: what watches over them, by task. */
const watched = ({ tasks, timers }: Rows): string[] => {
  const open = new Set(
    tasks.filter(({ state }) => state === 'open').map((row) => `${row.planId} ${row.key} ${row.activation}`),
  );
  return timers
    .filter(({ kind }) => kind === 'overdue' || kind === 'reminder' || kind === 'escalation')
    .map((row) => `${row.planId} ${row.name} ${row.activation}`)
    .filter((one) => !open.has(one));
};

/** Tasks that fall due later, and how often it will be told that they are overdue, unless that is once and then. */
function unwatched({ tasks, timers }: Rows, now: string): string[] {
  const open = tasks.filter(({ state, dueAt }) => state === 'open' && dueAt !== null && dueAt > now);
  const due = new Map(open.map((row) => [`${row.planId} ${row.key} ${row.activation}`, row.dueAt]));
  return [...due].flatMap(([task, dueAt]) => {
    const watches = timers.filter(
      ({ kind, planId, name, activation }) =>
        kind === 'overdue' && `${planId} ${name} ${activation}` === task,
    );
    return watches.length === 1 && watches[0]?.dueAt === dueAt ? [] : [`${task}: ${watches.length} watches`];
  });
}

/** What the subscription to all that plans do has heard so far, plan by plan in the order in which it is told. */
async function heard({ deps }: Office): Promise<Record<string, string[]>> {
  const sent = await deps.store.read((db) =>
    db.selectFrom('deliveries').select(['planId', 'planSeq', 'eventType']).orderBy('planSeq').execute(),
  );
  const byPlan = Map.groupBy(sent, ({ planId }) => planId ?? '');
  for (const [planId, lines] of byPlan)
    expect([planId, lines.map(({ planSeq }) => planSeq)]).toEqual([planId, lines.map((_, at) => at + 1)]);
  return Object.fromEntries([...byPlan].map(([id, lines]) => [id, lines.map(({ eventType }) => eventType)]));
}

/** Each plan that went was told of once, and no other. */
async function expectHeard(
  office: Office,
  { before, reports, type }: { before: Record<string, string[]>; reports: Reported[]; type: string },
): Promise<void> {
  const went = reports.filter(({ state }) => state === 'moved' || state === 'unchanged');
  const wanted = { ...before };
  for (const { planId } of went) wanted[planId] = [...(before[planId] ?? []), type];
  expect(await heard(office)).toEqual(wanted);
}

interface Reported extends PlanReport {
  planId: string;
  state: string;
}
async function reportsOf({ deps }: Office, id: string): Promise<Reported[]> {
  const items = await deps.store.read((db) =>
    db
      .selectFrom('migrationItems')
      .select(['planId', 'state', 'report'])
      .where('migrationId', '=', id)
      .orderBy('position')
      .execute(),
  );
  return items.map(({ report, ...item }) => ({ ...item, ...JSON.parse(report ?? '{}') }));
}

const sections = { stage: 'stages', task: 'tasks', timer: 'timers' } as const;
function answered(mapping: MigrationMapping, reports: Reported[], pick: number): MigrationMapping | null {
  const asked = reports.find(({ questions }) => questions.length > 0);
  const [question] = asked?.questions ?? [];
  if (!asked || !question) return null;
  const section = sections[question.about];
  const own = mapping.plans?.[asked.planId] ?? {};
  const choice = question.choices[pick % question.choices.length];
  const answer = { ...own, [section]: { ...own[section], [question.of]: choice } };
  return { ...mapping, plans: { ...mapping.plans, [asked.planId]: answer } };
}

const between = (mapping: MigrationMapping, dryRun: boolean) => ({
  cycleId: 'small',
  from: 1,
  to: 2,
  mapping,
  dryRun,
});

async function rehearsed(office: Office, mapping: MigrationMapping, pick: number) {
  let said = mapping;
  for (let turn = 0; turn < 60; turn += 1) {
    const { id } = await createMigration(office.deps, between(said, true), 'dora');
    const reports = await reportsOf(office, id);
    const next = answered(said, reports, pick + turn);
    if (!next) return { mapping: said, reports };
    said = next;
  }
  throw new Error('No end of questions.');
}

async function makeCase({ cycle, edits, choices, policy, pick }: Drawn) {
  const office = await makeOffice(documentOf(cycle));
  const wish = { url: 'http://127.0.0.1:9/', events: ['plan.*'] };
  expect((await (await office.as('ada'))('POST', '/api/v1/subscriptions', wish)).status).toBe(201);
  await office.publish(2, documentOf(editCycle(cycle, edits)));
  const started: string[] = [];
  for (const [index, one] of choices.entries()) {
    const planId = `p${index}`;
    await office.start(planId).then(
      () => started.push(planId),
      () => undefined,
    );
    if (started.includes(planId)) await drive(office, planId, one);
  }
  await settleIncidents(office);
  return { office, policy, pick };
}

const results: Record<string, number> = {};
const count = (what: string): void => {
  results[what] = (results[what] ?? 0) + 1;
};

/** The plan is where its report says, in the version that it says. */
async function expectWhereReported(office: Office, report: Reported): Promise<void> {
  const { planId, state, stage, tasks, timers } = report;
  count(state);
  for (const { change } of tasks) count(`task ${change}`);
  for (const { change } of timers) count(`timer ${change}`);
  const plan = await readPlan(office, planId);
  const went = state === 'moved' || state === 'unchanged';
  expect([plan?.cycleVersion, plan?.stage]).toEqual([went ? 2 : 1, went ? stage.after : stage.before]);
}

function expectNothingLost(before: Rows, after: Rows, now: string): void {
  const given = ({ rewards, interventions, launches, subscriptions }: Rows) => ({
    rewards,
    interventions,
    launches,
    subscriptions,
  });
  expect(given(after)).toEqual(given(before));
  // A timer that was refused is spent, though its plan still names it: that is no migration's doing.
  const planOf = (line: string): string => line.slice(0, line.indexOf(' '));
  const spent = new Set(astray(before).map(planOf));
  expect(astrayTasks(before)).toEqual([]);
  expect(astrayTasks(after)).toEqual([]);
  expect(astray(after).filter((line) => !spent.has(planOf(line)))).toEqual([]);
  expect(watched(after)).toEqual([]);
  expect(unwatched(before, now)).toEqual([]);
  expect(unwatched(after, now)).toEqual([]);
}

describe.each(cases.map((one, number) => [number, one] as const))('case %i', (_, one) => {
  test('is done as it was rehearsed, can be undone, and goes on', async () => {
    const { office, policy, pick } = await makeCase(one);
    const { deps } = office;
    const before = await rowsOf(office);
    const told = await heard(office);
    const { mapping, reports } = await rehearsed(office, { schema: 'migration/1', instants: policy }, pick);
    expect(await rowsOf(office)).toEqual(before);

    const migration = await createMigration(deps, between(mapping, false), 'dora');
    expect(await reportsOf(office, migration.id)).toEqual(reports);
    const after = await rowsOf(office);
    expectNothingLost(before, after, deps.clock.now());
    for (const report of reports) await expectWhereReported(office, report);
    await expectHeard(office, { before: told, reports, type: 'plan.migrated' });
    const toldOfIt = await heard(office);

    expect((await undoMigrationOf(deps, migration.id, 'dora')).status).toBe('undone');
    expect(await rowsOf(office)).toEqual(before);
    await expectHeard(office, { before: toldOfIt, reports, type: 'plan.migration-undone' });

    await createMigration(deps, between(mapping, false), 'dora');
    expect(withoutIds(await rowsOf(office))).toEqual(withoutIds(after));
    for (const [index, choices] of one.choices.entries()) await drive(office, `p${index}`, choices);
    if (astray(before).length === 0) expect(astrayTasks(await rowsOf(office))).toEqual([]);
    expect(await deps.store.read(firstBrokenAuditLine)).toBeNull();
  });
});

/** Done again a step is another revision, so what it opens and arms has other ids. */
const withoutIds = ({ plans, tasks, timers }: Rows) => ({
  plans,
  tasks: tasks.map(({ id, standsFor, ...row }) => JSON.stringify(row)).toSorted(),
  timers: timers.map(({ id, ...row }) => JSON.stringify(row)).toSorted(),
});

test('the cases were of every kind', () => {
  if (process.env.MIGRATION_SHOW) console.log(results);
  expect(results.moved).toBeGreaterThan(5);
  expect(results.unchanged).toBeGreaterThan(5);
  expect(results.blocked).toBeGreaterThan(2);
  for (const change of [
    'task carried',
    'task cancelled',
    'task opened',
    'timer carried',
    'timer cancelled',
    'timer armed',
  ])
    expect([change, results[change] ?? 0]).toEqual([change, expect.toSatisfy((times: number) => times > 0)]);
});
