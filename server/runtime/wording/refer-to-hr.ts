// Words that are refused for naming a protected status, put before HR by their writer: HR decide whether it has to be
// said, and say it themselves. Nothing reaches whom it is about.
import { loadWording } from '../../../engine/index.ts';
import type { Actor } from '../../access/actor.ts';
import type { Deps } from '../../deps.ts';
import { ProblemError } from '../../problem.ts';
import { listPeopleWithRole } from '../../store/queries/assignees.ts';
import { findComponent } from '../../store/queries/components.ts';
import { findPerson } from '../../store/queries/people.ts';
import { appendAudit } from '../../store/queries/records.ts';
import { insertReferral, listReferrals } from '../../store/queries/wording.ts';
import type { Db } from '../../store/schema.ts';
import { notifyPersons } from '../organisation/notify-people.ts';

export interface Referring {
  text: string;
  componentId?: string | undefined;
  personId?: string | undefined;
}

/** @throws ProblemError invalid. */
async function aboutOf(db: Db, { componentId, personId }: Referring) {
  const component = componentId === undefined ? null : await findComponent(db, componentId);
  const person = personId === undefined ? null : await findPerson(db, personId);
  const isMissing =
    (componentId !== undefined && !component) ||
    (personId !== undefined && !person) ||
    (!component && !person);
  if (isMissing)
    throw new ProblemError('invalid', 'Say whom the words are about: a person or a component that exists.');
  return { name: person?.name ?? component?.name ?? '', subjects: [person?.id, component?.ownerId] };
}

/** @throws ProblemError invalid when there is nothing for HR to decide. */
export async function referToHr(deps: Deps, actor: Actor, given: Referring): Promise<string> {
  const { findHarm } = await loadWording();
  const found = findHarm({ text: given.text, of: 'another' });
  if (found.some(({ rule }) => rule === 'FB-01'))
    throw new ProblemError('invalid', 'Words that hurt are not put before anybody; take them out first.');
  if (found.length === 0)
    throw new ProblemError('invalid', 'Nothing in it needs HR: it can be sent as it is.');
  return deps.store.commit(async (db) => {
    const { name, subjects } = await aboutOf(db, given);
    const { componentId = null, personId = null, text } = given;
    const at = deps.clock.now();
    const id = deps.ids.next('ref');
    const words = JSON.stringify(found.map((one) => one.words));
    await insertReferral(db, { id, at, authorId: actor.id, componentId, personId, text, words });
    await appendAudit(db, {
      at,
      actor: actor.id,
      action: 'wording.refer',
      resource: `wording-referral/${id}`,
      detail: { componentId, personId },
    });
    const hr = (await listPeopleWithRole(db, 'hr')).filter(
      (one) => !subjects.includes(one) && one !== actor.id,
    );
    await notifyPersons(db, hr, {
      planId: null,
      componentId,
      place: 'wording',
      message: `${actor.name} asks whether words about ${name} that were refused have to be said.`,
      at,
      idSeed: id,
    });
    return id;
  });
}

export async function readReferrals(db: Db, actor: Actor) {
  return (await listReferrals(db, actor.id)).map((one) => ({
    id: one.id,
    at: one.at,
    author: { id: one.authorId, name: one.authorName ?? one.authorId },
    about: one.personName ?? one.componentName ?? '',
    text: one.text,
    words: JSON.parse(one.words) as string[],
  }));
}
