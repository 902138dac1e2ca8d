// Keeps what is typed into a task on this computer until the task is done, per person and task.
const prefix = 'cw-draft';

export interface KeptDraft {
  savedAt: string;
  draft: Record<string, unknown>;
}
const keyOf = (person: string, task: string): string => `${prefix}.${person}.${task}`;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads what was kept; null when nothing was. */
export function readDraft(storage: Storage, person: string, task: string): KeptDraft | null {
  const text = storage.getItem(keyOf(person, task));
  if (text === null) return null;
  try {
    const kept: unknown = JSON.parse(text);
    return isRecord(kept) && typeof kept.savedAt === 'string' && isRecord(kept.draft)
      ? { savedAt: kept.savedAt, draft: kept.draft }
      : null;
  } catch {
    // Something else wrote there; the form starts from the plan.
    return null;
  }
}

/** False when the browser refuses to keep anything: full, or switched off. */
export function keepDraft(
  storage: Storage,
  { person, task, kept }: { person: string; task: string; kept: { savedAt: string; draft: object } },
): boolean {
  try {
    storage.setItem(keyOf(person, task), JSON.stringify(kept));
    return true;
  } catch {
    // The form says that it could not be kept.
    return false;
  }
}

export const forgetDraft = (storage: Storage, person: string, task: string): void =>
  storage.removeItem(keyOf(person, task));
