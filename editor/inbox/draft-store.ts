// Keeps what is typed into a task on this computer too until the task is done, per person and task: it is there at once
// and without a connection. The server's copy is the one that other devices see.
import type { ServerDraft } from './draft-sync.ts';

const prefix = 'cw-draft';

/** After this long without a letter it is sent, or said to be kept. */
export const pauseMs = 500;

export interface KeptDraft {
  savedAt: string;
  draft: Record<string, unknown>;
  /** Of the server's copy that it goes on from. */
  revision: number;
  /** The server has these very words. */
  sent: boolean;
  /** The words that were on their way last and of which no answer came, as JSON. */
  sending?: string | null;
  /** Under which it was sent, while no answer came; for what no task has. */
  key?: string | null;
}
const keyOf = (person: string, task: string): string => `${prefix}.${person}.${task}`;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function toKept(kept: unknown): KeptDraft | null {
  if (!isRecord(kept) || typeof kept.savedAt !== 'string' || !isRecord(kept.draft)) return null;
  const revision = typeof kept.revision === 'number' ? kept.revision : 0;
  const key = typeof kept.key === 'string' ? { key: kept.key } : {};
  const sending = typeof kept.sending === 'string' ? { sending: kept.sending } : {};
  return { savedAt: kept.savedAt, draft: kept.draft, revision, sent: kept.sent === true, ...sending, ...key };
}

function isOf(person: string, text: string | null): boolean {
  try {
    const kept: unknown = JSON.parse(text ?? 'null');
    return isRecord(kept) && kept.person === person;
  } catch {
    // Something else wrote there.
    return false;
  }
}

/** Reads what was kept; null when nothing was. */
export function readDraft(storage: Storage, person: string, task: string): KeptDraft | null {
  const text = storage.getItem(keyOf(person, task));
  if (text === null) return null;
  try {
    return toKept(JSON.parse(text));
  } catch {
    // Something else wrote there; the form starts from the plan.
    return null;
  }
}

/** False when the browser refuses to keep anything: full, or switched off. */
export function keepDraft(
  storage: Storage,
  {
    person,
    task,
    kept,
  }: { person: string; task: string; kept: Omit<KeptDraft, 'draft'> & { draft: object } },
): boolean {
  try {
    storage.setItem(keyOf(person, task), JSON.stringify({ ...kept, person }));
    return true;
  } catch {
    // The form says that it could not be kept.
    return false;
  }
}

/** What the person's drafts here are kept under. Ids have dots: whose a draft is its key alone does not say. */
export const draftsOf = (storage: Storage, person: string): string[] =>
  Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
    .filter((key) => key.startsWith(keyOf(person, '')) && isOf(person, storage.getItem(key)))
    .map((key) => key.slice(keyOf(person, '').length));

export const forgetDraft = (storage: Storage, person: string, task: string): void =>
  storage.removeItem(keyOf(person, task));

export interface Beginning {
  content: Record<string, unknown> | null;
  savedAt: string | null;
  revision: number;
  /** What this computer has and the server has not. */
  unsent: boolean;
  /** Written on another device while this one had words of its own. */
  other: ServerDraft | null;
}

/** Where a form begins: what this computer and the server know of it, and nothing of either is lost. */
export function beginFrom(local: KeptDraft | null, server: ServerDraft | null): Beginning {
  const revision = server?.revision ?? 0;
  const isSame = JSON.stringify(local?.draft) === JSON.stringify(server?.content);
  if (!local || local.sent || isSame)
    return {
      content: server?.content ?? local?.draft ?? null,
      savedAt: server?.savedAt ?? local?.savedAt ?? null,
      revision,
      unsent: local !== null && server === null,
      other: null,
    };
  const begun = { content: local.draft, savedAt: local.savedAt, unsent: true };
  // What this computer has sent before its tab died is nobody else's.
  if (server && local.sending === JSON.stringify(server.content))
    return { ...begun, revision: server.revision, other: null };
  const other = server && server.revision !== local.revision ? server : null;
  return { ...begun, revision: server === null ? 0 : local.revision, other };
}
