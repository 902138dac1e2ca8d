// Sends what is typed into a task to the server: one save at a time, and of those that wait the latest. What cannot be
// sent waits here and is tried again; what was written elsewhere meanwhile is given back, for the person to choose. While
// the task is being done nothing is sent: a task that is done takes no draft.
import { RequestError } from '../app/api/request.ts';

export interface ServerDraft {
  content: Record<string, unknown>;
  revision: number;
  savedAt: string;
}
export type SyncState =
  | { kind: 'sent'; at: string; revision: number }
  /** No connection: kept on this computer until there is one. */
  | { kind: 'waiting' }
  /** The sign-in has ended: kept on this computer until the person is back. */
  | { kind: 'signed-out' }
  /** The task takes no draft any more; the words stay on this computer. */
  | { kind: 'refused' }
  | { kind: 'elsewhere'; other: ServerDraft };

export interface DraftPorts {
  save(content: object, revision: number): Promise<ServerDraft>;
  read(): Promise<ServerDraft | null>;
  report(state: SyncState): void;
  /** Calls after a while; the answer cancels it. */
  later(work: () => void): () => void;
}
export interface DraftSync {
  push(content: object): void;
  /** Goes on from what the server has, once the person has chosen. */
  goOnFrom(revision: number): void;
  /** Sends nothing more for now; settles once the save under way is answered. */
  pause(): Promise<void>;
  /** The task was not done after all: sends what waits. */
  resume(): void;
  stop(): void;
}

export function makeDraftSync(ports: DraftPorts, start: number): DraftSync {
  let revision = start;
  let waiting: object | null = null;
  /** What may have been saved although no answer came. */
  let unanswered: string[] = [];
  let busy = false;
  let held = false;
  let paused = false;
  let underWay: Promise<void> = Promise.resolve();
  let cancel = (): void => undefined;

  /** True: what the server has was sent from here, or is gone, so that one may go on from it. */
  async function isOwn(content: object): Promise<boolean> {
    waiting ??= content;
    const other = await ports.read();
    // The task was done or its draft taken away meanwhile: what is written begins anew there.
    if (!other) {
      const wasKnown = revision > 0;
      revision = 0;
      return wasKnown;
    }
    if (unanswered.includes(JSON.stringify(other.content))) {
      revision = other.revision;
      return true;
    }
    held = true;
    ports.report({ kind: 'elsewhere', other });
    return false;
  }

  function keep(content: object, kind: 'signed-out' | 'waiting'): void {
    waiting ??= content;
    ports.report({ kind });
    if (!paused) cancel = ports.later(send);
  }

  /** True: it is sent again at once. */
  async function settleFailure(error: unknown, content: object): Promise<boolean> {
    const status = error instanceof RequestError ? error.status : 0;
    if (status === 412) return isOwn(content);
    if (status === 0 || status >= 500) unanswered = [...unanswered.slice(-19), JSON.stringify(content)];
    if (status > 0 && status < 500 && status !== 401 && status !== 429) {
      held = true;
      ports.report({ kind: 'refused' });
    } else keep(content, status === 401 ? 'signed-out' : 'waiting');
    return false;
  }

  async function save(content: object): Promise<void> {
    let goesOn = true;
    try {
      const kept = await ports.save(content, revision);
      revision = kept.revision;
      unanswered = [];
      ports.report({ kind: 'sent', at: kept.savedAt, revision });
    } catch (error) {
      goesOn = await settleFailure(error, content).catch(() => {
        keep(content, 'waiting');
        return false;
      });
    }
    busy = false;
    if (goesOn) send();
  }

  function send(): void {
    if (busy || held || paused || waiting === null) return;
    const content = waiting;
    waiting = null;
    busy = true;
    cancel();
    underWay = save(content);
  }

  return {
    push(content) {
      waiting = content;
      send();
    },
    goOnFrom(next) {
      revision = next;
      held = false;
      send();
    },
    pause() {
      paused = true;
      cancel();
      return underWay;
    },
    resume() {
      paused = false;
      send();
    },
    stop() {
      held = true;
      cancel();
    },
  };
}
