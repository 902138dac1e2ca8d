// The first run: an empty data folder becomes a demo or starts clean with its first administrator.
import type { Person } from '../../../engine/index.ts';
import { systemActor } from '../../access/actor.ts';
import type { Deps } from '../../deps.ts';
import { ProblemError } from '../../problem.ts';
import { findPeople, hasPeople, insertPerson, insertSignIn } from '../../store/queries/people.ts';
import { appendAudit, changeOf } from '../../store/queries/records.ts';
import { type Mode, readMode, writeMode } from '../../store/queries/settings.ts';
import type { Db } from '../../store/schema.ts';
import { loadSamples } from './load-samples.ts';

/** Who one may be in the demo: a designer, a manager, an employee and an administrator. */
const DEMO_PEOPLE = ['demo-designer', 'demo-manager', 'demo-employee', 'demo-admin'];

export interface SetupState {
  state: 'empty' | 'ready';
  demo: boolean;
  demoAllowed: boolean;
  demoPeople: Person[];
}

const isEmpty = async (db: Db): Promise<boolean> => (await readMode(db)) === null && !(await hasPeople(db));

export async function readSetup({ store, site }: Deps): Promise<SetupState> {
  return store.read(async (db) => {
    const empty = await isEmpty(db);
    const demo = (await readMode(db)) === 'demo';
    return {
      state: empty ? 'empty' : 'ready',
      demo,
      demoAllowed: empty && site.loopback && !site.clean,
      demoPeople: demo ? await findPeople(db, DEMO_PEOPLE) : [],
    };
  });
}

async function requireEmpty(db: Db): Promise<void> {
  if (await isEmpty(db)) return;
  throw new ProblemError(
    'conflict',
    'This server is set up already; nothing was changed. Sign in, or choose another folder with --data.',
  );
}

const recordMode = async (deps: Deps, db: Db, mode: Mode): Promise<void> => {
  await writeMode(db, mode);
  await appendAudit(db, {
    at: deps.clock.now(),
    actor: systemActor.id,
    action: 'setup.choose',
    resource: 'setup',
    detail: changeOf(null, { mode }),
  });
};

/** @throws ProblemError conflict when the folder is not empty. */
export async function startClean(deps: Deps): Promise<void> {
  await deps.store.commit(async (db) => {
    await requireEmpty(db);
    await recordMode(deps, db, 'clean');
  });
}

/** @throws ProblemError conflict when the folder is not empty. */
export async function createFirstAdmin(
  deps: Deps,
  given: { name: string; email: string; password: string },
): Promise<Person> {
  const hash = await deps.signIns.hashPassword(given.password);
  return deps.store.commit(async (db) => {
    await requireEmpty(db);
    const at = deps.clock.now();
    const person: Person = {
      id: deps.ids.next('per'),
      name: given.name,
      email: given.email.toLowerCase(),
      roles: ['admin'],
    };
    await insertPerson(db, person, at);
    await insertSignIn(db, person, hash, at);
    await recordMode(deps, db, 'clean');
    return person;
  });
}

/** Loads the samples and remembers that this is a demo. @throws ProblemError conflict when the folder is not empty. */
export async function startDemo(deps: Deps): Promise<void> {
  await deps.store.read(requireEmpty);
  await loadSamples(deps, {
    begin: requireEmpty,
    finish: async (db) => {
      await recordMode(deps, db, 'demo');
      for (const person of await findPeople(db, DEMO_PEOPLE))
        await insertSignIn(db, person, null, deps.clock.now());
    },
  });
}

/** @throws ProblemError not-found when this is no demo or the person none of its people. */
export async function requireDemoPerson({ store }: Deps, personId: string): Promise<Person> {
  const person = await store.read(async (db) =>
    (await readMode(db)) === 'demo' && DEMO_PEOPLE.includes(personId)
      ? (await findPeople(db, [personId]))[0]
      : undefined,
  );
  if (!person) throw new ProblemError('not-found', 'There is no such demo person here.');
  return person;
}
