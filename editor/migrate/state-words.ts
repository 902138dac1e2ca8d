// What becomes of plans, in words, each with a colour and a sentence on what to do.
import type { MigratedPlan, Migration } from '../app/api/wire.ts';
import { t, tAs } from '../language/index.ts';

export type PlanState = MigratedPlan['state'];

interface StateStyle {
  words: string;
  color: string;
  about: string;
}

export const stateStyle: Record<PlanState, StateStyle> = {
  waiting: { words: tAs('its turn', 'Waiting'), color: 'gray', about: t('Its turn has not come yet.') },
  unchanged: { words: t('Unchanged'), color: 'teal', about: t('Only its version changes.') },
  moved: {
    words: tAs('by a migration', 'Moved'),
    color: 'indigo',
    about: t('It stands elsewhere, or a task or timer of it changes.'),
  },
  'needs-decision': {
    words: t('Needs a decision'),
    color: 'yellow',
    about: t('It stays until somebody decides.'),
  },
  blocked: { words: t('Blocked'), color: 'red', about: t('It stays in its version, for the reason given.') },
  left: { words: t('Left out'), color: 'gray', about: t('It stays in its version, as was decided.') },
  gone: { words: t('Gone'), color: 'gray', about: t('It ended or was migrated meanwhile.') },
  failed: { words: t('Failed'), color: 'red', about: t('It stays in its version; nothing of it changed.') },
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
  return staying === 0
    ? t('{going, plural, one {# plan goes} other {# plans go}} to version {version}.', {
        going,
        version: to,
      })
    : t(
        '{going, plural, one {# plan goes} other {# plans go}} to version {version}; {staying, plural, one {# stays} other {# stay}}.',
        { going, version: to, staying },
      );
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
