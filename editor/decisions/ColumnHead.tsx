// The head of a column: what it is called, what it looks at and may hold; pressed, it opens to be changed.
import { ActionIcon, Button, Group, Popover, Stack, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconArrowLeft, IconArrowRight } from '@tabler/icons-react';
import { useState } from 'react';
import type { DecisionTable, Problem } from '../../engine/index.ts';
import {
  type ColumnAt,
  columnsOf,
  insertColumn,
  moveColumn,
  removeColumn,
} from '../document/decisions/edit-table.ts';
import { t } from '../language/index.ts';
import { useEditing } from '../panels/editing.ts';
import { worstOf } from '../panels/problem-words.ts';
import { ColumnFields } from './ColumnFields.tsx';
import type { ColumnProps } from './column-props.ts';
import { columnTitle, kindWords } from './column-words.ts';
import styles from './decisions.module.css';
import { OpenTypesContext, useOpenTypes } from './open-types.ts';

function below(table: DecisionTable, { kind, index }: ColumnAt): { first: string; second: string } {
  if (kind === 'note') return { first: '', second: '' };
  const column = kind === 'input' ? table.inputs[index] : table.outputs[index];
  const first =
    kind === 'input' ? (table.inputs[index]?.expression ?? '') : (table.outputs[index]?.name ?? '');
  return { first, second: column?.allowed ?? column?.type ?? '' };
}

export function ColumnHead({ problems, ...props }: ColumnProps & { problems: readonly Problem[] }) {
  const { table, column } = props;
  const [opened, setOpened] = useState(false);
  const worst = worstOf(problems);
  const title = columnTitle(table, column);
  const { first, second } = below(table, column);
  const openTypes = useOpenTypes();
  // Two traps for the focus would fight for it.
  const leaveFor = (name: string | null) => {
    setOpened(false);
    openTypes(name);
  };
  return (
    <th scope="col" className={styles.columnHead} data-kind={column.kind} aria-label={title}>
      <Popover opened={opened} onChange={setOpened} width={300} position="bottom-start" trapFocus>
        <Popover.Target>
          <UnstyledButton
            className={styles.columnButton}
            title={problems.map(({ message }) => message).join(' ') || undefined}
            onClick={() => setOpened(!opened)}
          >
            <span className={styles.columnKind}>
              {kindWords[column.kind]}
              {worst && worst !== 'info' && (
                <IconAlertTriangle
                  size={13}
                  data-worst={worst}
                  aria-label={worst === 'error' ? t('has an error') : t('has a warning')}
                />
              )}
            </span>
            <span className={styles.columnTitle}>{title}</span>
            {first && first !== title && <code className={styles.columnCode}>{first}</code>}
            {second && <code className={styles.columnCode}>{second}</code>}
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown>
          <Stack gap="sm">
            <OpenTypesContext value={leaveFor}>
              <ColumnFields {...props} />
            </OpenTypesContext>
            <ColumnActs {...props} onDone={() => setOpened(false)} />
          </Stack>
        </Popover.Dropdown>
      </Popover>
    </th>
  );
}

function ColumnActs({ table, column, change, onDone }: ColumnProps & { onDone(): void }) {
  const { readOnly } = useEditing();
  if (readOnly) return null;
  const { kind, index } = column;
  const count = columnsOf(table).filter((each) => each.kind === kind).length;
  const act = (next: DecisionTable) => {
    onDone();
    change(next);
  };
  return (
    <Group gap={4} className={styles.columnActs}>
      <ActionIcon
        aria-label={t('Move left')}
        disabled={index === 0}
        onClick={() => act(moveColumn(table, column, index - 1))}
      >
        <IconArrowLeft size={16} />
      </ActionIcon>
      <ActionIcon
        aria-label={t('Move right')}
        disabled={index === count - 1}
        onClick={() => act(moveColumn(table, column, index + 1))}
      >
        <IconArrowRight size={16} />
      </ActionIcon>
      <Button
        size="compact-sm"
        variant="subtle"
        onClick={() => act(insertColumn(table, { kind, index: index + 1 }))}
      >
        {t('Add one beside')}
      </Button>
      <Button
        size="compact-sm"
        variant="subtle"
        color="red"
        ml="auto"
        disabled={kind === 'output' && count === 1}
        onClick={() => act(removeColumn(table, column))}
      >
        {t('Remove')}
      </Button>
    </Group>
  );
}
