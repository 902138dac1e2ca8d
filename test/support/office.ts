// A small organisation with one plan under way, and everybody in it able to send requests.
// city (mayor) → dob (owner chief, manager deputy) → permits (owner pat), inspection (owner ian); hana is HR.
import { parseCycle, type Role } from '../../engine/index.ts';
import type { Actor } from '../../server/access/actor.ts';
import { startOnePlan } from '../../server/runtime/plans/start-one-plan.ts';
import { makeTestApp, makeTestDeps } from './server.ts';

const people: Record<string, Role[]> = {
  mayor: ['manager'],
  chief: ['manager'],
  deputy: ['manager'],
  pat: ['employee'],
  ian: ['employee'],
  hana: ['hr'],
  dora: ['designer'],
  ada: ['admin'],
};
const components = [
  ['city', null, 'mayor', null, 'City'],
  ['dob', 'city', 'chief', 'deputy', 'Department of Buildings'],
  ['permits', 'dob', 'pat', null, 'Permits'],
  ['inspection', 'dob', 'ian', null, 'Inspection'],
] as const;

export const actorOf = (id: string): Actor => ({
  id,
  name: `${id[0]?.toUpperCase()}${id.slice(1)}`,
  roles: people[id] ?? [],
});

async function writeOrganisation(deps: Awaited<ReturnType<typeof makeTestDeps>>): Promise<void> {
  const createdAt = deps.clock.now();
  await deps.store.commit(async (db) => {
    for (const [id, roles] of Object.entries(people)) {
      const person = { id, name: actorOf(id).name, email: `${id}@city.test`, roles: JSON.stringify(roles) };
      await db
        .insertInto('people')
        .values({ ...person, createdAt })
        .execute();
    }
    for (const [id, parentId, ownerId, managerId, name] of components) {
      const place = { id, parentId, ownerId, managerId, name, kind: 'department' };
      await db
        .insertInto('components')
        .values({ ...place, zone: null, holidayRegion: null, createdAt })
        .execute();
    }
  });
}

/** `stages` and what goes with them, as a cycle document has them. */
export async function makeOffice(document: Record<string, unknown>) {
  const deps = await makeTestDeps();
  await writeOrganisation(deps);
  /** A version of the one cycle, without asking whether it is sound. */
  const publish = async (version: number, stages: Record<string, unknown>) => {
    const parsed = parseCycle({ schema: 'cycle/1', id: 'small', name: 'Small', ...stages });
    if (parsed.kind === 'refused') throw new Error(JSON.stringify(parsed.problems));
    const text = JSON.stringify(parsed.cycle);
    const row = {
      cycleId: 'small',
      version,
      name: 'Small',
      hash: `h${version}`,
      note: '',
      publishedBy: 'dora',
    };
    await deps.store.commit((db) =>
      db
        .insertInto('cycleVersions')
        .values({ ...row, document: text, publishedAt: deps.clock.now() })
        .execute(),
    );
  };
  await publish(1, document);

  const start = (
    planId: string,
    componentId = 'permits',
    period = { start: '2026-01-01', end: '2026-12-31' },
  ) =>
    deps.store.commit(async (db) => {
      const compiled = await deps.cycles.find(db, 'small', 1);
      if (!compiled) throw new Error('The cycle is not there.');
      const starting = {
        planId,
        componentId,
        compiled,
        period,
        variables: {},
        launchId: 'l1',
        actor: 'system',
      };
      const problem = await startOnePlan(deps, db, starting);
      if (problem) throw new Error(problem);
    });
  const as = async (id: string) => (await makeTestApp(actorOf(id), deps)).send;
  const tasksOf = async (id: string, query = 'assignee=me') =>
    (await (await as(id))('GET', `/api/v1/tasks?${query}`)).body.items;
  const planState = (planId: string) =>
    deps.store.read(async (db) => {
      const row = await db.selectFrom('plans').selectAll().where('id', '=', planId).executeTakeFirstOrThrow();
      return { stage: JSON.parse(row.stage), revision: row.revision, status: row.status };
    });
  return { deps, publish, start, as, tasksOf, planState };
}
