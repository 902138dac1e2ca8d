// Sends what is typed into a task to the server: one save at a time, and of those that wait the latest. What cannot be
// sent waits here and is tried again; what was written elsewhere meanwhile is given back, for the person to choose.
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
  stop(): void;
}

export function makeDraftSync(ports: DraftPorts, start: number): DraftSync {
  let revision = start;
  let waiting: object | null = null;
  let busy = false;
  let held = false;
  let cancel = (): void => undefined;

  async function askElsewhere(content: object): Promise<void> {
    const other = await ports.read();
    if (!other) return;
    held = true;
    waiting ??= content;
    ports.report({ kind: 'elsewhere', other });
  }

  async function settleFailure(error: unknown, content: object): Promise<void> {
    const status = error instanceof RequestError ? error.status : 0;
    if (status === 412) return askElsewhere(content);
    if (status > 0 && status < 500 && status !== 401 && status !== 429) {
      held = true;
      ports.report({ kind: 'refused' });
      return;
    }
    waiting ??= content;
    ports.report({ kind: 'waiting' });
    cancel = ports.later(() => void send());
  }

  async function send(): Promise<void> {
    if (busy || held || waiting === null) return;
    const content = waiting;
    waiting = null;
    busy = true;
    cancel();
    try {
      const kept = await ports.save(content, revision);
      revision = kept.revision;
      ports.report({ kind: 'sent', at: kept.savedAt, revision });
    } catch (error) {
      await settleFailure(error, content).catch(() => ports.report({ kind: 'waiting' }));
      busy = false;
      return;
    }
    busy = false;
    await send();
  }

  return {
    push(content) {
      waiting = content;
      void send();
    },
    goOnFrom(next) {
      revision = next;
      held = false;
      void send();
    },
    stop() {
      held = true;
      cancel();
    },
  };
}
