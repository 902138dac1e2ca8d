// For who keeps plans running: what a plan remembers, what happens by itself and when, and which steps failed and why
// somebody went on as they did.
import { Code, Stack, Table, Text, Title } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { get } from '../../app/api/request.ts';
import type { PlanDetail, PlanOperation } from '../../app/api/wire.ts';
import { Loaded } from '../../app/parts/Loaded.tsx';
import { exactly, saidInWords } from '../../app/words/due.ts';
import cards from '../../goals/goals.module.css';
import { t } from '../../language/index.ts';
import plans from '../plans.module.css';
import { failureWords, leadsTo, timerWords } from './operation-words.ts';

const operationQuery = (planId: string, revision: number) =>
  queryOptions({
    queryKey: ['plans', planId, 'operation', revision],
    queryFn: ({ signal }) => get<PlanOperation>(`/plans/${encodeURIComponent(planId)}/operation`, {}, signal),
  });

function Variables({ variables }: Pick<PlanOperation, 'variables'>) {
  if (variables === null)
    return (
      <Text size="sm" c="var(--cw-muted)">
        {t('Ratings that are not released yet could be in them, so they are not shown.')}
      </Text>
    );
  const all = Object.entries(variables);
  if (all.length === 0)
    return (
      <Text size="sm" c="var(--cw-muted)">
        {t('This plan remembers nothing of its own.')}
      </Text>
    );
  return (
    <Table fz="sm" aria-label={t('Variables')}>
      <Table.Tbody>
        {all.map(([name, value]) => (
          <Table.Tr key={name}>
            <Table.Th scope="row" fw={500}>
              {name}
            </Table.Th>
            <Table.Td style={{ overflowWrap: 'anywhere' }}>
              <Code>{JSON.stringify(value)}</Code>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Timers({ operation: { timers, zone }, plan }: { operation: PlanOperation; plan: PlanDetail }) {
  if (timers.length === 0)
    return (
      <Text size="sm" c="var(--cw-muted)">
        {t('Nothing happens by itself: the plan waits for people or for events.')}
      </Text>
    );
  return (
    <Table.ScrollContainer minWidth={320} type="native" tabIndex={0} role="region" aria-label={t('Timers')}>
      <Table fz="sm" aria-label={t('Timers')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('What happens')}</Table.Th>
            <Table.Th>{t('When')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {timers.map((timer) => (
            <Table.Tr key={timer.id}>
              <Table.Td>
                {timerWords(timer)}
                <Text size="xs" c="var(--cw-muted)">
                  {leadsTo(timer, plan.stageNames)}
                </Text>
              </Table.Td>
              <Table.Td>{exactly(timer.dueAt, zone)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Failures({ failures }: Pick<PlanOperation, 'failures'>) {
  return failures.map((failure) => (
    <div key={failure.id}>
      <Text size="sm">{saidInWords(failure.message)}</Text>
      <Text size="xs" c="var(--cw-muted)">
        {failureWords(failure)}
      </Text>
    </div>
  ));
}

export function Operation({ plan }: { plan: PlanDetail }) {
  const operation = useQuery(operationQuery(plan.id, plan.revision));
  return (
    <section className={`${cards.card} ${plans.noPrint}`} aria-label={t('In operation')}>
      <Title order={2} size="h4" mb="xs">
        {t('In operation')}
      </Title>
      <Loaded query={operation} lines={3}>
        {(found) => (
          <Stack gap="sm">
            <Title order={3} size="h5">
              {t('Variables')}
            </Title>
            <Variables variables={found.variables} />
            <Title order={3} size="h5">
              {t('Timers')}
            </Title>
            <Timers operation={found} plan={plan} />
            {found.failures.length > 0 && (
              <Title order={3} size="h5">
                {t('Steps that failed')}
              </Title>
            )}
            <Failures failures={found.failures} />
          </Stack>
        )}
      </Loaded>
    </section>
  );
}
