// Who a request comes from: the admin token, an API key, or the person whose session cookie it carries.
import { hash, timingSafeEqual } from 'node:crypto';
import { boundedMemo } from '../bounded-memo.ts';
import type { Clock } from '../runtime/ports.ts';
import { hasLeft } from '../store/queries/absences.ts';
import { findPerson } from '../store/queries/people.ts';
import type { Db } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { type Actor, tokenActor } from './actor.ts';
import { actorOf } from './actor-of.ts';
import { actorOfKey, looksLikeKey } from './api-keys.ts';
import type { SignIns } from './sign-in.ts';

export interface Identity {
  /** Null: nobody that is known. `renewed` is told each cookie that the answer is to set. */
  identify(headers: Headers, renewed?: (cookie: string) => void): Promise<Actor | null>;
}

/** Kept by the whole text: how long a wrong one takes says nothing of how near it comes. */
const digest = boundedMemo((text: string): Buffer => hash('sha256', text, 'buffer'), 100);

/** Compares digests, so that neither content nor length shows in the time that it takes. */
const isSame = (given: string, expected: Buffer): boolean => timingSafeEqual(digest(given), expected);

const bearerOf = (headers: Headers): string | null =>
  /^Bearer (\S+)$/i.exec(headers.get('authorization') ?? '')?.[1] ?? null;

/** Who has left for good is nobody any more. */
async function findPresent(db: Db, personId: string): Promise<Actor | null> {
  const person = (await hasLeft(db, personId)) ? null : await findPerson(db, personId);
  return person && actorOf(db, person);
}

interface Ports {
  store: Store;
  signIns: Pick<SignIns, 'sessionOf'>;
  clock: Clock;
}

export function makeIdentity({ store, signIns, clock }: Ports, adminToken: string | undefined): Identity {
  const expected = adminToken ? digest(adminToken) : null;
  const ofBearer = async (bearer: string): Promise<Actor | null> => {
    if (expected && isSame(bearer, expected)) return tokenActor;
    return looksLikeKey(bearer) ? actorOfKey(store, bearer, clock.now()) : null;
  };
  return {
    identify: async (headers, renewed) => {
      const bearer = bearerOf(headers);
      if (bearer !== null) return ofBearer(bearer);
      const session = await signIns.sessionOf(headers, renewed);
      const person = session ? await store.read((db) => findPresent(db, session.personId)) : null;
      return session && person && { ...person, sessionId: session.id };
    },
  };
}
