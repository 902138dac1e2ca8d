// Which of many tasks stayed as they were, under the reason that they share; what was done is said above them.
import { Alert, List, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { AnchorLink } from '../../app/parts/links.tsx';
import { saidInWords } from '../../app/words/due.ts';
import { retell, t } from '../../language/index.ts';
import { focusRow } from '../row-focus.ts';
import classes from './bulk.module.css';
import type { Refused } from './use-bulk.ts';

export function Refusals({ act, answer, onClose }: Refused & { onClose: () => void }) {
  const names = new Map(act.tasks.map((task) => [task.id, task]));
  const refused = answer.items.flatMap((item) => (item.outcome === 'refused' ? [item] : []));
  const place = useRef<HTMLDivElement>(null);
  // With the last row of the list the focus had lost its place.
  useEffect(() => {
    if (document.activeElement === document.body) place.current?.focus();
  }, []);
  const close = () => {
    onClose();
    if (refused[0]) focusRow(refused[0].id);
  };
  const byReason = [...Map.groupBy(refused, ({ reason }) => reason)];
  return (
    <Alert
      ref={place}
      tabIndex={-1}
      className={classes.refusals}
      color="orange"
      variant="light"
      role="alert"
      icon={<IconInfoCircle aria-hidden />}
      withCloseButton
      closeButtonLabel={t('Close')}
      onClose={close}
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
                  <AnchorLink to="/inbox" search={(before) => ({ ...before, task: id })} inherit>
                    {retell(names.get(id)?.title ?? '')}
                    {'\u00a0· '}
                    {names.get(id)?.componentName}
                  </AnchorLink>
                </List.Item>
              ))}
            </List>
          </section>
        ))}
      </div>
    </Alert>
  );
}
