// How versions differ, in colour, sign and word together; the canvas adds a pattern to each.
import { type Icon, IconArrowsMove, IconMinus, IconPencil, IconPlus } from '@tabler/icons-react';
import { t } from '../language/index.ts';

interface ChangeStyle {
  color: string;
  icon: Icon;
  words: string;
}

export const changeStyle: Record<'added' | 'removed' | 'changed' | 'moved', ChangeStyle> = {
  added: { color: 'var(--cw-added)', icon: IconPlus, words: t('added') },
  removed: { color: 'var(--cw-removed)', icon: IconMinus, words: t('removed') },
  changed: { color: 'var(--cw-changed)', icon: IconPencil, words: t('changed') },
  moved: { color: 'var(--cw-moved)', icon: IconArrowsMove, words: t('drawn elsewhere') },
};
