// Drafts on this computer of tasks and requests that are over: what the server has, or says nothing, is dropped; the rest
// is given back.
import { RequestError } from '../app/api/request.ts';
import type { FeedbackRequest, TaskDetail } from '../app/api/wire.ts';
import { isMet, purposeOf } from '../feedback/feedback-drafts.ts';
import { draftsOf, forgetDraft, readDraft } from './draft-store.ts';
import { writtenWords } from './written-words.ts';

export interface ClosedDraft {
  /** What the draft is kept under. */
  purpose: string;
  /** Null: whoever wrote it sees the task no more. */
  task: Pick<TaskDetail, 'title' | 'state' | 'completedBy'> | null;
  /** The request for feedback that it answered, if it did. */
  request?: FeedbackRequest;
  words: string[];
}

interface Looking {
  storage: Storage;
  person: string;
  /** Tasks that are known to be open. */
  open: ReadonlySet<string>;
  /** What others asked of the person. */
  requests: readonly FeedbackRequest[];
  read: (taskId: string) => Promise<TaskDetail>;
}

const ofFeedback = /^feedback\b/;
/** Of no task: why something is returned, which stays where it is returned. */
const ofReturn = /^return\./;
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

/** Null: the draft stays as it is. */
async function closedDraft(
  { storage, person, open, requests, read }: Looking,
  purpose: string,
): Promise<(ClosedDraft & { isGiven: boolean }) | null> {
  const kept = readDraft(storage, person, purpose);
  const taskId = taskOf(purpose);
  if (!kept || open.has(taskId) || ofReturn.test(purpose)) return null;
  const words = writtenWords(kept.draft);
  if (ofFeedback.test(purpose)) {
    const request = requests.find((one) => isMet(one) && purposeOf({ request: one }) === purpose);
    return request ? { purpose, task: null, request, words, isGiven: false } : null;
  }
  const task = await closedTask(read, taskId);
  if (task === undefined) return null;
  const isHandedIn = task?.state === 'completed' && task.completedBy?.id === person;
  return { purpose, task, words, isGiven: kept.sent || isHandedIn };
}

/** What is answered stays where it is until it is forgotten, so that a page that closes meanwhile loses nothing. */
export async function lookThroughDrafts(looking: Looking): Promise<ClosedDraft[]> {
  const { storage, person } = looking;
  const found: ClosedDraft[] = [];
  for (const purpose of draftsOf(storage, person)) {
    const closed = await closedDraft(looking, purpose);
    if (!closed) continue;
    const { isGiven, ...draft } = closed;
    if (isGiven || draft.words.length === 0) forgetDraft(storage, person, purpose);
    else found.push(draft);
  }
  return found;
}
