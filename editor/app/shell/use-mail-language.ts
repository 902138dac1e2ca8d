// Mail follows the language of the screens: a server that sends some is told which one is looked at.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { spokenLanguage } from '../../language/index.ts';
import { ask } from '../api/request.ts';
import { meQuery } from '../api/session-queries.ts';
import type { Me } from '../api/wire.ts';
import { useMe } from '../parts/use-permissions.ts';

export function useMailLanguage(): void {
  const { mailLanguage, permissions } = useMe();
  const client = useQueryClient();
  const language = spokenLanguage();
  const tells = mailLanguage !== null && mailLanguage !== language && permissions.includes('tasks.work');
  useEffect(() => {
    if (!tells) return;
    // The next page says it again when this one could not.
    ask('/api/v1/me/language', { method: 'PUT', body: { language } }).then(
      () => client.setQueryData<Me>(meQuery.queryKey, (me) => (me ? { ...me, mailLanguage: language } : me)),
      () => undefined,
    );
  }, [client, language, tells]);
}
