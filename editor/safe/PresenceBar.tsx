// Who else has the draft open, as avatars, and softly who is editing it.
import { Avatar, Text } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import { useMe } from '../app/parts/use-permissions.ts';
import { initials } from '../app/shell/PersonMenu.tsx';
import type { DocumentStore } from '../document/document-store.ts';
import { t } from '../language/index.ts';
import { Hint } from '../theme/Hint.tsx';
import { eachOnce, editingWords, hereWords } from './presence-words.ts';
import classes from './safe.module.css';
import { usePresence } from './use-presence.ts';

const mostShown = 3;

export function PresenceBar({ store }: { store: DocumentStore }) {
  const { cycle } = useSyncExternalStore(store.subscribe, store.get);
  const me = useMe().id;
  const others = eachOnce(usePresence(cycle));
  const words = editingWords(others, me);
  return (
    <div className={classes.presence}>
      <Text span size="xs" role="status" className={classes.editing}>
        {words}
      </Text>
      {others.length > 0 && (
        <Avatar.Group spacing={6} role="list" aria-label={t('Also here')}>
          {others.slice(0, mostShown).map((other) => (
            <Hint key={other.personId} label={hereWords(other, me)}>
              <Avatar
                size={26}
                color="indigo"
                role="listitem"
                aria-label={hereWords(other, me)}
                data-editing={other.editing || undefined}
                className={classes.avatar}
              >
                {initials(other.name)}
              </Avatar>
            </Hint>
          ))}
          {others.length > mostShown && (
            <Avatar
              size={26}
              role="listitem"
              aria-label={t('{count} more', { count: others.length - mostShown })}
            >
              +{others.length - mostShown}
            </Avatar>
          )}
        </Avatar.Group>
      )}
    </div>
  );
}
