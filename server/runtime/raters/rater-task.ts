// The tasks in which somebody gives their view as one of several, so that somebody else could be asked instead.
import type { TaskRow } from '../../store/schema/tasks.ts';

export type RaterTask = Pick<
  TaskRow,
  'id' | 'planId' | 'componentId' | 'key' | 'activation' | 'stage' | 'raterGroup' | 'state'
>;

/** One's own view, and that of the one manager, nobody else can give. */
const replaceable: readonly (string | null)[] = ['peer', 'report', 'customer', 'skip'];

export const isReplaceable = ({ raterGroup, state }: Pick<TaskRow, 'raterGroup' | 'state'>): boolean =>
  state === 'open' && replaceable.includes(raterGroup);
