// Feedback, a question, a reward on the wall, a leave to come and a budget: by plain commands of the people who would give
// them, some of them on an earlier day.
import { addDays } from '../../../engine/index.ts';
import { type Actor, systemActor } from '../../access/actor.ts';
import { actorOf } from '../../access/actor-of.ts';
import type { Deps } from '../../deps.ts';
import { findPeople } from '../../store/queries/people.ts';
import { planAbsence } from '../absences/absences.ts';
import { giveFeedback } from '../feedback/give-feedback.ts';
import { requestFeedback } from '../feedback/requests.ts';
import { consent, joinIn } from '../rewards/recognition.ts';
import { setBudget } from '../rewards/set-budget.ts';
import { asked, budget, glad, leave, told } from './what-people-said.ts';

const today = ({ clock }: Deps): string => clock.now().slice(0, 10);

/** As if it were that day, in the afternoon of New York. */
function onDay(deps: Deps, on: number | string): Deps {
  const day = typeof on === 'string' ? on : addDays(today(deps), -on);
  return { ...deps, clock: { now: () => `${day}T18:20:00.000Z` } };
}

async function actorFor({ store }: Deps, id: string): Promise<Actor> {
  return store.read(async (db) => {
    const [person] = await findPeople(db, [id]);
    if (!person) throw new Error(`The sample organisation has nobody who is ${id}.`);
    return actorOf(db, person);
  });
}

/** Who was rewarded shows it, and others are glad. */
async function recognise(deps: Deps): Promise<void> {
  const rewards = await deps.store.read((db) =>
    db.selectFrom('rewards').select(['id', 'personId']).orderBy('at').execute(),
  );
  for (const { id, personId } of rewards) {
    if (personId === null) continue;
    await consent(deps, await actorFor(deps, personId), { id, shown: true });
    for (const other of glad) await joinIn(deps, await actorFor(deps, other), id);
  }
}

export async function letPeopleSpeak(deps: Deps): Promise<void> {
  for (const { by, on, ...feedback } of told)
    await giveFeedback(onDay(deps, on), await actorFor(deps, by), feedback);
  const { by, on, ...request } = asked;
  await requestFeedback(onDay(deps, on), await actorFor(deps, by), request);
  await recognise(deps);
  const now = today(deps);
  const [from, to] = [addDays(now, leave.from), addDays(now, leave.to)];
  await planAbsence(deps, await actorFor(deps, leave.personId), { ...leave, from, to, kind: null });
  const year = now.slice(0, 4);
  const period = { periodStart: `${year}-01-01`, periodEnd: `${year}-12-31` };
  await setBudget(deps, systemActor, { ...budget, ...period });
}
