// What a plan waits for first, and who owes it.
import type { PlanItem, Wait } from '../app/api/wire.ts';
import { endedWords } from '../app/words/ending.ts';
import { t } from '../language/index.ts';

export interface NextAct {
  words: string;
  who: string | null;
  dueAt: string | null;
}

/** Whose a task is that several people have. */
function whoseOf(key: string, waits: readonly Wait[]): string {
  const [first, ...others] = waits.flatMap((wait) =>
    wait.kind === 'task' && wait.key === key && wait.assignee ? [wait.assignee.name] : [],
  );
  if (!first) return t('Nobody yet');
  return others.length === 0 ? first : t('{name} and {count} more', { name: first, count: others.length });
}

const fromWait = (wait: Wait, waits: readonly Wait[]): NextAct =>
  wait.kind === 'task'
    ? { words: wait.title, who: whoseOf(wait.key, waits), dueAt: wait.dueAt }
    : { words: t('Waits for its time'), who: null, dueAt: wait.dueAt };

export type Waiting = Pick<PlanItem, 'status' | 'waits' | 'ending' | 'openIncidents' | 'underReview'>;

/** A task before a timer: a person can do something about it. */
export function nextAct(plan: Waiting): NextAct {
  if (plan.status === 'ended')
    return {
      words: endedWords(plan.ending),
      who: null,
      dueAt: null,
    };
  if (plan.openIncidents > 0)
    return { words: t('A step failed and waits for a person'), who: t('Administrator'), dueAt: null };
  const wait = plan.waits.find(({ kind }) => kind === 'task') ?? plan.waits[0];
  if (wait) return fromWait(wait, plan.waits);
  const words = plan.underReview
    ? t('Being reviewed: what comes of it is told at the release')
    : t('Waits for an event');
  return { words, who: null, dueAt: null };
}
