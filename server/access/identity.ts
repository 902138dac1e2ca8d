// Who a request comes from: the admin token, or the person whose session cookie it carries.
import { createHash, timingSafeEqual } from 'node:crypto';
import { findPerson } from '../store/queries/people.ts';
import type { Store } from '../store/store.ts';
import { type Actor, tokenActor } from './actor.ts';
import type { SignIns } from './sign-in.ts';

export interface Identity {
  /** Null: nobody that is known. A cookie that was renewed is put on `answer`. */
  identify(headers: Headers, answer: Headers): Promise<Actor | null>;
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Compares digests, so that neither content nor length shows in the time that it takes. */
const isSame = (given: string, expected: string): boolean => timingSafeEqual(digest(given), digest(expected));

const bearerOf = (headers: Headers): string | null =>
  /^Bearer (\S+)$/i.exec(headers.get('authorization') ?? '')?.[1] ?? null;

export function makeIdentity(
  store: Store,
  signIns: Pick<SignIns, 'sessionOf'>,
  adminToken: string | undefined,
): Identity {
  return {
    identify: async (headers, answer) => {
      const bearer = bearerOf(headers);
      if (bearer !== null) return adminToken && isSame(bearer, adminToken) ? tokenActor : null;
      const session = await signIns.sessionOf(headers, answer);
      const person = session ? await store.read((db) => findPerson(db, session.personId)) : null;
      if (!session || !person) return null;
      return { id: person.id, name: person.name, roles: person.roles, sessionId: session.id };
    },
  };
}
