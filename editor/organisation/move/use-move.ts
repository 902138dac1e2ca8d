// Moves a component and says so, with the way back beside it for as long as the notice stands.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Component } from '../../../engine/index.ts';
import { patch } from '../../app/api/request.ts';
import { tellUndoable } from '../../app/parts/tell-undoable.tsx';
import { told, toldFailure } from '../../app/parts/told.ts';
import { t } from '../../language/index.ts';

interface Move {
  component: Component;
  parentId: string | null;
  /** Due days that count working days are counted again by the calendar of the new place. */
  recount: boolean;
}
const stale = ['components', 'reports', 'tasks', 'plans'];

const send = ({ component, parentId, recount }: Move) =>
  patch<Component>(`/components/${encodeURIComponent(component.id)}`, { parentId, recount });

export function useMove(names: ReadonlyMap<string, string>, onDone: () => void) {
  const client = useQueryClient();
  const refresh = async () => {
    for (const key of stale) await client.invalidateQueries({ queryKey: [key] });
  };
  const nameOf = (id: string | null) => (id === null ? t('the top of the tree') : (names.get(id) ?? id));
  const back = async ({ component, recount }: Move) => {
    try {
      await send({ component, parentId: component.parentId, recount });
      told(
        t('{component} is back at {place}.', {
          component: component.name,
          place: nameOf(component.parentId),
        }),
      );
      await refresh();
    } catch (error) {
      toldFailure(error);
    }
  };
  return useMutation({
    mutationFn: send,
    onSuccess: async (_, move) => {
      const words = t('{component} is now at {place}.', {
        component: move.component.name,
        place: nameOf(move.parentId),
      });
      tellUndoable({ id: `moved-${move.component.id}`, words, undo: () => void back(move) });
      onDone();
      await refresh();
    },
  });
}
