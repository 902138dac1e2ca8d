// Hears the server's feed and marks what it tells of as stale. It never moves the focus or what is being typed.
import type { QueryClient } from '@tanstack/react-query';

/** First word of a feed line's type → the lists that it makes stale. */
const staleBy: Record<string, string[]> = {
  plan: ['plans', 'tasks', 'reports', 'launches'],
  task: ['tasks', 'plans'],
  launch: ['launches', 'plans', 'tasks'],
  calibration: ['launches'],
  component: ['components', 'reports'],
  organisation: ['components', 'goals', 'measures', 'observations', 'reports'],
  people: ['people'],
  absence: ['absences', 'tasks'],
  inbox: ['tasks'],
  goal: ['goals', 'plans', 'reports'],
  measure: ['measures', 'plans', 'reports'],
  observation: ['observations', 'plans', 'reports'],
  import: ['components', 'goals', 'measures', 'observations', 'reports'],
  incident: ['incidents', 'plans'],
  delivery: ['deliveries', 'subscriptions'],
  source: ['sources'],
  subscription: ['subscriptions'],
  notification: ['notifications'],
  answer: ['tasks'],
  reward: ['rewards', 'plans'],
  feedback: ['feedback', 'plans'],
  migration: ['migrations', 'plans', 'reports'],
  setting: ['me', 'features'],
};

/** What somebody may do follows from their place in the tree, and from the tasks that they hold for others. */
const movesRights = (type: string): boolean =>
  /^(component|organisation|people|absence|import)\./.test(type) ||
  ['task.assigned', 'task.moved', 'task.closed', 'task.completed'].includes(type);

export const staleAfter = (type: string): string[] => [
  ...(staleBy[type.split('.')[0]?.replace(/s$/, '') ?? ''] ?? []),
  ...(movesRights(type) ? ['me'] : []),
];

/** A draft that is open in the editor is its own truth; only the list of cycles is read again. */
const keysOf = (type: string): string[][] =>
  type.startsWith('cycle')
    ? [['cycles', 'list'], ['cycles', 'versions'], ['publish-requests'], ['settings']]
    : staleAfter(type).map((key) => [key]);

/** What the feed told last of the saving of a draft. */
export interface DraftSaved {
  cycleId: string;
  etag: string;
  by: { id: string; name: string };
}
export const savedKey = (cycleId: string) => ['draft-saved', cycleId];

type Fields = Record<string, unknown>;
const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};

/** Null for any other line. */
export function readSaved(text: string): DraftSaved | null {
  if (typeOfLine(text) !== 'cycle.saved') return null;
  const { cycleId, etag, by } = fieldsOf(fieldsOf(JSON.parse(text)).data);
  const { id, name } = fieldsOf(by);
  const isKnown = typeof id === 'string' && typeof name === 'string';
  if (!isKnown || typeof cycleId !== 'string' || typeof etag !== 'string') return null;
  return { cycleId, etag, by: { id, name } };
}

const gatherMs = 250;

/** Starts listening; the returned function stops. Lines that arrive together are answered together. */
export function listenToFeed(client: QueryClient): () => void {
  const source = new EventSource('/api/v1/events');
  const waiting = new Map<string, string[]>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    timer = undefined;
    for (const queryKey of waiting.values()) void client.invalidateQueries({ queryKey });
    waiting.clear();
  };
  const hear = (type: string) => {
    for (const key of keysOf(type)) waiting.set(key.join('/'), key);
    if (waiting.size > 0) timer ??= setTimeout(flush, gatherMs);
  };
  source.onmessage = (message: MessageEvent<string>) => {
    const saved = readSaved(message.data);
    if (saved) client.setQueryData(savedKey(saved.cycleId), saved);
    const type = typeOfLine(message.data);
    if (type) hear(type);
  };
  // Too much was missed to be told line by line.
  source.addEventListener('reset', () => void client.invalidateQueries());
  return () => {
    source.close();
    clearTimeout(timer);
  };
}

export function typeOfLine(data: string): string | null {
  try {
    const line: unknown = JSON.parse(data);
    return typeof line === 'object' && line !== null && 'type' in line && typeof line.type === 'string'
      ? line.type
      : null;
  } catch {
    // A line that is not ours says nothing; the next one is read.
    return null;
  }
}
