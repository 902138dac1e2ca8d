// A step of a plan's way in words: what happened, and why the plan went where it went.
import type { PlanWhy } from '../app/api/wire.ts';
import { saidInWords } from '../app/words/due.ts';
import { historyWords, type Names } from '../app/words/history.ts';
import type { PathStep } from './path.ts';

export interface StepWords {
  title: string;
  because: string[];
  effects: string[];
}

/**
 * Steps on the chain of causes are told with what they went by, for designers by their guards; others, such as one in
 * another region of a parallel stage, as the history tells them.
 */
export function stepWords(
  { line, before }: PathStep,
  why: PlanWhy | undefined,
  { names, withGuards }: { names: Names; withGuards: boolean },
): StepWords {
  const { title, after } = historyWords(line, names, before);
  const link = why?.links.find(({ revision }) => revision === line.revision);
  if (!link) return { title, because: after, effects: [] };
  const because = withGuards ? link.words.because : link.words.plain;
  return { title, because: because.map(saidInWords), effects: link.words.effects.map(saidInWords) };
}
