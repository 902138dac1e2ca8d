// Tells people which tasks they work for somebody else from now on, and which came back.
import { listPeopleWithRole } from '../../store/queries/assignees.ts';
import { findPeople } from '../../store/queries/people.ts';
import type { Db } from '../../store/schema.ts';
import { countedAndListed, type MovedTask } from '../hand-over/listed-tasks.ts';
import { notifyPersons } from '../organisation/notify-people.ts';
import { presenceOf } from './presence.ts';

export interface Telling {
  at: string;
  /** Unique to what has happened. */
  idSeed: string;
}

async function nameOf(db: Db, personId: string): Promise<string> {
  return (await findPeople(db, [personId]))[0]?.name ?? personId;
}

/** Never the reason of an absence, which is the person's own. */
async function whereIs(db: Db, personId: string): Promise<string> {
  const { away, gone, until, named } = await presenceOf(db, personId);
  const name = await nameOf(db, personId);
  if (gone) return `${name} has left`;
  if (away) return `${name} is on leave until ${until}`;
  return named.length > 0
    ? `${name} has named a stand-in`
    : `${name} has decided for somebody else in the same plan`;
}

async function tellReceiver(db: Db, tasks: readonly MovedTask[], telling: Telling): Promise<void> {
  const [first] = tasks;
  if (!first?.onBehalfOf) return;
  const { to, onBehalfOf } = first;
  const place = { planId: null, componentId: null, at: telling.at };
  const where = await whereIs(db, onBehalfOf);
  const what = await countedAndListed(db, tasks);
  const idSeed = `${telling.idSeed}:${onBehalfOf}`;
  if (to === null) {
    const message = `${where}, and nobody is left to work ${what}. Give each to a person.`;
    const admins = await listPeopleWithRole(db, 'admin');
    await notifyPersons(db, admins, { ...place, message, idSeed: `${idSeed}:nobody` });
    return;
  }
  const message = `${where}; until then you stand in for ${what}. What is still open then goes back.`;
  const forGood = (await presenceOf(db, onBehalfOf)).gone
    ? `${where}; you answer for ${what}. What only they could say nobody says for them: HR names who does, or cancels the plan.`
    : `${where}; you stand in for ${what}.`;
  const isLeave = (await presenceOf(db, onBehalfOf)).until !== null;
  await notifyPersons(db, [to], { ...place, message: isLeave ? message : forGood, idSeed: `${idSeed}:to` });
}

async function tellOfReturn(db: Db, tasks: readonly MovedTask[], telling: Telling): Promise<void> {
  const [first] = tasks;
  if (!first?.to) return;
  const place = { planId: null, componentId: null, at: telling.at };
  const back = `${await countedAndListed(db, tasks)}. What others wrote meanwhile is kept under their names.`;
  const message = `You work your own tasks again; back with you: ${back}`;
  await notifyPersons(db, [first.to], { ...place, message, idSeed: `${telling.idSeed}:back` });
  const name = await nameOf(db, first.to);
  for (const [from, theirs] of Map.groupBy(tasks, (task) => task.from)) {
    if (from === null) continue;
    const went = `${name} works again and has back ${await countedAndListed(db, theirs)}. What you wrote is kept under your name.`;
    await notifyPersons(db, [from], { ...place, message: went, idSeed: `${telling.idSeed}:${name}:from` });
  }
}

/** Tasks with somebody to stand in for went to a stand-in; the others came back to whose they are. */
export async function tellStandIns(db: Db, moved: readonly MovedTask[], telling: Telling): Promise<void> {
  const [lent, back] = [
    moved.filter(({ onBehalfOf }) => onBehalfOf !== null),
    moved.filter(({ onBehalfOf }) => onBehalfOf === null),
  ];
  for (const tasks of Map.groupBy(lent, ({ to, onBehalfOf }) => `${to} ${onBehalfOf}`).values())
    await tellReceiver(db, tasks, telling);
  for (const tasks of Map.groupBy(back, ({ to }) => to).values()) await tellOfReturn(db, tasks, telling);
}
