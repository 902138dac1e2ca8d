// Drafts on this computer of tasks that are over: what the server has, or says nothing, is dropped; the rest is given back.
import { RequestError } from '../app/api/request.ts';
import type { TaskDetail } from '../app/api/wire.ts';
import { draftsOf, forgetDraft, readDraft } from './draft-store.ts';
import { writtenWords } from './written-words.ts';

export interface ClosedDraft {
  /** What the draft is kept under. */
  purpose: string;
  /** Null: whoever wrote it sees the task no more. */
  task: Pick<TaskDetail, 'title' | 'state' | 'completedBy'> | null;
  words: string[];
}

interface Looking {
  storage: Storage;
  person: string;
  /** Tasks that are known to be open. */
  open: ReadonlySet<string>;
  read: (taskId: string) => Promise<TaskDetail>;
}

const ofFeedback = /^feedback\b/;
const taskOf = (purpose: string): string => purpose.replace(/^calibration\./, '');

/** Undefined: what became of it is not known now. */
async function closedTask(read: Looking['read'], taskId: string): Promise<TaskDetail | null | undefined> {
  try {
    const task = await read(taskId);
    return task.state === 'open' ? undefined : task;
  } catch (error) {
    return error instanceof RequestError && (error.status === 404 || error.status === 403) ? null : undefined;
  }
}

/** What is answered stays where it is until it is forgotten, so that a page that closes meanwhile loses nothing. */
export async function lookThroughDrafts({ storage, person, open, read }: Looking): Promise<ClosedDraft[]> {
  const found: ClosedDraft[] = [];
  for (const purpose of draftsOf(storage, person)) {
    const taskId = taskOf(purpose);
    if (ofFeedback.test(purpose) || open.has(taskId)) continue;
    const task = await closedTask(read, taskId);
    const kept = readDraft(storage, person, purpose);
    if (task === undefined || !kept) continue;
    const words = writtenWords(kept.draft);
    const isHandedIn = task?.state === 'completed' && task.completedBy?.id === person;
    if (kept.sent || isHandedIn || words.length === 0) forgetDraft(storage, person, purpose);
    else found.push({ purpose, task, words });
  }
  return found;
}
