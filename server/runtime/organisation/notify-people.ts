// Tells people something, in the commit of what it is about.
import { seededIds } from '../../seeded-ids.ts';
import { insertNotification } from '../../store/queries/notifications.ts';
import { appendFeed } from '../../store/queries/records.ts';
import type { Db } from '../../store/schema.ts';
import { resolveAssignees } from './assignees.ts';

const notificationId = seededIds('b5fb1fd3-2f0a-57b3-8f4c-7a3c9e6b9a02');

export interface Message {
  planId: string | null;
  componentId: string | null;
  /** The request to publish that it is about. */
  requestId?: string;
  /** The screen that it leads to when it is about no plan. */
  place?: 'feedback' | 'recognition' | 'wording' | 'calibrations' | 'incidents';
  message: string;
  at: string;
  /** Unique to what is told; told again with the same seed it has no effect. */
  idSeed: string;
}

export async function notifyPersons(db: Db, persons: readonly string[], message: Message): Promise<void> {
  const { planId, componentId, requestId = null, place = null, at, idSeed } = message;
  for (const personId of persons) {
    const id = notificationId(`${idSeed}:${personId}`);
    await insertNotification(db, {
      id,
      personId,
      planId,
      requestId,
      place,
      message: message.message,
      at,
      readAt: null,
    });
    await appendFeed(db, { at, type: 'notification.created', planId, componentId, personId, data: { id } });
  }
}

/** `to` is a relation of the component, such as owner or role:hr; whom it means is told. */
export async function notifyPeople(
  db: Db,
  { to, ...message }: Message & { componentId: string; to: string },
): Promise<void> {
  await notifyPersons(db, await resolveAssignees(db, message.componentId, to), message);
}
