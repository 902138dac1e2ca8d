// Saving a draft by itself, as a machine: one request at a time, tried again when the server does not answer,
// and stopped when somebody else saved first, until a person says whose is kept.
import { assign, fromPromise, type SnapshotFrom, setup } from 'xstate';
import { RequestError } from '../app/api/request.ts';

export interface Ports<Document> {
  /** Resolves to the new ETag. */
  save: (document: Document, etag: string | null) => Promise<string | null>;
  now: () => string;
}

interface Context<Document> {
  etag: string | null;
  /** What the person has drawn and is not saved; null when all is. */
  waiting: { document: Document } | null;
  /** What is on its way. */
  sending: { document: Document } | null;
  savedAt: string | null;
  error: unknown;
}
type AutosaveEvent<Document> =
  | { type: 'changed'; document: Document }
  | { type: 'flushed' }
  /** After a conflict: ours goes over what is there, whose ETag was read anew. */
  | { type: 'mine.kept'; etag: string };

export interface Sending<Document> {
  document: Document;
  etag: string | null;
}

const wasFirst = (error: unknown): boolean => error instanceof RequestError && error.status === 412;

export function makeAutosaveMachine<Document>(ports: Ports<Document>) {
  return setup({
    types: {
      context: {} as Context<Document>,
      events: {} as AutosaveEvent<Document>,
      input: {} as { etag: string | null },
    },
    actors: {
      save: fromPromise<string | null, Sending<Document>>(({ input }) =>
        ports.save(input.document, input.etag),
      ),
    },
    actions: {
      keep: assign(({ event }) =>
        event.type === 'changed' ? { waiting: { document: event.document } } : {},
      ),
      send: assign(({ context }) => ({ sending: context.waiting, waiting: null })),
      // What could not be saved waits on, unless something newer already does.
      takeBack: assign(({ context }) => ({ waiting: context.waiting ?? context.sending, sending: null })),
    },
    delays: { pause: 1_000, retry: 5_000 },
  }).createMachine({
    id: 'autosave',
    context: ({ input }) => ({ etag: input.etag, waiting: null, sending: null, savedAt: null, error: null }),
    initial: 'saved',
    states: {
      saved: { on: { changed: { target: 'waiting', actions: 'keep' } } },
      waiting: {
        after: { pause: 'saving' },
        on: {
          changed: { target: 'waiting', reenter: true, actions: 'keep' },
          flushed: 'saving',
        },
      },
      saving: {
        entry: 'send',
        invoke: {
          src: 'save',
          input: ({ context }) => {
            if (!context.sending) throw new Error('There is nothing to save.');
            return { document: context.sending.document, etag: context.etag };
          },
          onDone: [
            {
              guard: ({ context }) => context.waiting !== null,
              target: 'waiting',
              actions: assign(({ event }) => ({ etag: event.output, sending: null })),
            },
            {
              target: 'saved',
              actions: assign(({ event }) => ({ etag: event.output, sending: null, savedAt: ports.now() })),
            },
          ],
          onError: [
            { guard: ({ event }) => wasFirst(event.error), target: 'conflict', actions: 'takeBack' },
            { target: 'failed', actions: ['takeBack', assign(({ event }) => ({ error: event.error }))] },
          ],
        },
        on: { changed: { actions: 'keep' } },
      },
      failed: {
        after: { retry: 'saving' },
        on: { changed: { target: 'waiting', actions: 'keep' }, flushed: 'saving' },
      },
      conflict: {
        on: {
          changed: { actions: 'keep' },
          'mine.kept': { target: 'saving', actions: assign(({ event }) => ({ etag: event.etag })) },
        },
      },
    },
  });
}

export type AutosaveSnapshot = SnapshotFrom<ReturnType<typeof makeAutosaveMachine<unknown>>>;

export type SaveState =
  | { kind: 'saved'; at: string | null }
  | { kind: 'waiting' | 'saving' | 'conflict' }
  | { kind: 'failed'; error: unknown };

/** The machine's state as the screen tells it. */
export function toSaveState({ value, context }: Pick<AutosaveSnapshot, 'value' | 'context'>): SaveState {
  if (value === 'saved') return { kind: 'saved', at: context.savedAt };
  if (value === 'failed') return { kind: 'failed', error: context.error };
  return { kind: value };
}

export const isSettled = ({ value }: Pick<AutosaveSnapshot, 'value'>): boolean =>
  value === 'saved' || value === 'failed' || value === 'conflict';
