// How a component's priorities add up, and the press that mends it on the server.
import type { Goal } from '../../../engine/index.ts';
import { patch } from '../../app/api/request.ts';
import { t } from '../../language/index.ts';
import { useSaving } from '../use-saving.ts';
import { PriorityBar } from './PriorityBar.tsx';

export function PriorityMeter({ goals, mayChange }: { goals: Goal[]; mayChange: boolean }) {
  const open = goals.filter(({ status }) => status === 'open');
  const spread = useSaving(
    async (wanted: number[]) => {
      for (const [place, goal] of open.entries())
        if (wanted[place] !== goal.priority)
          await patch(`/goals/${encodeURIComponent(goal.id)}`, {
            priority: wanted[place],
            reason: t('Spread to 100 in the same proportions.'),
          });
    },
    t('The priorities add up to 100.'),
    () => undefined,
  );
  return (
    <PriorityBar
      parts={open}
      busy={spread.isPending}
      onSpread={mayChange ? (wanted) => spread.mutate(wanted) : undefined}
    />
  );
}
