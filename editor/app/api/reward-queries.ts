// Rewards on the wall and the person's own, and what may still be given.
import { queryOptions } from '@tanstack/react-query';
import { getAll } from './pages.ts';
import { get } from './request.ts';
import type { ListedBudget, Reward, RewardBudget } from './wire.ts';

export const rewardsQuery = (box: 'wall' | 'mine') =>
  queryOptions({ queryKey: ['rewards', box], queryFn: () => getAll<Reward>('/rewards', { box }, 200) });
export const rewardBudgetQuery = (componentId: string) =>
  queryOptions({
    queryKey: ['rewards', 'budget', componentId],
    queryFn: () => get<RewardBudget>('/reward-budgets', { componentId }),
  });
export const rewardBudgetsQuery = queryOptions({
  queryKey: ['rewards', 'budgets'],
  queryFn: async () => (await get<{ items: ListedBudget[] }>('/reward-budgets/all')).items,
});
