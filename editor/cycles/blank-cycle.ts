// The smallest cycle that can be published: one stage with one task, and an end.
import type { Cycle } from '../../engine/index.ts';
import { t, tAs } from '../language/index.ts';

export const blankCycle = (id: string, name: string): Cycle => ({
  schema: 'cycle/1',
  id,
  name,
  initial: 'plan',
  stages: {
    plan: {
      name: tAs('kind of stage', 'Plan'),
      kind: 'plan',
      tasks: {
        'agree-plan': {
          title: t('Agree the performance plan'),
          assignee: 'manager',
          form: 'plan-agreement',
          due: '10bd',
          escalate: [{ after: '3bd', to: 'manager.manager' }],
        },
      },
      on: {
        'task.agree-plan.completed': [{ to: 'closed', guard: 'result.decision = "agreed"' }, { to: 'plan' }],
      },
    },
    closed: { type: 'final', name: t('Closed'), outcome: 'met' },
  },
  layout: { plan: { x: 0, y: 0 }, closed: { x: 320, y: 0 } },
});

/** "Annual review 2027" → "annual-review-2027"; what is left of a name when it names a file. */
export const toSlug = (name: string): string =>
  name
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 64)
    .replace(/-+$/, '');

/** A slug that none of the known ids has. */
export function freshSlug(name: string, taken: string[]): string {
  const slug = toSlug(name) || 'cycle';
  if (!taken.includes(slug)) return slug;
  const next = (count: number): string => {
    const candidate = `${slug.slice(0, 60)}-${count}`;
    return taken.includes(candidate) ? next(count + 1) : candidate;
  };
  return next(2);
}
