// What a version changes of the one before it, as a list: new, gone, or from what to what.
import { Text } from '@mantine/core';
import { IconMinus, IconPencil, IconPlus } from '@tabler/icons-react';
import { t } from '../../language/index.ts';
import styles from './agreement.module.css';
import type { Change } from './version-words.ts';

const marks = {
  added: { icon: IconPlus, words: t('New') },
  removed: { icon: IconMinus, words: t('Taken out') },
  changed: { icon: IconPencil, words: t('Changed') },
};

function FromTo({ change: { kind, before, after } }: { change: Change }) {
  if (kind === 'added') return <>{after}</>;
  if (kind === 'removed') return <del>{before}</del>;
  return (
    <>
      <del>{before}</del> <span aria-hidden>→</span>
      <span className={styles.hidden}> {t('now')} </span> <ins>{after}</ins>
    </>
  );
}

export function Changes({ changes }: { changes: Change[] }) {
  if (changes.length === 0)
    return (
      <Text size="sm" c="var(--cw-muted)">
        {t('Nothing in it is other than before.')}
      </Text>
    );
  return (
    <ul className={styles.changes}>
      {changes.map((change) => {
        const { icon: Icon, words } = marks[change.kind];
        return (
          <li key={change.key} data-kind={change.kind}>
            <Icon size={14} role="img" aria-label={words} />
            <Text size="sm" component="div">
              <strong>{change.about}</strong>
              {change.field && ` · ${change.field}`}
              <div>
                <FromTo change={change} />
              </div>
            </Text>
          </li>
        );
      })}
    </ul>
  );
}
