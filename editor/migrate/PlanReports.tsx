// The plans of a rehearsal or a migration by what becomes of them; each opens to its report.
import { Badge, Button, Chip, Group, Text, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import type { MigratedPlan, Migration } from '../app/api/wire.ts';
import { t } from '../language/index.ts';
import classes from './migrate.module.css';
import { PlanReport } from './PlanReport.tsx';
import type { Deciding } from './Question.tsx';
import { type PlanState, stateOrder, stateStyle } from './state-words.ts';

interface Props {
  plans: readonly MigratedPlan[];
  counts: Migration['counts'];
  /** What stages of either version are called, by id. */
  stages: Readonly<Record<string, string>>;
  deciding: Deciding | null;
}

const pageSize = 100;

export function PlanReports({ plans, counts, stages, deciding }: Props) {
  const states = stateOrder.filter((state) => counts[state] > 0);
  const [only, setOnly] = useState<PlanState | null>(null);
  const [shown, setShown] = useState(pageSize);
  const rank = ({ state }: MigratedPlan) => stateOrder.indexOf(state);
  const listed = plans
    .filter(({ state }) => only === null || state === only)
    .toSorted((a, b) => rank(a) - rank(b));
  return (
    <div>
      <Group gap={6} mb="sm" role="group" aria-label={t('Show')}>
        <Chip size="xs" checked={only === null} onChange={() => setOnly(null)}>
          {t('All {count}', { count: plans.length })}
        </Chip>
        {states.map((state) => (
          <Chip key={state} size="xs" checked={only === state} onChange={() => setOnly(state)}>
            {stateStyle[state].words} {counts[state]}
          </Chip>
        ))}
      </Group>
      <ul className={classes.plans} aria-label={t('Plans')}>
        {listed.slice(0, shown).map((plan) => (
          <PlanLine key={plan.planId} plan={plan} stages={stages} deciding={deciding} />
        ))}
      </ul>
      {listed.length > shown && (
        <Button variant="default" size="xs" mt="sm" onClick={() => setShown(shown + pageSize)}>
          {t('Show {count} more', { count: Math.min(pageSize, listed.length - shown) })}
        </Button>
      )}
    </div>
  );
}

interface LineProps extends Pick<Props, 'stages' | 'deciding'> {
  plan: MigratedPlan;
}

const undoWords = { waiting: t('Being undone'), undone: t('Undone'), kept: t('Kept') } as const;

function PlanLine({ plan, stages, deciding }: LineProps) {
  const [open, setOpen] = useState(plan.state === 'needs-decision' || plan.state === 'blocked');
  const { words, color, about } = stateStyle[plan.state];
  const named = (ids: readonly string[]) => ids.map((id) => stages[id] ?? id).join(', ');
  const { before, after } = plan.stage;
  const there =
    after === null || named(after) === named(before) ? named(before) : `${named(before)} → ${named(after)}`;
  return (
    <li className={classes.plan}>
      <UnstyledButton className={classes.planHead} aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? <IconChevronDown size={15} aria-hidden /> : <IconChevronRight size={15} aria-hidden />}
        <span className={classes.planName}>
          <Text span size="sm" fw={500}>
            {plan.componentName ?? plan.planId}
          </Text>
          <Text span size="xs" c="var(--cw-muted)">
            {there}
          </Text>
        </span>
        <Badge size="sm" variant="light" color={color} title={about}>
          {plan.undo ? undoWords[plan.undo.state] : words}
        </Badge>
      </UnstyledButton>
      {open && <PlanReport plan={plan} deciding={deciding} />}
    </li>
  );
}
