// What is held and not sent, and the time in which it can be taken back.
import { Button, Paper, Text } from '@mantine/core';
import { t } from '../../language/index.ts';
import { EmptyState } from '../../theme/EmptyState.tsx';
import classes from './holding.module.css';
import type { Holding } from './use-hold.ts';

interface Props {
  hold: Holding;
  /** The button goes with what it sent, and would take the focus along. */
  onNow: () => void;
}

export function Held({ hold: { held, undo, sendNow }, onNow }: Props) {
  if (!held) return null;
  return (
    <Paper className={classes.held} role="status">
      <div className={classes.words}>
        {held.title && (
          <Text size="sm" fw={600}>
            {held.title}
          </Text>
        )}
        <Text size="sm">{held.words}</Text>
      </div>
      <Button size="compact-sm" variant="light" onClick={undo}>
        {t('Undo')}
      </Button>
      <Button
        size="compact-sm"
        variant="subtle"
        color="gray"
        onClick={() => {
          sendNow();
          onNow();
        }}
      >
        {t('Now')}
      </Button>
      <span
        key={held.key}
        className={classes.left}
        style={{ animationDuration: `${held.milliseconds}ms` }}
        aria-hidden
      />
    </Paper>
  );
}

/** In place of a task that is held: its form would be another than the one that is sent. */
export function HeldTask({ hold: { held, undo }, id }: { hold: Holding; id: string }) {
  if (!held?.hides.includes(id)) return <EmptyState title={t('It is being sent')} />;
  return (
    <EmptyState
      title={t('It is sent in a moment')}
      action={
        <Button variant="default" onClick={undo}>
          {t('Undo')}
        </Button>
      }
    >
      {t('Nobody is told before that, and what you typed is kept.')}
    </EmptyState>
  );
}
