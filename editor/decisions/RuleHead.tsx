// The number of a rule, whether it matches what is tried, what is wrong with it, and what can be done with it.
import { Menu, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import type { DecisionTable, Problem } from '../../engine/index.ts';
import { insertRule, moveRule, removeRules } from '../document/decisions/edit-table.ts';
import { t } from '../language/index.ts';
import { useEditing } from '../panels/editing.ts';
import { worstOf } from '../panels/problem-words.ts';
import styles from './decisions.module.css';
import type { Grid } from './use-grid.ts';

interface Props {
  row: number;
  count: number;
  matched: boolean;
  problems: readonly Problem[];
  table: DecisionTable;
  grid: Grid;
  change(table: DecisionTable): void;
}

const worstWords = { error: t('has an error'), warning: t('has a warning'), info: t('has a note') };

export function RuleHead({ row, count, matched, problems, table, grid, change }: Props) {
  const { readOnly } = useEditing();
  const worst = worstOf(problems);
  const write = (next: DecisionTable, at: number) => {
    change(next);
    grid.go({ row: at, column: grid.at.column });
  };
  const name = [
    t('Rule {row}', { row: row + 1 }),
    ...(matched ? [t('matches')] : []),
    ...(worst ? [worstWords[worst]] : []),
  ].join(', ');
  const face = (
    <>
      {matched && <IconCheck size={14} aria-hidden />}
      {worst && worst !== 'info' && <IconAlertTriangle size={14} data-worst={worst} aria-hidden />}
      {row + 1}
    </>
  );
  const title = problems.map(({ message }) => message).join(' ') || undefined;
  return (
    <th scope="row" className={styles.ruleHead} title={title}>
      {readOnly ? (
        <span className={styles.ruleButton}>{face}</span>
      ) : (
        <Menu position="right-start">
          <Menu.Target>
            <UnstyledButton className={styles.ruleButton} aria-label={name}>
              {face}
            </UnstyledButton>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => write(insertRule(table, row), row)}>{t('Add a rule above')}</Menu.Item>
            <Menu.Item onClick={() => write(insertRule(table, row + 1), row + 1)}>
              {t('Add a rule below')}
            </Menu.Item>
            <Menu.Item onClick={() => write(insertRule(table, row + 1, table.rules[row]), row + 1)}>
              {t('Duplicate')}
            </Menu.Item>
            <Menu.Item disabled={row === 0} onClick={() => write(moveRule(table, row, row - 1), row - 1)}>
              {t('Move up')}
            </Menu.Item>
            <Menu.Item
              disabled={row === count - 1}
              onClick={() => write(moveRule(table, row, row + 1), row + 1)}
            >
              {t('Move down')}
            </Menu.Item>
            <Menu.Divider />
            <Menu.Item
              color="var(--cw-danger)"
              onClick={() => write(removeRules(table, row), Math.max(0, row - 1))}
            >
              {t('Remove the rule')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </th>
  );
}
