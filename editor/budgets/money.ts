// Amounts of budgets as they are read, and where a budget stands in time.
import type { ListedBudget } from '../app/api/wire.ts';
import { numberText, unitAfter } from '../language/index.ts';

/** Cents are two digits, or none where there are none. Of what was given without a budget the currency is not known. */
export const moneyText = (amount: number, currency: string | null): string =>
  `${numberText(amount, Number.isInteger(amount) ? {} : { minimumFractionDigits: 2 })}${unitAfter(currency ?? '')}`;

/** From 0 to 1; a budget of nothing has nothing left. */
export const leftShare = ({ amount, left }: Pick<ListedBudget, 'amount' | 'left'>): number =>
  amount > 0 ? Math.min(1, Math.max(0, left / amount)) : 0;

export function standingOf(
  { periodStart, periodEnd }: Pick<ListedBudget, 'periodStart' | 'periodEnd'>,
  today: string,
): 'running' | 'ahead' | 'over' {
  if (periodEnd < today) return 'over';
  return periodStart > today ? 'ahead' : 'running';
}
