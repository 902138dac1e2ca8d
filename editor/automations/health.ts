// How a subscription fares, in a word with its colour: read from the latest attempt.
import type { Delivery, Subscription } from '../app/api/wire.ts';
import { retell, t } from '../language/index.ts';

export type Health = 'stopped' | 'untried' | 'healthy' | 'failing';

export function healthOf({ active, lastAttempt }: Pick<Subscription, 'active' | 'lastAttempt'>): Health {
  if (!active) return 'stopped';
  if (lastAttempt === null) return 'untried';
  return lastAttempt.problem === null ? 'healthy' : 'failing';
}

export const healthLooks: Record<Health, { color: string; words: string }> = {
  stopped: { color: 'gray', words: t('Stopped') },
  untried: { color: 'gray', words: t('Nothing sent yet') },
  healthy: { color: 'teal', words: t('Healthy') },
  failing: { color: 'red', words: t('Failing') },
};

/** Of what is settled, in whole percent; null while nothing is. Not rounded up to all, nor down to none. */
export function successRate({
  delivered,
  failed,
}: Pick<Subscription, 'delivered' | 'failed'>): number | null {
  const all = delivered + failed;
  if (all === 0) return null;
  const percent = Math.round((100 * delivered) / all);
  if (failed > 0) return Math.min(percent, 99);
  return percent;
}

export function answerWords({
  problem,
  status,
}: Pick<NonNullable<Subscription['lastAttempt']>, 'problem' | 'status'>): string {
  if (problem !== null) return retell(problem);
  return status === null ? t('Not sent yet') : t('Answered {status}', { status });
}

export const deliveryLooks: Record<Delivery['state'], { color: string; words: string }> = {
  waiting: { color: 'yellow', words: t('Being tried') },
  delivered: { color: 'teal', words: t('Delivered') },
  dead: { color: 'red', words: t('Given up') },
};
