// When a delivery is tried next; nothing goes out while its subscription is stopped.
import type { Delivery, Subscription } from '../app/api/wire.ts';
import { TimeText } from '../app/parts/TimeText.tsx';
import { clockTime } from '../app/words/due.ts';
import { t } from '../language/index.ts';

interface Props {
  delivery: Delivery;
  subscription: Subscription | undefined;
}

export function NextTry({ delivery, subscription }: Props) {
  if (delivery.state !== 'waiting') return null;
  if (subscription?.active === false) return t('Once the subscription goes on');
  if (!delivery.nextAt) return null;
  return (
    <>
      <TimeText at={delivery.nextAt} /> {clockTime(delivery.nextAt)}
    </>
  );
}
