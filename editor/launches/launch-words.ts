// What a launch will do, and what one has done so far, in words.
import type { Launch } from '../app/api/wire.ts';
import { plural } from '../app/words/due.ts';

/** What becomes of components that have a plan of the cycle; null when no plan of it is under way. */
export function besideWords({ active, again }: { active: number; again: boolean }): string | null {
  if (active === 0) return null;
  const one = active === 1;
  const underWay = `${plural(active, 'plan')} of this cycle ${one ? 'is' : 'are'} under way`;
  if (again)
    return `${underWay}: ${one ? 'its component gets' : 'their components get'} another one beside it.`;
  return `${underWay}: ${one ? 'its component is left as it is' : 'their components are left as they are'}.`;
}

/** What is missing before anything can be launched; null when nothing is. */
export function whatIsMissing({ cycleId, count }: { cycleId: string; count: number }): string | null {
  if (cycleId === '') return 'Choose a cycle first. Then you see here what will happen.';
  return count === 0 ? 'No component is chosen yet, so nothing would start.' : null;
}

/** "42 plans", or "up to 42 plans" when components that have one are left out. */
export const plansToStart = (count: number, some: boolean): string =>
  `${some ? 'up to ' : ''}${plural(count, 'plan')}`;

/** "42 plans start in “Prioritise goals”." */
export function whatHappens(count: number, stages: string[], some = false): string {
  const starts = count === 1 ? 'starts' : 'start';
  const plans = plansToStart(count, some);
  const where = stages.length > 0 ? ` in ${stages.map((stage) => `“${stage}”`).join(' and ')}` : '';
  return `${plans.charAt(0).toUpperCase()}${plans.slice(1)} ${starts}${where}. Their first tasks open at once, and the people who have them are told.`;
}

/** Who launched it, when that is no person: the server itself, or a token. */
export const launchedBy = (id: string, names: ReadonlyMap<string, string>): string =>
  names.get(id) ?? (id === 'system' ? 'the system' : id);

export function progressWords({ total, started, failed, skipped, status }: Launch): string {
  const waiting = total - started - failed - skipped;
  const parts = [
    `${started} of ${plural(total, 'plan')} started`,
    skipped > 0 && `${skipped} had one already`,
    failed > 0 && `${failed} could not start`,
    status === 'running' && waiting > 0 && `${waiting} to go`,
  ];
  return parts.filter(Boolean).join(', ');
}
