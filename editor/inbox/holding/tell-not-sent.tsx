// A form that was held and then not taken: told until it is closed, with the way back to what was typed.
import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { RequestError } from '../../app/api/request.ts';
import { t } from '../../language/index.ts';

interface NotSent {
  title: string;
  error: unknown;
  /** The very same once more; it counts once. */
  again: () => Promise<void>;
  onBack: () => void;
}

/** Whether the server has it is not known: no answer came, or one of its own failures. */
const isOpen = (error: unknown): boolean =>
  !(error instanceof RequestError) || error.status === 0 || error.status >= 500;

export function tellNotSent({ title, error, again, onBack }: NotSent): void {
  const closes = (act: () => unknown) => () => {
    notifications.hide(id);
    void act();
  };
  const id = notifications.show({
    color: 'red',
    autoClose: false,
    title: t('“{task}” was not sent', { task: title }),
    message: (
      <>
        <Text size="sm">
          {error instanceof RequestError ? error.problem.detail : t('The server does not answer')}
        </Text>
        <Text size="sm">{t('What you typed is kept with the task.')}</Text>
        <Group gap="xs" mt="xs">
          {isOpen(error) && (
            <Button size="compact-sm" variant="default" onClick={closes(again)}>
              {t('Send again')}
            </Button>
          )}
          <Button size="compact-sm" variant="default" onClick={closes(onBack)}>
            {t('Back to the task')}
          </Button>
        </Group>
      </>
    ),
  });
}
