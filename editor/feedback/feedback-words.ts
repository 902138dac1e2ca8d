// Who reads feedback, in words: before it is written, and on every item after.
import { type Icon, IconEyeOff, IconLock, IconUserCheck, IconUsers } from '@tabler/icons-react';
import type { Feedback } from '../app/api/wire.ts';
import { t } from '../language/index.ts';

export type Visibility = Feedback['visibility'];
export const visibilities: readonly Visibility[] = ['receiver', 'manager', 'plan', 'private'];

export const visibilityIcons: Record<Visibility, Icon> = {
  private: IconLock,
  receiver: IconUserCheck,
  manager: IconUsers,
  plan: IconUsers,
};
export const unnamedIcon: Icon = IconEyeOff;

/** As a choice: what it is called, and who that is. */
export const visibilityChoice = (
  visibility: Visibility,
  to: string | null,
): [label: string, about: string] => {
  const who = to ?? t('whom it is for');
  switch (visibility) {
    case 'receiver':
      return [t('Only the two of you'), t('You and {who} read it.', { who })];
    case 'manager':
      return [t('With their manager'), t('You, {who} and their manager of today read it.', { who })];
    case 'plan':
      return [
        t('Everybody on the plan'),
        t('All who see the plans of {who} read it, HR among them.', { who }),
      ];
    case 'private':
      return [t('A private note'), t('Only you read it. It is in no export and reaches nobody.')];
  }
};

/** On an item: who reads it. */
export function readByWords(feedback: Feedback): string {
  const { visibility, to, author, component, manager, named, promise } = feedback;
  if (promise === 'named')
    return t(
      'Read under your name once all have answered: by HR and who judges by it, by whom it is about, and after them by all who see the plan',
    );
  if (promise === 'confidential')
    return t('Read with the answers of others, without your name; HR can look up who said it');
  if (!named) return t('Read with the answers of others, without your name');
  const receiver = to?.name ?? t('those who work on the plan');
  switch (visibility) {
    case 'private':
      return t('Private note: only you read it');
    case 'receiver':
      return t('Read by {author} and {receiver}', { author: author.name, receiver });
    case 'manager':
      // Whoever wrote it or has it reads it anyway.
      if (manager !== null && [author.id, to?.id].includes(manager.id))
        return t('Read by {author} and {receiver}', { author: author.name, receiver });
      return t('Read by {author}, {receiver} and {manager}', {
        author: author.name,
        receiver,
        manager: manager?.name ?? t('their manager'),
      });
    case 'plan':
      return t('Read by all who see the plans of {component}', { component: component?.name ?? receiver });
  }
}
