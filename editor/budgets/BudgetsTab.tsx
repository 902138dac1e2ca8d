// What may be given as rewards, where and until when, and what of it is left.
import { Button, Group, Progress, Stack, Table, Text, VisuallyHidden } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../app/api/request.ts';
import { rewardBudgetsQuery } from '../app/api/reward-queries.ts';
import type { ListedBudget } from '../app/api/wire.ts';
import { FormPlace } from '../app/parts/FormPlace.tsx';
import { Loaded } from '../app/parts/Loaded.tsx';
import { AnchorLink } from '../app/parts/links.tsx';
import { toldFailure } from '../app/parts/told.ts';
import { useMay } from '../app/parts/use-permissions.ts';
import { nowInstant, shortDate } from '../app/words/due.ts';
import { dayInZone, t, viewerZone } from '../language/index.ts';
import { EmptyState } from '../theme/EmptyState.tsx';
import { TabHeading } from '../theme/TabHeading.tsx';
import { BudgetForm } from './BudgetForm.tsx';
import classes from './budgets.module.css';
import { leftShare, moneyText, standingOf } from './money.ts';

const standingWords = { running: t('Now'), ahead: t('To come'), over: t('Over') };

function Drop({ budget }: { budget: ListedBudget }) {
  const [asked, setAsked] = useState(false);
  const client = useQueryClient();
  const drop = useMutation({
    mutationFn: () => ask(`/api/v1/reward-budgets/${encodeURIComponent(budget.id)}`, { method: 'DELETE' }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['rewards'] }),
    onError: toldFailure,
  });
  const { componentName: name } = budget;
  return asked ? (
    <Button size="compact-sm" color="red" loading={drop.isPending} onClick={() => drop.mutate()}>
      {t('Count nothing there any more')}
    </Button>
  ) : (
    <Button
      size="compact-sm"
      variant="subtle"
      color="gray"
      leftSection={<IconTrash size={14} aria-hidden />}
      aria-label={t('Remove the budget of {name}', { name })}
      onClick={() => setAsked(true)}
    >
      {t('Remove')}
    </Button>
  );
}

function Left({ budget }: { budget: ListedBudget }) {
  const { left, amount, spent, currency } = budget;
  const words = t('{left} of {amount} left', {
    left: moneyText(left, currency),
    amount: moneyText(amount, currency),
  });
  return (
    <Stack gap={4} miw={130}>
      <Text size="sm" c={left < 0 ? 'var(--cw-danger)' : undefined}>
        {left < 0 ? t('{over} more than there is', { over: moneyText(-left, currency) }) : words}
      </Text>
      <Progress
        size="sm"
        value={leftShare(budget) * 100}
        color={left <= 0 ? 'red' : 'teal'}
        aria-label={words}
      />
      <Text size="xs" c="var(--cw-muted)">
        {t('{spent} given', { spent: moneyText(spent, currency) })}
      </Text>
    </Stack>
  );
}

function Line({ budget, onEdit }: { budget: ListedBudget; onEdit: (() => void) | null }) {
  const today = dayInZone(nowInstant(), viewerZone());
  const { componentId, componentName, periodStart, periodEnd } = budget;
  return (
    <Table.Tr>
      <Table.Td>
        <AnchorLink to="/organisation/$componentId" params={{ componentId }} size="sm">
          {componentName}
        </AnchorLink>
        <Text size="xs" c="var(--cw-muted)">
          {standingWords[standingOf(budget, today)]}:{' '}
          {t('{from} – {to}', { from: shortDate(periodStart), to: shortDate(periodEnd) })}
        </Text>
      </Table.Td>
      <Table.Td>
        <Left budget={budget} />
      </Table.Td>
      {onEdit && (
        <Table.Td className={classes.acts}>
          <Group gap={4}>
            <Button
              size="compact-sm"
              variant="subtle"
              leftSection={<IconPencil size={14} aria-hidden />}
              aria-label={t('Change the budget of {name}', { name: componentName })}
              data-opens={budget.id}
              onClick={onEdit}
            >
              {t('Change')}
            </Button>
            <Drop budget={budget} />
          </Group>
        </Table.Td>
      )}
    </Table.Tr>
  );
}

function Lines({ items, onEdit }: { items: ListedBudget[]; onEdit: ((one: ListedBudget) => void) | null }) {
  return (
    <Table.ScrollContainer minWidth={280} type="native" tabIndex={0}>
      <Table aria-label={t('Reward budgets')} verticalSpacing="sm" maw={860} className={classes.lines}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('At and below')}</Table.Th>
            <Table.Th>{t('Left')}</Table.Th>
            {onEdit && (
              <Table.Th>
                <VisuallyHidden>{t('Change or remove')}</VisuallyHidden>
              </Table.Th>
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((budget) => (
            <Line key={budget.id} budget={budget} onEdit={onEdit && (() => onEdit(budget))} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

const openerOf = (edited: ListedBudget | 'new'): string => (edited === 'new' ? 'new' : edited.id);

export function BudgetsTab() {
  const query = useQuery(rewardBudgetsQuery);
  const maySet = useMay()('budgets.change');
  const [edited, setEdited] = useState<ListedBudget | 'new' | null>(null);
  const add = (
    <Button
      leftSection={<IconPlus size={16} aria-hidden />}
      data-opens="new"
      onClick={() => setEdited('new')}
    >
      {t('Set a budget')}
    </Button>
  );
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-end">
        <TabHeading
          title={t('Reward budgets')}
          about={t(
            'Every budget on the way up from a plan counts. Whoever approves a reward sees the least that is left, and more is refused. HR and administrators set budgets; managers see those of their part.',
          )}
        />
        {maySet && edited === null && (query.data?.length ?? 0) > 0 && add}
      </Group>
      {edited !== null && (
        <FormPlace key={openerOf(edited)} opener={openerOf(edited)}>
          <BudgetForm
            budget={edited === 'new' ? null : edited}
            currency={query.data?.[0]?.currency ?? 'EUR'}
            onDone={() => setEdited(null)}
          />
        </FormPlace>
      )}
      <Loaded query={query} lines={3}>
        {(items) =>
          items.length > 0 ? (
            <Lines items={items} onEdit={maySet ? setEdited : null} />
          ) : (
            <EmptyState title={t('Nothing is counted')} action={maySet && edited === null ? add : undefined}>
              {t('Rewards may be given without a limit until a budget is set.')}
            </EmptyState>
          )
        }
      </Loaded>
    </Stack>
  );
}
