// Saves a draft by itself, one request at a time, and stops when somebody else saved first.
import { RequestError } from '../app/api/request.ts';

export type SaveState =
  | { kind: 'saved'; at: string | null }
  | { kind: 'waiting' }
  | { kind: 'saving' }
  | { kind: 'failed'; error: unknown }
  /** Somebody else saved first: a person must choose whose is kept. */
  | { kind: 'conflict' };

export interface Autosave<Document> {
  change: (document: Document) => void;
  /** Saves now what waits; used before publishing. */
  flush: () => Promise<void>;
  /** After a conflict: writes ours over what is there, whose ETag was read anew. */
  keepMine: (etag: string) => Promise<void>;
  stop: () => void;
}

interface Ports<Document> {
  etag: string | null;
  save: (document: Document, etag: string | null) => Promise<string | null>;
  now: () => string;
  onState: (state: SaveState) => void;
  delayMs?: number;
}

export function makeAutosave<Document>(ports: Ports<Document>): Autosave<Document> {
  const { save, now, onState, delayMs = 1_000 } = ports;
  let etag = ports.etag;
  let waiting: { document: Document } | null = null;
  let running: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let halted = false;

  const write = async ({ document }: { document: Document }): Promise<void> => {
    onState({ kind: 'saving' });
    try {
      etag = await save(document, etag);
      onState(waiting ? { kind: 'waiting' } : { kind: 'saved', at: now() });
    } catch (error) {
      // What could not be saved waits on, unless something newer already does.
      waiting ??= { document };
      halted = error instanceof RequestError && error.status === 412;
      onState(halted ? { kind: 'conflict' } : { kind: 'failed', error });
    }
  };
  const flush = async (): Promise<void> => {
    clearTimeout(timer);
    await running;
    const next = waiting;
    if (!next || halted) return;
    waiting = null;
    running = write(next);
    await running;
    running = null;
  };
  return {
    change: (document) => {
      waiting = { document };
      if (halted) return;
      onState({ kind: 'waiting' });
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), delayMs);
    },
    flush,
    keepMine: async (fresh) => {
      etag = fresh;
      halted = false;
      await flush();
    },
    stop: () => clearTimeout(timer),
  };
}
