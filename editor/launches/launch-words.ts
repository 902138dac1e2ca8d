// What a launch will do, and what one has done so far, in words.
import type { Launch } from '../app/api/wire.ts';
import { listText, t, tAs } from '../language/index.ts';

/** What becomes of components that have a plan of the cycle; null when no plan of it is under way. */
export function besideWords({ active, again }: { active: number; again: boolean }): string | null {
  if (active === 0) return null;
  return again
    ? t(
        '{active, plural, one {# plan of this cycle is under way: its component gets} other {# plans of this cycle are under way: their components get}} another one beside it.',
        { active },
      )
    : t(
        '{active, plural, one {# plan of this cycle is under way: its component is left as it is} other {# plans of this cycle are under way: their components are left as they are}}.',
        { active },
      );
}

/** What is missing before anything can be launched; null when nothing is. */
export function whatIsMissing({ cycleId, count }: { cycleId: string; count: number | null }): string | null {
  if (cycleId === '') return t('Choose a cycle first. Then you see here what will happen.');
  if (count === null) return t('The chosen components are being counted.');
  return count === 0 ? t('No component is chosen yet, so nothing would start.') : null;
}

/** "42 plans", or "up to 42 plans" when components that have one are left out. */
export const plansToStart = (count: number, some: boolean): string =>
  some
    ? t('up to {count, plural, one {# plan} other {# plans}}', { count })
    : t('{count, plural, one {# plan} other {# plans}}', { count });

/** "42 plans start in “Prioritise goals”." */
export function whatHappens(count: number, stages: string[], some = false): string {
  return t(
    '{some, select, yes {Up to } other {}}{count, plural, one {# plan starts} other {# plans start}}{where, select, none {} other { in {where}}}. Their first tasks open at once, and the people who have them are told.',
    {
      some: some ? 'yes' : 'no',
      count,
      where: stages.length > 0 ? listText(stages.map((stage) => t('“{title}”', { title: stage }))) : 'none',
    },
  );
}

/** Who launched it, when that is no person: the server itself, or a token. */
export const launchedBy = (id: string, names: ReadonlyMap<string, string>): string =>
  names.get(id) ?? (id === 'system' ? tAs('by', 'the system') : id);

export function progressWords({ total, started, failed, skipped, status }: Launch): string {
  const waiting = total - started - failed - skipped;
  const parts = [
    t('{started} of {total, plural, one {# plan} other {# plans}} started', { started, total }),
    skipped > 0 && t('{count} had one already', { count: skipped }),
    failed > 0 && t('{count} could not start', { count: failed }),
    status === 'running' && waiting > 0 && t('{count} to go', { count: waiting }),
  ];
  return parts.filter(Boolean).join(', ');
}
