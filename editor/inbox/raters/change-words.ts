// Raters who are not asked after all, in words.
import { foreseeGroups } from '../../../engine/index.ts';
import type { PlanAnswers, TaskDetail } from '../../app/api/wire.ts';
import { t, tAs } from '../../language/index.ts';

type Change = PlanAnswers['changes'][number];
type Replaces = NonNullable<TaskDetail['replaces']>;

export const raterGroupWords: Record<Change['group'], string> = {
  self: t('Oneself'),
  manager: t('Manager'),
  peer: t('Peers'),
  report: tAs('raters', 'Reports'),
  customer: t('Customers'),
  skip: t('The manager’s manager'),
};

/** `left` null: the reader may not know who it was. */
export function leftWords(group: Change['group'], left: Replaces['left']): string {
  const groupName = raterGroupWords[group];
  const person = left?.person.name ?? '';
  switch (left?.cause) {
    case 'declined':
      return t('{person} declined ({group})', { person, group: groupName });
    case 'left':
      return t('{person} has left ({group})', { person, group: groupName });
    case 'away':
      return t('{person} is away until after the answers are due ({group})', { person, group: groupName });
    default:
      return t('Somebody who was to be asked cannot answer ({group})', { group: groupName });
  }
}

export function stateWords({ state, instead }: Change): string {
  switch (state) {
    case 'naming':
      return t('Somebody else is being named.');
    case 'agreeing':
      return t('Their manager decides who is asked instead.');
    case 'replaced':
      return t('{person} is asked instead.', { person: instead?.name ?? t('Somebody') });
    case 'nobody':
      return t('Nobody is asked instead.');
    default:
      return t('The round went on before somebody was found.');
  }
}

/** What will be shown when the seat stays empty. */
export function withoutWords(asked: Replaces['asked']): string {
  const { missing, together, hidden } = foreseeGroups(asked);
  if (missing > 0) return t('Fewer than three can answer then: nothing of what they say is shown.');
  if (together.length > 0) return t('Groups that are too small alone are then shown as one.');
  if (hidden.length > 0) return t('A group that is too small is then not shown.');
  return t('Each group is still large enough to be shown.');
}
