// A reason, a note or a comment is read by others, and for good where it is kept with a plan: whatever it is given for, it is
// not taken with words that hurt. What the form of a task asks for is looked at by the task, which knows of whom it speaks.
import type { Context } from 'hono';
import { refuseUnkindWords } from '../runtime/tasks/require-kind-words.ts';
import type { Env } from './router.ts';

const explained = new Set(['reason', 'note', 'comment', 'answer']);
/** Names that many read, and that are no names of people. */
const NAMED = /\/(?:calibration-sessions|inbox-filters)(?:\/[^/]+)?$/;
/** What somebody decides in one body with what it is decided about. */
const inside = new Set(['wish']);
const CHANGING = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

interface Sentence {
  text: string;
  pointer: string;
}

function sentencesIn(body: unknown, withName: boolean, above = ''): Sentence[] {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return [];
  return Object.entries(body).flatMap(([key, value]): Sentence[] => {
    const pointer = `${above}/${key}`;
    if (inside.has(key)) return sentencesIn(value, withName, pointer);
    const isRead = explained.has(key) || (withName && key === 'name');
    return isRead && typeof value === 'string' ? [{ text: value, pointer }] : [];
  });
}

const mayExplain = /"(?:reason|note|comment|answer|name)"/;

/** @throws ProblemError invalid with the words and the reason. */
export async function requireKindReasons(c: Context<Env>): Promise<void> {
  if (!CHANGING.has(c.req.method)) return;
  const text = await c.req.text();
  if (!mayExplain.test(text)) return;
  const said = sentencesIn(JSON.parse(text), NAMED.test(c.req.path));
  // It may be why somebody is away, which is nobody's fault: only words that hurt are refused here.
  await refuseUnkindWords(...said.map((one) => ({ ...one, of: 'thing' as const })));
}
