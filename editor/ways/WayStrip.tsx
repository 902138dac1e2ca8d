// Under the canvas's edge: what the drawn way shows, in words, and how it goes away again.
import { CloseButton, Kbd, Text } from '@mantine/core';
import { IconRoute } from '@tabler/icons-react';
import { useEffect, useEffectEvent } from 'react';
import { isShown } from '../app/parts/is-shown.ts';
import { t } from '../language/index.ts';
import type { Way } from './way-of-problem.ts';
import classes from './ways.module.css';

interface Props {
  way: Way;
  onClear(): void;
}

/** A dialog or a list, which Esc closes. */
const elsewhere = '[role="dialog"][aria-modal="true"], [role="listbox"]';

export function WayStrip({ way, onClear }: Props) {
  const clear = useEffectEvent(onClear);
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !isShown(elsewhere)) clear();
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, []);
  return (
    <section className={classes.strip} aria-label={t('What shows the problem')}>
      <IconRoute size={18} aria-hidden className={classes.icon} />
      <div className={classes.words} role="status">
        <Text size="xs" fw={600}>
          {way.title}
        </Text>
        <Text size="xs">{way.words}</Text>
      </div>
      <Kbd size="xs" visibleFrom="sm">
        Esc
      </Kbd>
      <CloseButton size="sm" aria-label={t('Hide the way')} onClick={onClear} />
    </section>
  );
}
