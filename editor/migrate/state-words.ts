// What becomes of plans, in words, each with a colour and a sentence on what to do.
import type { MigratedPlan, Migration } from '../app/api/wire.ts';
import { plural } from '../app/words/due.ts';

export type PlanState = MigratedPlan['state'];

interface StateStyle {
  words: string;
  color: string;
  about: string;
}

export const stateStyle: Record<PlanState, StateStyle> = {
  waiting: { words: 'Waiting', color: 'gray', about: 'Its turn has not come yet.' },
  unchanged: { words: 'Unchanged', color: 'teal', about: 'Only its version changes.' },
  moved: { words: 'Moved', color: 'indigo', about: 'It stands elsewhere, or a task or timer of it changes.' },
  'needs-decision': { words: 'Needs a decision', color: 'yellow', about: 'It stays until somebody decides.' },
  blocked: { words: 'Blocked', color: 'red', about: 'It stays in its version, for the reason given.' },
  left: { words: 'Left out', color: 'gray', about: 'It stays in its version, as was decided.' },
  gone: { words: 'Gone', color: 'gray', about: 'It ended or was migrated meanwhile.' },
  failed: { words: 'Failed', color: 'red', about: 'It stays in its version; nothing of it changed.' },
};

/** In the order in which one looks at them: what asks for something first. */
export const stateOrder: readonly PlanState[] = [
  'needs-decision',
  'blocked',
  'failed',
  'moved',
  'unchanged',
  'left',
  'gone',
  'waiting',
];

type Counts = Migration['counts'];

export const goingCount = ({ unchanged, moved }: Counts): number => unchanged + moved;

/** "12 plans go to version 2; 3 stay." */
export function goingWords(counts: Counts, to: number): string {
  const going = goingCount(counts);
  const staying = counts['needs-decision'] + counts.blocked + counts.left;
  const go = `${plural(going, 'plan')} ${going === 1 ? 'goes' : 'go'} to version ${to}`;
  return staying === 0 ? `${go}.` : `${go}; ${staying} ${staying === 1 ? 'stays' : 'stay'}.`;
}

/** How much of it is done, from 0 to 100. */
export function progressOf({
  total,
  counts,
  status,
}: Pick<Migration, 'total' | 'counts' | 'status'>): number {
  if (total === 0) return 100;
  if (status === 'running') return Math.round(((total - counts.waiting) / total) * 100);
  if (status !== 'undoing') return 100;
  const wanted = counts.unchanged + counts.moved;
  return wanted === 0 ? 100 : Math.round(((counts.undone + counts.kept) / wanted) * 100);
}
