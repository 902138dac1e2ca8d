// Sets a budget, or another amount for the same component and days.
import { Button, Group, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { post } from '../app/api/request.ts';
import type { ListedBudget } from '../app/api/wire.ts';
import { ComponentSelect } from '../app/parts/ComponentSelect.tsx';
import { DateField } from '../app/parts/DateField.tsx';
import { Failure } from '../app/parts/Failure.tsx';
import { fieldErrors } from '../app/parts/field-errors.ts';
import { told } from '../app/parts/told.ts';
import { nowInstant } from '../app/words/due.ts';
import { dayInZone, decimalSign, t, viewerZone } from '../language/index.ts';
import { NumberField } from '../theme/NumberField.tsx';
import { moneyText } from './money.ts';

interface Props {
  /** Null: a new one. */
  budget: ListedBudget | null;
  /** Of a new one, until another is written. */
  currency: string;
  onDone: () => void;
}

interface Values {
  componentId: string | null;
  periodStart: string;
  periodEnd: string;
  amount: number | string;
  currency: string;
}

const startingWith = ({ budget, currency }: Pick<Props, 'budget' | 'currency'>): Values => {
  if (budget) return budget;
  const year = dayInZone(nowInstant(), viewerZone()).slice(0, 4);
  const period = { periodStart: `${year}-01-01`, periodEnd: `${year}-12-31` };
  return { ...period, componentId: null, amount: '', currency };
};

const checks = {
  componentId: (id: string | null) => (id === null ? t('Choose a component') : null),
  periodStart: (day: string) => (day === '' ? t('Choose the first day') : null),
  periodEnd: (day: string, { periodStart }: Values) =>
    day === '' ? t('Choose the last day') : day < periodStart ? t('The last day is before the first.') : null,
  amount: (amount: number | string) => (amount === '' ? t('Say how much may be given') : null),
  currency: (text: string) => (/^[A-Z]{3}$/.test(text) ? null : t('Three capital letters, such as EUR')),
};

export function BudgetForm({ budget, currency: usual, onDone }: Props) {
  const client = useQueryClient();
  const form = useForm<Values>({
    initialValues: startingWith({ budget, currency: usual }),
    validate: checks,
  });
  const save = useMutation({
    mutationFn: ({ componentId, periodStart, periodEnd, amount, currency }: Values) =>
      post<ListedBudget>('/reward-budgets', {
        ...{ componentId, periodStart, periodEnd, currency },
        amount: Number(amount),
      }),
    onSuccess: async ({ componentName: name, amount, currency }) => {
      await client.invalidateQueries({ queryKey: ['rewards'] });
      told(t('{amount} may be given at and below {name}.', { name, amount: moneyText(amount, currency) }));
      onDone();
    },
    onError: (error) => form.setErrors(fieldErrors(error)),
  });
  const isLeftOut = save.isError && Object.keys(fieldErrors(save.error)).length === 0;
  return (
    <form
      noValidate
      onSubmit={form.onSubmit((values) => save.mutate(values))}
      aria-label={budget ? t('Change a budget') : t('New budget')}
    >
      <Stack gap="sm" maw={560}>
        {isLeftOut && <Failure error={save.error} />}
        <ComponentSelect
          label={t('At and below')}
          placeholder={t('Choose a component')}
          disabled={budget !== null}
          {...form.getInputProps('componentId')}
          value={form.values.componentId}
        />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <DateField label={t('First day')} {...form.getInputProps('periodStart')} />
          <DateField label={t('Last day')} {...form.getInputProps('periodEnd')} />
          <NumberField
            label={t('What may be given')}
            min={0}
            decimalScale={2}
            decimalSeparator={decimalSign()}
            hideControls
            {...form.getInputProps('amount')}
          />
          <TextInput label={t('Currency')} maxLength={3} {...form.getInputProps('currency')} />
        </SimpleGrid>
        <Group gap="sm">
          <Button type="submit" loading={save.isPending}>
            {t('Save the budget')}
          </Button>
          <Button variant="default" onClick={onDone}>
            {t('Cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
