// One act for the tasks that are picked: the bar that offers it, what it asks first, and what each task answered.
import { Button, Group, Text } from '@mantine/core';
import { useEffect } from 'react';
import { t } from '../../language/index.ts';
import type { Holding } from '../holding/use-hold.ts';
import classes from './bulk.module.css';
import { type BulkAct, makeAct, type PickedTask } from './bulk-acts.ts';
import { DelegateDialog } from './DelegateDialog.tsx';
import { Refusals } from './Refusals.tsx';
import { SnoozeDialog } from './SnoozeDialog.tsx';
import { useBulk } from './use-bulk.ts';

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
  onTaken: (act: BulkAct) => void;
  hold: Holding;
}

const offerWords: Record<Asked, string> = {
  snooze: t('Snooze'),
  wake: t('Bring back'),
  delegate: t('Give away'),
  complete: t('Mark as done'),
  remind: t('Remind'),
};

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
  const { offers, picked, asked, onAsk, onClear } = props;
  const bulk = useBulk(props.hold);
  const take = (act: BulkAct) => {
    bulk.take(act);
    onAsk(null);
    onClear();
    props.onTaken(act);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: what needs no more words is taken as soon as it is asked.
  useEffect(() => {
    if (!asked) return;
    if (asked.act === 'complete' || asked.act === 'remind') take(makeAct({ act: asked.act }, asked.tasks));
    if (asked.act === 'wake') take(makeAct({ act: 'snooze', until: null }, asked.tasks));
  }, [asked]);
  return (
    <>
      {bulk.refused && <Refusals {...bulk.refused} onClose={bulk.clear} />}
      {offers.length > 0 && picked.length > 0 && <Bar {...props} />}
      {asked?.act === 'snooze' && (
        <SnoozeDialog
          tasks={asked.tasks}
          onClose={() => onAsk(null)}
          onChoose={(back, pastDue) => take(makeAct({ act: 'snooze', ...back, pastDue }, asked.tasks))}
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
