// Clients that keep a ledger of every answer, while the server dies under them.
// An event without an answer is sent again with the same id until there is one.
import { callServer, type ServerProcess } from '../support/server-process.ts';

export interface Acknowledged {
  planId: string;
  eventId: string;
  revision: number;
}

export interface Clients {
  /** From now on requests go to this server. */
  use(server: ServerProcess): void;
  /** Resolves when each client has had an answer to all that it sent. */
  stop(): Promise<void>;
  acknowledged: Acknowledged[];
  /** Events that were sent more than once because no answer came. */
  resent: number;
}

/** Chance from a seed (mulberry32), so that a failing run can be had again. */
export function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

interface Event {
  planId: string;
  eventId: string;
}

const RETRY_PAUSE = 10;

export function startClients(count: number, planIds: string[], seed: number): Clients {
  let server: ServerProcess | null = null;
  let stopping = false;
  const clients: Clients = { use, stop, acknowledged: [], resent: 0 };

  async function send({ planId, eventId }: Event): Promise<boolean> {
    if (!server) return false;
    const body = { type: 'step.taken', id: eventId };
    const answer = await callServer(server, 'POST', `/plans/${planId}/events`, body).catch(() => null);
    if (!answer || answer.status === 503) return false;
    if (answer.status !== 200) throw new Error(`${eventId} got ${answer.status}: ${answer.body.detail}`);
    clients.acknowledged.push({ planId, eventId, revision: answer.body.plan.revision });
    return true;
  }

  async function sendUntilAnswered(event: Event): Promise<void> {
    if (await send(event)) return;
    clients.resent += 1;
    do await new Promise((resolve) => setTimeout(resolve, RETRY_PAUSE));
    while (!(await send(event)));
  }

  async function run(client: number): Promise<void> {
    const random = makeRandom(seed + client);
    for (let number = 0; !stopping; number++) {
      const planId = planIds[Math.floor(random() * planIds.length)];
      if (planId) await sendUntilAnswered({ planId, eventId: `c${client}-${number}` });
    }
  }

  function use(next: ServerProcess): void {
    server = next;
  }
  async function stop(): Promise<void> {
    stopping = true;
    await running;
  }

  const running = Promise.all(Array.from({ length: count }, (_, client) => run(client)));
  // Whoever stops the clients hears of it; until then a failure must not end the process.
  running.catch(() => undefined);
  return clients;
}
