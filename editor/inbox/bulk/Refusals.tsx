// Which of many tasks stayed as they were, under the reason that they share; what was done is said above them.
import { Alert, List, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { saidInWords } from '../../app/words/due.ts';
import { retell, t } from '../../language/index.ts';
import classes from './bulk.module.css';
import type { Refused } from './use-bulk.ts';

export function Refusals({ act, answer, onClose }: Refused & { onClose: () => void }) {
  const names = new Map(act.tasks.map((task) => [task.id, task]));
  const refused = answer.items.flatMap((item) => (item.outcome === 'refused' ? [item] : []));
  const byReason = [...Map.groupBy(refused, ({ reason }) => reason)];
  return (
    <Alert
      className={classes.refusals}
      color="orange"
      variant="light"
      role="alert"
      icon={<IconInfoCircle aria-hidden />}
      withCloseButton
      closeButtonLabel={t('Close')}
      onClose={onClose}
      title={t('{done} done, {refused} stayed as they were', { done: answer.done, refused: answer.refused })}
    >
      <div className={classes.reasons}>
        {byReason.map(([reason, those]) => (
          <section key={reason}>
            <Text size="sm" fw={500}>
              {saidInWords(reason)}
            </Text>
            <List size="sm" withPadding>
              {those.map(({ id }) => (
                <List.Item key={id}>
                  {retell(names.get(id)?.title ?? '')}
                  {'\u00a0· '}
                  {names.get(id)?.componentName}
                </List.Item>
              ))}
            </List>
          </section>
        ))}
      </div>
    </Alert>
  );
}
