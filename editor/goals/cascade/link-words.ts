// How a goal serves another, in words: how much it contributes, and with which share.
import type { Goal } from '../../../engine/index.ts';
import { t } from '../../language/index.ts';

type Link = Goal['alignments'][number];

export const contributionWords = [
  t('0: not at all'),
  t('1: a little'),
  t('2: clearly'),
  t('3: strongly'),
] as const;

export function linkWords({ mode, share, contribution }: Link): string {
  if (mode === 'aligned') return t('aligned only: it does not count in the score');
  const judged =
    contribution === null
      ? t('contribution not judged')
      : t('contribution {number} of 3', { number: contribution });
  return t('contributes with a share of {percent} %, {judged}', { percent: Math.round(share * 100), judged });
}
