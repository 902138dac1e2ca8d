// Who reads what is given in a task, told before it is written: by the promise of the launch, or as the cycle has it.
import type { TaskDetail } from '../app/api/wire.ts';
import { t } from '../language/index.ts';

function byPromise({ anonymity, threshold }: NonNullable<TaskDetail['promise']>, component: string): string {
  switch (anonymity) {
    case 'named':
      return t(
        'Once all have answered, it is read with your name: by whom it is about first, then by those who see the plan of {component}.',
        { component },
      );
    case 'confidential':
      return t(
        'It is read without your name, together with at least {others} others, or by nobody. HR can look up who said it, and that they looked is on record.',
        { others: threshold - 1 },
      );
    case 'anonymous':
      return t(
        'It is read without your name, together with at least {others} others, or by nobody. Nobody learns who said it.',
        { others: threshold - 1 },
      );
  }
}

/** Null: it changes the plan, and says nothing of anybody. */
export function readersOf({
  promise,
  readBy,
  componentName: component,
}: Pick<TaskDetail, 'promise' | 'readBy' | 'componentName'>): string | null {
  if (promise !== null) return byPromise(promise, component);
  switch (readBy) {
    case 'those-in-plan':
      return t('Those who work in this plan read it, and nobody above them.');
    case 'plan-once-released':
      return t('Those who see the plan read it; whom it is about, once it is released.');
    case 'plan':
      return t('Those who see the plan read it.');
    case null:
      return null;
  }
}
