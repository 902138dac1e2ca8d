import { expect, test } from 'vitest';
import { leftShare, moneyText, standingOf } from '../../../editor/budgets/money.ts';

test.each([
  [{ amount: 200, left: 50 }, 0.25],
  [{ amount: 200, left: -10 }, 0],
  [{ amount: 0, left: 0 }, 0],
])('what is left of %o', (budget, share) => {
  expect(leftShare(budget)).toBe(share);
});

test.each([
  ['2026-01-01', 'ahead'],
  ['2026-01-02', 'running'],
  ['2026-01-31', 'running'],
  ['2026-02-01', 'over'],
])('on %s the budget of January is %s', (today, standing) => {
  expect(standingOf({ periodStart: '2026-01-02', periodEnd: '2026-01-31' }, today)).toBe(standing);
});

test('money is written with its currency', () => {
  expect([moneyText(1234.5, 'EUR'), moneyText(20_000, 'USD')]).toEqual([
    '1,234.50\u00a0EUR',
    '20,000\u00a0USD',
  ]);
});
