// What texts are compared with while they are written, what was put before HR, and how advice was passed over.
import { queryOptions } from '@tanstack/react-query';
import { get } from './request.ts';
import type { WordingComparison, WordingRates, WordingReferral } from './wire.ts';

/** A task, or to whom something is said. */
export interface ComparedFor {
  taskId?: string | undefined;
  personId?: string | undefined;
  componentId?: string | undefined;
}

export const comparisonQuery = (about: ComparedFor) =>
  queryOptions({
    queryKey: ['wording', 'comparison', about],
    queryFn: () => get<WordingComparison>('/wording/comparison', { ...about }),
  });
export const referralsQuery = queryOptions({
  queryKey: ['wording', 'referrals'],
  queryFn: async () => (await get<{ items: WordingReferral[] }>('/wording/referrals')).items,
});
export const wordingRatesQuery = (launchId: string | undefined) =>
  queryOptions({
    queryKey: ['wording', 'rates', launchId ?? null],
    queryFn: () => get<WordingRates>('/wording/rates', { launchId }),
  });
