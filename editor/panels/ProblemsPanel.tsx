// The problems of the cycle as a list; pressing one shows its place and focuses its field.
import { Button, Group, Text, UnstyledButton } from '@mantine/core';
import {
  IconAlertTriangle,
  IconChevronDown,
  IconChevronUp,
  IconCircleCheck,
  IconCircleX,
  IconInfoCircle,
} from '@tabler/icons-react';
import type { Problem } from '../../engine/index.ts';
import { findStage, nameOf } from '../document/stage-tree.ts';
import { t, tAs } from '../language/index.ts';
import { AcceptProblem } from './AcceptProblem.tsx';
import { useEditing } from './editing.ts';
import styles from './panels.module.css';
import { summaryOf, unchecked, worstOf } from './problem-words.ts';

interface Props {
  open: boolean;
  onToggle(): void;
  /** The one that F8 is at. */
  current: number | null;
  /** Shows the place of a problem and focuses its field. */
  onPick(index: number): void;
}

const looks = {
  error: { icon: IconCircleX, color: 'var(--cw-danger)', words: t('Error') },
  warning: { icon: IconAlertTriangle, color: 'var(--cw-warning)', words: t('Warning') },
  info: { icon: IconInfoCircle, color: 'var(--cw-muted)', words: tAs('of the check', 'Note') },
};

/** Notes are no problem. */
function State({ problems }: { problems: readonly Problem[] }) {
  const worst = worstOf(problems);
  if (worst === null || worst === 'info')
    return <IconCircleCheck size={16} color="var(--cw-outcome-meets)" aria-hidden />;
  const { icon: Icon, color } = looks[worst];
  return <Icon size={16} color={color} aria-hidden />;
}

export function ProblemsPanel({ open, onToggle, current, onPick }: Props) {
  const { problems, checked } = useEditing();
  const Chevron = open ? IconChevronDown : IconChevronUp;
  return (
    <section aria-label={t('Problems')}>
      <UnstyledButton w="100%" px="md" py={7} aria-expanded={open} onClick={onToggle}>
        <Group gap="xs" wrap="nowrap">
          {checked.state === 'checked' && <State problems={problems} />}
          <Text size="sm" flex={1}>
            {checked.state === 'checked' ? summaryOf(problems) : unchecked[checked.state]}
          </Text>
          <Chevron size={16} aria-hidden />
        </Group>
      </UnstyledButton>
      {open && (
        <div className={styles.list}>
          {problems.map((problem, index) => (
            <ProblemRow
              key={`${problem.code} ${problem.pointer} ${problem.message}`}
              problem={problem}
              isCurrent={index === current}
              onPick={() => onPick(index)}
            />
          ))}
        </div>
      )}
    </section>
  );
}

interface RowProps {
  problem: Problem;
  isCurrent: boolean;
  onPick(): void;
}

function ProblemRow({ problem, isCurrent, onPick }: RowProps) {
  const { cycle, readOnly, run } = useEditing();
  const { icon: Icon, color, words } = looks[problem.severity];
  const placed = problem.stage === null ? null : findStage(cycle, problem.stage);
  const fixes = readOnly ? [] : (problem.fixes ?? []);
  return (
    <div className={styles.problem} data-current={isCurrent || undefined}>
      <button type="button" className={styles.finding} onClick={onPick}>
        <Icon size={16} color={color} role="img" aria-label={words} style={{ flex: 'none', marginTop: 2 }} />
        <span className={styles.where}>{placed ? nameOf(placed.id, placed.stage) : t('The cycle')}</span>
        <span className={styles.message}>{problem.message}</span>
      </button>
      <div className={styles.acts}>
        {fixes.map((fix) => (
          <Button
            key={fix.title}
            size="compact-xs"
            variant="light"
            className={styles.fix}
            title={fix.title}
            onClick={() => run({ type: 'mend', fix })}
          >
            {fix.title}
          </Button>
        ))}
        {!readOnly && problem.severity === 'warning' && <AcceptProblem problem={problem} />}
      </div>
    </div>
  );
}
