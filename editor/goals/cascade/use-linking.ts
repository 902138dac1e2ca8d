// Changes what a goal serves and says so, with the way back beside it for as long as the notice stands.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Goal } from '../../../engine/index.ts';
import { patch } from '../../app/api/request.ts';
import { tellUndoable } from '../../app/parts/tell-undoable.tsx';
import { told, toldFailure } from '../../app/parts/told.ts';
import { t } from '../../language/index.ts';
import { withReason } from '../ReasonField.tsx';
import { refreshGoals } from '../use-saving.ts';

interface Linking {
  goal: Goal;
  alignments: Goal['alignments'];
  reason: string;
  /** What has happened, in words. */
  said: string;
}

const send = ({ goal, alignments, reason }: Pick<Linking, 'goal' | 'alignments' | 'reason'>) =>
  patch<Goal>(`/goals/${encodeURIComponent(goal.id)}`, withReason({ alignments, reason }));

export function useLinking(onDone: () => void) {
  const client = useQueryClient();
  const back = async ({ goal, reason }: Linking) => {
    try {
      await send({ goal, alignments: goal.alignments, reason });
      told(t('“{goal}” serves what it served before.', { goal: goal.title }));
      await refreshGoals(client);
    } catch (error) {
      toldFailure(error);
    }
  };
  return useMutation({
    mutationFn: (linking: Linking) => send(linking),
    onSuccess: async (_, linking) => {
      tellUndoable({
        id: `linked-${linking.goal.id}`,
        words: linking.said,
        undo: () => void back(linking),
      });
      onDone();
      await refreshGoals(client);
    },
  });
}
