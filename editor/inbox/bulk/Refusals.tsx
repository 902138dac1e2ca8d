// Which of many tasks stayed as they were, each with the reason; what was done is said above them.
import { Alert, List, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { retell, t } from '../../language/index.ts';
import classes from './bulk.module.css';
import type { Refused } from './use-bulk.ts';

export function Refusals({ act, answer, onClose }: Refused & { onClose: () => void }) {
  const names = new Map(act.tasks.map((task) => [task.id, task]));
  const refused = answer.items.flatMap((item) => (item.outcome === 'refused' ? [item] : []));
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
      <List size="sm" spacing={4} listStyleType="none" className={classes.reasons}>
        {refused.map(({ id, reason }) => (
          <List.Item key={id}>
            <Text span size="sm" fw={500}>
              {names.get(id)?.title} · {names.get(id)?.componentName}
            </Text>
            <Text size="sm">{retell(reason)}</Text>
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
