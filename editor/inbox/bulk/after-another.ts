// Another task of one's own about the same component, such as the talk with whoever it is about, after which a task may
// come back.
import { addDays, localDateOf } from '../../../engine/index.ts';
import type { Task } from '../../app/api/wire.ts';
import { morningOf } from './snooze-times.ts';

export interface AfterAnother {
  id: string;
  title: string;
  /** It comes back by then, whatever becomes of the other. */
  until: string;
}

const MOST = 2;
const AT_THE_LATEST_DAYS = 14;

/** Those that fall due first; none when what is put off is about several components. */
export function afterAnother(
  open: readonly Task[],
  picked: readonly { id: string }[],
  { now, zone }: { now: string; zone: string },
): AfterAnother[] {
  const ids = new Set(picked.map(({ id }) => id));
  const [about, ...more] = new Set(open.flatMap(({ id, componentId }) => (ids.has(id) ? [componentId] : [])));
  if (about === undefined || more.length > 0) return [];
  const late = morningOf(addDays(localDateOf(now, zone), AT_THE_LATEST_DAYS), zone);
  return open
    .filter(({ id, componentId }) => componentId === about && !ids.has(id))
    .map(({ id, title, dueAt }) => ({ id, title, until: dueAt !== null && dueAt > now ? dueAt : late }))
    .sort((a, b) => (a.until < b.until ? -1 : a.until > b.until ? 1 : 0))
    .slice(0, MOST);
}
