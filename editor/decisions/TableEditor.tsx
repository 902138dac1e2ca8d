// A decision table: its grid, what is wrong with it, and values to try it with. Each change is one step of the document.
import { Button, Group, Select } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useDeferredValue, useMemo, useState } from 'react';
import {
  type Decision,
  type DecisionTable,
  hitPolicies,
  type Problem,
  tryTable,
} from '../../engine/index.ts';
import {
  type CellAt,
  type ColumnAt,
  cellAtPlace,
  cellPlace,
  columnsOf,
  insertColumn,
  insertRule,
} from '../document/decisions/edit-table.ts';
import { pointer } from '../document/pointer.ts';
import { patched } from '../document/stage-tree.ts';
import { t } from '../language/index.ts';
import { useEditing } from '../panels/editing.ts';
import { problemsAt } from '../panels/field-problems.ts';
import { worstOf } from '../panels/problem-words.ts';
import { type ColumnFacts, columnFacts, toLiteral, typedAs } from './column-facts.ts';
import { columnTitle, hitWords } from './column-words.ts';
import styles from './decisions.module.css';
import { Findings } from './Findings.tsx';
import { TableGrid } from './TableGrid.tsx';
import { TryIt } from './TryIt.tsx';
import { sortProblems } from './table-problems.ts';
import { useGrid } from './use-grid.ts';

interface Props {
  name: string;
  decision: Decision;
  table: DecisionTable;
  /** JSON Pointer of the cell to begin at. */
  wanted: string;
}

const first: CellAt = { row: 0, column: 0 };
const none: readonly number[] = [];
type Example = NonNullable<Problem['counterexample']>;

/** The values of an example in the order of the inputs. */
const valuesOf = ({ inputs }: DecisionTable, example: Example): string[] =>
  inputs.map(({ label, expression }) => typedAs(example[label ?? expression]));

export function TableEditor({ name, decision, table, wanted }: Props) {
  const { cycle, run, problems, readOnly } = useEditing();
  const [said, say] = useState('');
  const place = pointer('decisions', name, 'logic');
  const facts = useMemo(() => columnFacts(cycle, name), [cycle, name]);
  const sorted = useMemo(
    () => sortProblems(problems, pointer('decisions', name), place),
    [problems, name, place],
  );
  const change = (logic: DecisionTable, burst?: string) => {
    const result = run({ type: 'set-decision', name, decision: { ...decision, logic } }, burst);
    if (result.kind === 'refused') say(result.reason);
    return result;
  };
  const start = cellAtPlace(table, wanted.slice(place.length)) ?? first;
  const grid = useGrid({ table, readOnly, change, say, start });
  const trying = useTrying(name, table, facts.inputs);
  const addRule = (example: Example) => {
    const when = trying.literalsOf(valuesOf(table, example)).map((value) => value || '-');
    change(insertRule(table, table.rules.length, { when }));
    grid.go({ row: table.rules.length, column: table.inputs.length });
    say(t('Rule {row} added.', { row: table.rules.length + 1 }));
  };
  const goTo = ({ pointer: at }: Problem) => {
    const cell = cellAtPlace(table, at.slice(place.length));
    if (cell) grid.go(cell);
  };
  const shared = { table, change, place };
  return (
    <>
      <TableBar {...shared} onAddRule={() => grid.act({ type: 'add-rule' })} />
      <TableGrid
        {...shared}
        name={name}
        grid={grid}
        problems={sorted}
        facts={[...facts.inputs, ...facts.outputs]}
        matched={trying.tried?.kind === 'taken' ? trying.tried.rows : none}
      />
      <CellWords table={table} at={grid.at} problems={sorted} />
      <TryIt
        table={table}
        facts={facts.inputs}
        values={trying.values}
        tried={trying.tried}
        onGive={trying.give}
      />
      <Findings
        problems={sorted.all}
        onGo={goTo}
        onTry={(example) => trying.give(valuesOf(table, example))}
        onAddRule={addRule}
      />
      <output className={styles.live} aria-live="polite">
        {said}
      </output>
    </>
  );
}

