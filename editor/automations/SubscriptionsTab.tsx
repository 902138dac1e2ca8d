// Subscriptions: who hears of which events, and how their deliveries fare.
import { Button, Group, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowUpRight, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { subscriptionsQuery } from '../app/api/automation-queries.ts';
import { Loaded } from '../app/parts/Loaded.tsx';
import { t } from '../language/index.ts';
import { Dialog } from '../theme/Dialog.tsx';
import { EmptyState } from '../theme/EmptyState.tsx';
import { NewSubscription } from './NewSubscription.tsx';
import { SubscriptionCard } from './SubscriptionCard.tsx';
import { useAddButton } from './use-add-button.ts';

interface Props {
  /** A subscription to this event is to be added. */
  event?: string | undefined;
}

export function SubscriptionsTab({ event }: Props) {
  const subscriptions = useQuery(subscriptionsQuery);
  const [opened, { open, close }] = useDisclosure(event !== undefined);
  const { button, giveBack } = useAddButton(subscriptions.data?.length);
  const add = (
    <Button ref={button} leftSection={<IconPlus size={16} aria-hidden />} onClick={open}>
      {t('Add a subscription')}
    </Button>
  );
  return (
    <>
      <Loaded query={subscriptions}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState icon={IconArrowUpRight} title={t('Nobody hears of your plans yet')} action={add}>
              {t(
                'A subscription sends events, such as an outcome or an open task, to an address of yours, signed and tried again until it is taken.',
              )}
            </EmptyState>
          ) : (
            <Stack>
              <Group justify="flex-end">{add}</Group>
              {items.map((subscription) => (
                <SubscriptionCard key={subscription.id} subscription={subscription} />
              ))}
            </Stack>
          )
        }
      </Loaded>
      <Dialog
        opened={opened}
        onClose={close}
        onExitTransitionEnd={giveBack}
        title={t('Add a subscription')}
        size="lg"
      >
        <NewSubscription event={event} onDone={close} />
      </Dialog>
    </>
  );
}
