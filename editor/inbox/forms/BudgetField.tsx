// What a reward costs, beside what is left to give.
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { rewardBudgetQuery } from '../../app/api/reward-queries.ts';
import type { RewardBudget } from '../../app/api/wire.ts';
import { useMay } from '../../app/parts/use-permissions.ts';
import { shortDate } from '../../app/words/due.ts';
import { moneyText } from '../../budgets/money.ts';
import { t, unitAfter } from '../../language/index.ts';
import { NumberField } from '../../theme/NumberField.tsx';

function leftWords({ componentName, left, amount, currency, periodEnd }: NonNullable<RewardBudget>): string {
  return t('{component} has {left} of {amount} left until {day}.', {
    component: componentName,
    left: moneyText(left, currency),
    amount: moneyText(amount, currency),
    day: shortDate(periodEnd),
  });
}

interface Props {
  componentId: string;
  value: number | '';
  onChange: (value: number | '') => void;
}

export function BudgetField({ componentId, value, onChange }: Props) {
  const may = useMay();
  const budget = useQuery({ ...rewardBudgetQuery(componentId), enabled: may('budgets.read') }).data ?? null;
  const over = budget !== null && value !== '' && value > budget.left;
  return (
    <div>
      <NumberField
        label={t('What it costs (optional)')}
        min={0}
        decimalScale={2}
        suffix={unitAfter(budget?.currency ?? '')}
        value={value}
        onChange={(next) => onChange(typeof next === 'number' ? next : '')}
        {...(over ? { error: t('That is more than what is left.') } : {})}
      />
      <Text size="xs" c="var(--cw-muted)" mt={4}>
        {budget ? leftWords(budget) : t('No reward budget is set here; nothing is counted.')}
      </Text>
    </div>
  );
}
