// Who decides on a dispute, until they have.
import type { z } from 'zod';
import type { appraisalWire } from '../../routes/wire/ratings.ts';
import { completionsOf } from '../tasks/completion.ts';
import type { Named, PurposedTask } from './answers-to-rating.ts';

type Deciding = z.infer<typeof appraisalWire>['deciding'];

export function decidingOf(tasks: readonly PurposedTask[], who: Named): Deciding {
  const first = tasks.find(({ purpose, state }) => purpose === 'appeal' && state === 'open');
  if (!first) return null;
  const all = tasks.filter(({ key, activation }) => key === first.key && activation === first.activation);
  const open = all.flatMap(({ state, assigneeId }) =>
    state === 'open' && assigneeId !== null ? [who(assigneeId)] : [],
  );
  const assignee = first.assigneeId === null ? null : who(first.assigneeId);
  return { assignee, dueAt: first.dueAt, open, ...completionsOf(all, JSON.parse(first.complete)) };
}
