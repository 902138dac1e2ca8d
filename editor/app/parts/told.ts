// Short notices about what has just happened; nothing that must be read is only here.
import { notifications } from '@mantine/notifications';
import { t } from '../../language/index.ts';
import { RequestError } from '../api/request.ts';

export const told = (message: string, title?: string): void => {
  notifications.show({ message, title, autoClose: 6_000 });
};
export const toldFailure = (error: unknown): void => {
  const problem = error instanceof RequestError ? error.problem : null;
  notifications.show({
    color: 'red',
    title: problem?.title ?? t('This did not work'),
    message: problem?.detail ?? t('Nothing was changed. Reload the page and try again.'),
    autoClose: 12_000,
  });
};