/** The table with the values that a person typed, asked whenever either changes. */
function useTrying(name: string, table: DecisionTable, facts: readonly ColumnFacts[]) {
  const { cycle } = useEditing();
  const [values, give] = useState<readonly string[]>([]);
  const literalsOf = (typed: readonly string[]) =>
    table.inputs.map((_, index) => toLiteral(typed[index] ?? '', facts[index]?.kind ?? null));
  const literals = literalsOf(values);
  const isAsked = literals.some((literal) => literal !== '');
  const asked = useDeferredValue(JSON.stringify(literals));
  const tried = useMemo(
    () => (isAsked ? tryTable(cycle, name, table, JSON.parse(asked)) : null),
    [cycle, name, table, asked, isAsked],
  );
  return { values, give, tried, literalsOf };
}

interface BarProps {
  table: DecisionTable;
  place: string;
  change(table: DecisionTable): void;
  onAddRule(): void;
}

const policies = hitPolicies.map((hit) => ({ value: hit, label: `${hit}  ${hitWords[hit]}` }));

function TableBar({ table, place, change, onAddRule }: BarProps) {
  const { problems, readOnly } = useEditing();
  const pickPolicy = (picked: string | null) => {
    const hit = hitPolicies.find((policy) => policy === picked);
    if (hit) change(patched(table, { hit: hit === 'U' ? undefined : hit }));
  };
  const add = (kind: ColumnAt['kind']) => {
    const index = columnsOf(table).filter((column) => column.kind === kind).length;
    change(insertColumn(table, { kind, index }));
  };
  const buttons: [words: string, label: string, act: () => void][] = [
    [t('Rule'), t('Add a rule'), onAddRule],
    [t('Input'), t('Add an input'), () => add('input')],
    [t('Output'), t('Add an output'), () => add('output')],
    [t('Note'), t('Add a note'), () => add('note')],
  ];
  return (
    <div className={styles.bar}>
      <Select
        size="sm"
        label={t('When several rules match')}
        data-pointer={place + pointer('hit')}
        className={styles.policy}
        data={policies}
        value={table.hit ?? 'U'}
        allowDeselect={false}
        disabled={readOnly}
        error={problemsAt(problems, place + pointer('hit'))}
        onChange={pickPolicy}
      />
      {!readOnly && (
        <Group gap={4} role="group" aria-label={t('Add to the table')}>
          {buttons.map(([words, label, act]) => (
            <Button
              key={words}
              size="compact-sm"
              variant="subtle"
              leftSection={<IconPlus size={14} />}
              aria-label={label}
              onClick={act}
            >
              {words}
            </Button>
          ))}
        </Group>
      )}
    </div>
  );
}

/** Which cell it is and what is wrong with it, under the grid: a cell itself is small. */
function CellWords({
  table,
  at,
  problems,
}: {
  table: DecisionTable;
  at: CellAt;
  problems: ReturnType<typeof sortProblems>;
}) {
  const column = columnsOf(table)[at.column];
  if (!column || table.rules.length === 0)
    return (
      <p className={styles.cellWords}>{t('No rules yet. Add one, or paste a block from a spreadsheet.')}</p>
    );
  const own = problems.ofCell(cellPlace(table, at));
  return (
    <p className={styles.cellWords} data-worst={worstOf(own) ?? undefined}>
      <span>{`${t('Rule {row}', { row: at.row + 1 })} · ${columnTitle(table, column)}`}</span>
      {own.length > 0 ? own.map(({ message }) => message).join(' ') : keysWords}
    </p>
  );
}

const keysWords = t(
  'Enter types, Tab and arrows go on, Ctrl+Enter adds a rule, Alt+↑ and Alt+↓ move it. Blocks can be copied and pasted.',
);
