// Saving a draft by itself, as a machine: one request at a time; tried again when the server does not answer or the
// sign-in has ended; and stopped when somebody else saved first, until a person says what becomes of both.
import { assign, fromPromise, type SnapshotFrom, setup } from 'xstate';
import { RequestError } from '../app/api/request.ts';

/** The document as the server has it; no ETag and no document when there is none. */
export interface Stored<Document> {
  document: Document | null;
  etag: string | null;
}

export interface Ports<Document> {
  /** Resolves to the new ETag. */
  save: (document: Document, etag: string | null) => Promise<string | null>;
  read: () => Promise<Stored<Document>>;
  isSame: (a: Document, b: Document) => boolean;
  now: () => string;
}

interface Context<Document> {
  /** What the drawing began from: the last that the server is known to have had. */
  base: Document;
  etag: string | null;
  /** What the person has drawn and is not saved; null when all is. */
  waiting: { document: Document } | null;
  /** What is on its way. */
  sending: { document: Document } | null;
  /** What was sent and never answered: the server may have taken it. */
  unanswered: Document[];
  /** What somebody else saved first. */
  theirs: Stored<Document> | null;
  savedAt: string | null;
  error: unknown;
}

type AutosaveEvent<Document> =
  | { type: 'changed'; document: Document }
  /** Now, not after the pause: before publishing, when the network is back, when somebody signed in again. */
  | { type: 'flushed' }
  /** The conflict is settled, or theirs is shown: from here on what the server has is what was begun from. */
  | { type: 'rebased'; base: Document; etag: string | null };

export interface Sending<Document> {
  document: Document;
  etag: string | null;
}

export interface Begun<Document> {
  base: Document;
  etag: string | null;
  unanswered?: readonly Document[];
}

/** An answer that never came may be of the last few sendings. */
const mostUnanswered = 8;

const statusOf = (error: unknown): number | null => (error instanceof RequestError ? error.status : null);
const failedWith =
  (status: number) =>
  ({ event }: { event: { error: unknown } }): boolean =>
    statusOf(event.error) === status;
/** What is wrong with what was sent stays wrong when it is sent again. */
const isRefused = ({ event }: { event: { error: unknown } }): boolean => {
  const status = statusOf(event.error) ?? 0;
  return status >= 400 && status < 500 && status !== 408 && status !== 429;
};

const partsOf = <Document>(ports: Ports<Document>) =>
  setup({
    types: {
      context: {} as Context<Document>,
      events: {} as AutosaveEvent<Document>,
      input: {} as Begun<Document>,
    },
    actors: {
      save: fromPromise<string | null, Sending<Document>>(({ input }) =>
        ports.save(input.document, input.etag),
      ),
      read: fromPromise<Stored<Document>>(() => ports.read()),
    },
    actions: {
      keep: assign(({ event }) =>
        event.type === 'changed' ? { waiting: { document: event.document } } : {},
      ),
      send: assign(({ context: { waiting, unanswered } }) => ({
        sending: waiting,
        waiting: null,
        unanswered: waiting ? [...unanswered, waiting.document].slice(-mostUnanswered) : unanswered,
      })),
      // What could not be saved waits on, unless something newer already does.
      takeBack: assign(({ context }) => ({ waiting: context.waiting ?? context.sending, sending: null })),
      rebase: assign(({ event }) =>
        event.type === 'rebased' ? { base: event.base, etag: event.etag, theirs: null, unanswered: [] } : {},
      ),
    },
    guards: {
      hasMore: ({ context }) => context.waiting !== null,
      isUnsaved: ({ context: { waiting, base } }) =>
        waiting !== null && !ports.isSame(waiting.document, base),
    },
    delays: { pause: 1_000, retry: 5_000 },
  });

export function makeAutosaveMachine<Document>(ports: Ports<Document>) {
  return partsOf(ports).createMachine({
    id: 'autosave',
    context: ({ input }) => ({
      base: input.base,
      etag: input.etag,
      waiting: null,
      sending: null,
      unanswered: [...(input.unanswered ?? [])],
      theirs: null,
      savedAt: null,
      error: null,
    }),
    initial: 'saved',
    states: {
      saved: {
        on: {
          changed: { target: 'waiting', actions: 'keep' },
          rebased: { actions: 'rebase' },
        },
      },
      waiting: {
        after: { pause: 'saving' },
        on: {
          changed: { target: 'waiting', reenter: true, actions: 'keep' },
          flushed: 'saving',
          rebased: { target: 'settling', actions: 'rebase' },
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
          onDone: {
            target: 'stored',
            actions: assign(({ context, event }) => ({
              base: context.sending?.document ?? context.base,
              etag: event.output,
              sending: null,
              unanswered: [],
              savedAt: ports.now(),
            })),
          },
          onError: [
            { guard: failedWith(412), target: 'looking', actions: 'takeBack' },
            { guard: failedWith(401), target: 'signedOut', actions: 'takeBack' },
            { guard: failedWith(0), target: 'offline', actions: 'takeBack' },
            {
              guard: isRefused,
              target: 'refused',
              actions: ['takeBack', assign(({ event }) => ({ error: event.error }))],
            },
            { target: 'failed', actions: ['takeBack', assign(({ event }) => ({ error: event.error }))] },
          ],
        },
        on: { changed: { actions: 'keep' } },
      },
      stored: { always: [{ guard: 'hasMore', target: 'waiting' }, { target: 'saved' }] },
      // Somebody else saved first, unless it was our own saving whose answer was lost.
      looking: {
        invoke: {
          src: 'read',
          onDone: [
            {
              guard: ({ context, event }) => {
                const { document } = event.output;
                return document === null || context.unanswered.some((sent) => ports.isSame(sent, document));
              },
              target: 'settling',
              actions: assign(({ context, event }) => ({
                base: event.output.document ?? context.base,
                etag: event.output.etag,
                unanswered: [],
              })),
            },
            { target: 'conflict', actions: assign(({ event }) => ({ theirs: event.output })) },
          ],
          onError: [
            { guard: failedWith(401), target: 'signedOut' },
            { guard: failedWith(0), target: 'offline' },
            { target: 'failed', actions: assign(({ event }) => ({ error: event.error })) },
          ],
        },
        on: { changed: { actions: 'keep' } },
      },
      settling: {
        always: [
          { guard: ({ context }) => context.etag === null, target: 'saving' },
          { guard: 'isUnsaved', target: 'saving' },
          { target: 'saved', actions: assign({ waiting: null, savedAt: () => ports.now() }) },
        ],
      },
      failed: {
        after: { retry: 'saving' },
        on: { changed: { actions: 'keep' }, flushed: 'saving' },
      },
      offline: {
        after: { retry: 'saving' },
        on: { changed: { actions: 'keep' }, flushed: 'saving' },
      },
      refused: { on: { changed: { target: 'waiting', actions: 'keep' }, flushed: 'saving' } },
      signedOut: { on: { changed: { actions: 'keep' }, flushed: 'saving' } },
      conflict: {
        on: {
          changed: { actions: 'keep' },
          rebased: { target: 'settling', actions: 'rebase' },
        },
      },
    },
  });
}

export type AutosaveSnapshot<Document> = SnapshotFrom<ReturnType<typeof makeAutosaveMachine<Document>>>;
