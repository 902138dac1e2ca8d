// Words that name a protected status are not sent, but may be put before HR, who decide whether they have to be said.
import { Button, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { post } from '../../app/api/request.ts';
import { Failure } from '../../app/parts/Failure.tsx';
import { t } from '../../language/index.ts';

export type Referred = { componentId: string } | { personId: string };

export function AskHr({ text, about }: { text: string; about: Referred }) {
  const ask = useMutation({ mutationFn: () => post('/wording/referrals', { text, ...about }) });
  if (ask.isSuccess)
    return (
      <Text size="sm" role="status">
        {t('HR has it, and nobody else. You can go on without these words.')}
      </Text>
    );
  return (
    <div>
      {ask.isError && <Failure error={ask.error} />}
      <Button size="compact-sm" variant="default" loading={ask.isPending} onClick={() => ask.mutate()}>
        {t('Ask HR whether it has to be said')}
      </Button>
    </div>
  );
}
