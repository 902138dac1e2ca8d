// A component's goals: what they are about, how much they count, what they serve, and the measures with their standards.
import { ActionIcon, Badge, Button, Group, Text, Title } from '@mantine/core';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import type { Goal, Measure } from '../../engine/index.ts';
import type { GoalGroup } from '../app/api/wire.ts';
import { AnchorLink } from '../app/parts/links.tsx';
import { t } from '../language/index.ts';
import { Hint } from '../theme/Hint.tsx';
import { dimensions } from './GoalDialog.tsx';
import { type GoalLine, remarkWords, servedWords, statusWords } from './goal-words.ts';
import classes from './goals.module.css';
import { JudgedBy } from './JudgedBy.tsx';
import { standardWords } from './track-of.ts';

/** What a person who may change goals has asked for. */
export type GoalAct =
  | { kind: 'goal'; componentId: string; goal?: Goal; others?: Goal[] }
  | { kind: 'measure'; goal: Goal; measure?: Measure };
type OnAct = ((act: GoalAct) => void) | null;

const dimensionOf = ({ dimension }: Goal): string | undefined =>
  dimensions.find(({ value }) => value === dimension)?.label;

function Pencil({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <Hint label={t('Change')}>
      <ActionIcon size="sm" aria-label={label} onClick={onClick}>
        <IconPencil size={15} />
      </ActionIcon>
    </Hint>
  );
}

function Facts({ line: { goal, share, remarks } }: { line: GoalLine }) {
  const dimension = dimensionOf(goal);
  return (
    <Group gap={6}>
      {dimension && (
        <Badge size="sm" variant="default" tt="none">
          {dimension}
        </Badge>
      )}
      <Text size="xs" c="var(--cw-muted)">
        {goal.priority === 0
          ? t('Watched, not scored')
          : t('{percent} % of the priorities', { percent: Math.round(share * 100) })}
      </Text>
      {goal.critical && (
        <Badge size="sm" variant="light" color="red" tt="none">
          {t('Critical')}
        </Badge>
      )}
      {goal.status !== 'open' && (
        <Badge size="sm" variant="light" color="gray" tt="none">
          {statusWords[goal.status]}
        </Badge>
      )}
      {remarks.map((remark) => (
        <Badge key={remark} size="sm" variant="outline" color="yellow" tt="none" className={classes.remark}>
          {remarkWords[remark]}
        </Badge>
      ))}
    </Group>
  );
}

function GoalItem({ line, onAct }: { line: GoalLine; onAct: OnAct }) {
  const { goal, measures, serves, servesUnseen } = line;
  const served = servedWords(serves, servesUnseen);
  return (
    <li className={classes.goal}>
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="sm">
        <Title order={3} fz="md" style={{ overflowWrap: 'anywhere' }}>
          {goal.title}
        </Title>
        {onAct && (
          <Group gap={2} wrap="nowrap">
            <Pencil
              label={t('Change {goal}', { goal: goal.title })}
              onClick={() => onAct({ kind: 'goal', componentId: goal.componentId, goal })}
            />
            <Hint label={t('Add a measure')}>
              <ActionIcon
                size="sm"
                aria-label={t('Add a measure to {goal}', { goal: goal.title })}
                onClick={() => onAct({ kind: 'measure', goal })}
              >
                <IconPlus size={15} />
              </ActionIcon>
            </Hint>
          </Group>
        )}
      </Group>
      <Facts line={line} />
      {served !== null && (
        <Text size="xs" c="var(--cw-muted)" mt={4}>
          {served}
        </Text>
      )}
      {measures.length > 0 && (
        <ul className={classes.measures} aria-label={t('Measures of {goal}', { goal: goal.title })}>
          {measures.map((measure) => (
            <li key={measure.id}>
              <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                {measure.title}
              </Text>
              <Text size="sm" c="var(--cw-muted)">
                {standardWords(measure)}
              </Text>
              {onAct && (
                <Pencil
                  label={t('Change {measure}', { measure: measure.title })}
                  onClick={() => onAct({ kind: 'measure', goal, measure })}
                />
              )}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

interface GroupProps {
  group: GoalGroup;
  /** The day it is shown of; left out: today. */
  asOf?: string | undefined;
  onAct: (act: GoalAct) => void;
}

export function GoalGroupCard({ group, asOf, onAct: act }: GroupProps) {
  const onAct = group.mayChange ? act : null;
  return (
    <section className={classes.group} aria-label={group.name}>
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <div style={{ minWidth: 0 }}>
          {group.path.length > 0 && (
            <Text size="xs" c="var(--cw-muted)" truncate title={group.path.join(' / ')}>
              {group.path.join(' / ')}
            </Text>
          )}
          <Title order={2} fz="lg">
            <AnchorLink
              to="/organisation/$componentId"
              params={{ componentId: group.componentId }}
              search={{ asOf }}
              inherit
              c="var(--cw-text)"
            >
              {group.name}
            </AnchorLink>
          </Title>
        </div>
        {onAct && (
          <Button
            size="xs"
            variant="default"
            style={{ flex: 'none' }}
            leftSection={<IconPlus size={14} aria-hidden />}
            aria-label={t('Add a goal to {component}', { component: group.name })}
            onClick={() =>
              onAct({
                kind: 'goal',
                componentId: group.componentId,
                others: group.lines.map(({ goal }) => goal),
              })
            }
          >
            {t('Add a goal')}
          </Button>
        )}
      </Group>
      {group.judgesReader && <JudgedBy />}
      <ul className={classes.goals}>
        {group.lines.map((line) => (
          <GoalItem key={line.goal.id} line={line} onAct={onAct} />
        ))}
      </ul>
    </section>
  );
}
