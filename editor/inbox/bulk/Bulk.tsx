// One act for the tasks that are picked: the bar that offers it, what it asks first, the ten seconds in which it can be
// taken back, and what each task answered.
import { Button, Group, Paper, Text } from '@mantine/core';
import { useEffect } from 'react';
import { t } from '../../language/index.ts';
import classes from './bulk.module.css';
import { type BulkAct, heldWords, makeAct, type PickedTask } from './bulk-acts.ts';
import { DelegateDialog } from './DelegateDialog.tsx';
import { Refusals } from './Refusals.tsx';
import { SnoozeDialog } from './SnoozeDialog.tsx';
import { useHold } from './use-hold.ts';

/** What is wanted of the tasks and not said whole yet. */
export type Asked = 'snooze' | 'delegate' | 'complete' | 'remind' | 'wake';

interface Props {
  /** What the bar offers; with none there is no bar. */
  offers: Asked[];
  picked: readonly PickedTask[];
  /** How many the list has. */
  matching: number;
  asked: { act: Asked; tasks: readonly PickedTask[] } | null;
  onAsk: (act: Asked | null) => void;
  onAll: () => void;
  onClear: () => void;
  /** Held and not sent: the list leaves them out, except those that are only reminded of. */
  onHeld: (ids: ReadonlySet<string>) => void;
}

const offerWords: Record<Asked, string> = {
  snooze: t('Snooze'),
  wake: t('Bring back'),
  delegate: t('Give away'),
  complete: t('Mark as done'),
  remind: t('Remind'),
};

const leaves = ({ wish, tasks }: BulkAct): string[] =>
  wish.act === 'remind' ? [] : tasks.map(({ id }) => id);

function Bar({ picked, matching, offers, onAsk, onAll, onClear }: Props) {
  return (
    <Group gap={6} className={classes.bar} role="toolbar" aria-label={t('Picked tasks')}>
      <Text size="sm" fw={600} aria-live="polite">
        {t('{count} picked', { count: picked.length })}
      </Text>
      {picked.length < matching && (
        <Button size="compact-xs" variant="subtle" onClick={onAll}>
          {t('All {count} that match', { count: matching })}
        </Button>
      )}
      <Button size="compact-xs" variant="subtle" color="gray" onClick={onClear}>
        {t('None')}
      </Button>
      <Group gap={6} ml="auto">
        {offers.map((offer) => (
          <Button key={offer} size="compact-xs" variant="default" onClick={() => onAsk(offer)}>
            {offerWords[offer]}
          </Button>
        ))}
      </Group>
    </Group>
  );
}

export function Bulk(props: Props) {
  const { offers, picked, asked, onAsk, onClear, onHeld } = props;
  const hold = useHold();
  const take = (act: BulkAct) => {
    hold.take(act);
    onAsk(null);
    onClear();
  };
  const { held } = hold;
  // biome-ignore lint/correctness/useExhaustiveDependencies: told when what is held changes, nothing else.
  useEffect(() => onHeld(new Set(held ? leaves(held) : [])), [held]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what needs no more words is taken as soon as it is asked.
  useEffect(() => {
    if (!asked) return;
    if (asked.act === 'complete' || asked.act === 'remind') take(makeAct({ act: asked.act }, asked.tasks));
    if (asked.act === 'wake') take(makeAct({ act: 'snooze', until: null }, asked.tasks));
  }, [asked]);
  return (
    <>
      {hold.refused && <Refusals {...hold.refused} onClose={hold.clear} />}
      {held && (
        <Paper className={classes.held} role="status">
          <Text size="sm" style={{ flex: 1 }}>
            {heldWords(held)}
          </Text>
          <Button size="compact-sm" variant="light" onClick={hold.undo}>
            {t('Undo')}
          </Button>
          <Button size="compact-sm" variant="subtle" color="gray" onClick={hold.sendNow}>
            {t('Now')}
          </Button>
          <span key={held.key} className={classes.left} aria-hidden />
        </Paper>
      )}
      {offers.length > 0 && picked.length > 0 && <Bar {...props} />}
      {asked?.act === 'snooze' && (
        <SnoozeDialog
          tasks={asked.tasks}
          onClose={() => onAsk(null)}
          onChoose={(until, pastDue) => take(makeAct({ act: 'snooze', until, pastDue }, asked.tasks))}
        />
      )}
      {asked?.act === 'delegate' && (
        <DelegateDialog
          count={asked.tasks.length}
          onClose={() => onAsk(null)}
          onChoose={(to, reason) => take(makeAct({ act: 'delegate', to, reason }, asked.tasks))}
        />
      )}
    </>
  );
}
