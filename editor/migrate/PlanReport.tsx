// What becomes of one plan: its stages, its tasks and timers with their instants, its questions, why it stays.
import { Alert, List, Table, Text } from '@mantine/core';
import type { MigratedPlan } from '../app/api/wire.ts';
import { exactly } from '../app/words/due.ts';
import { retell, t } from '../language/index.ts';
import classes from './migrate.module.css';
import type { Deciding } from './Question.tsx';
import { Question } from './Question.tsx';

interface Props {
  plan: MigratedPlan;
  /** Null once it is done: there is nothing to decide any more. */
  deciding: Deciding | null;
}

interface Moment {
  what: string;
  change: string;
  before: string | null;
  after: string | null;
}

const instantWords = (instant: string | null): string => (instant === null ? '–' : exactly(instant));

function momentsOf({ tasks, timers }: MigratedPlan): Moment[] {
  return [
    ...tasks.map(({ title, change, before, dueAt }) => ({
      what: t('Task: {title}', { title }),
      change,
      before,
      after: dueAt,
    })),
    ...timers.map(({ from, to, change, before, dueAt }) => ({
      what: t('Timer: {name}', { name: to ?? from ?? '' }),
      change,
      before,
      after: dueAt,
    })),
  ];
}

function Moments({ plan }: { plan: MigratedPlan }) {
  const moments = momentsOf(plan);
  if (moments.length === 0) return null;
  return (
    <Table.ScrollContainer minWidth={520}>
      <Table fz="sm" verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('Task or timer')}</Table.Th>
            <Table.Th>{t('What becomes of it')}</Table.Th>
            <Table.Th>{t('Due before')}</Table.Th>
            <Table.Th>{t('Due after')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {moments.map(({ what, change, before, after }) => (
            <Table.Tr key={`${what} ${change}`}>
              <Table.Td>{what}</Table.Td>
              <Table.Td>{change}</Table.Td>
              <Table.Td>{instantWords(before)}</Table.Td>
              <Table.Td fw={before === after ? undefined : 600}>{instantWords(after)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

export function PlanReport({ plan, deciding }: Props) {
  const { lines, reasons, questions, undo } = plan;
  return (
    <div className={classes.report}>
      {undo?.state === 'kept' && (
        <Alert color="yellow">{t('It stays: {problem}', { problem: retell(undo.problem ?? '') })}</Alert>
      )}
      {reasons.map(({ code, message }) => (
        <Alert key={code} color="red" title={t('It stays in its version')}>
          {retell(message)}
        </Alert>
      ))}
      {questions.map((question) => (
        <Question key={question.pointer} planId={plan.planId} question={question} deciding={deciding} />
      ))}
      {lines.length > 0 && (
        <List size="sm" spacing={2}>
          {lines.map((line) => (
            <List.Item key={line}>{retell(line)}</List.Item>
          ))}
        </List>
      )}
      <Moments plan={plan} />
      {lines.length + reasons.length + questions.length === 0 && (
        <Text size="sm" c="var(--cw-muted)">
          {t('Nothing but its version changes.')}
        </Text>
      )}
    </div>
  );
}
