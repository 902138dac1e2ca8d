// The field that the current cell is typed in: what could follow under it, its column's values first, and what is wrong
// with it so far. Enter, Tab and leaving end it as in a spreadsheet, Escape gives up, Shift and Enter begin a new line.
import { Popover } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type KeyboardEvent, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { type CellToCheck, checkCell } from '../../engine/index.ts';
import { Completions } from '../panels/Completions.tsx';
import { useEditing } from '../panels/editing.ts';
import { useOffering } from '../panels/use-offering.ts';
import styles from './decisions.module.css';
import type { Grid } from './use-grid.ts';

interface Props {
  /** What it begins with. */
  typing: string;
  label: string;
  choices: readonly string[];
  /** Null for a note, which is no FEEL. */
  cell: CellToCheck | null;
  grid: { current: Grid };
}

/** What is typed is judged once the hand rests, in milliseconds: half a word is no mistake. */
const rest = 400;

function useFaults(cell: CellToCheck | null, text: string): string {
  const { cycle } = useEditing();
  const [asked] = useDebouncedValue(text, rest);
  const faults = useMemo(() => (cell ? checkCell(cycle, cell, asked) : []), [cycle, cell, asked]);
  return asked === text ? faults.map(({ message }) => message).join(' ') : '';
}

/** What the decision calls what it is given. */
function useParameters(cell: CellToCheck | null): readonly string[] {
  const { cycle } = useEditing();
  const parameters = cycle.decisions?.[cell?.decision ?? '']?.parameters;
  return useMemo(() => (parameters ?? []).map(({ name }) => name), [parameters]);
}

export function CellField({ typing, label, choices, cell, grid }: Props) {
  const [text, setText] = useState(typing);
  const field = useRef<HTMLTextAreaElement>(null);
  const ended = useRef(false);
  const end = (given: string | null, then: Parameters<Grid['commit']>[1]) => {
    ended.current = true;
    grid.current.commit(given, then);
  };
  const faults = useFaults(cell, text);
  const parameters = useParameters(cell);
  const { offered, active, id, pick, open, fieldProps } = useOffering({
    text,
    isWritten: cell !== null,
    field,
    type: setText,
    cell: { choices, parameters, finish: (whole, key) => end(whole, key === 'Tab' ? 'next' : 'down') },
  });
  const begin = useEffectEvent(() => {
    field.current?.focus();
    field.current?.setSelectionRange(typing.length, typing.length);
    open(typing.length);
  });
  useEffect(() => begin(), []);
  const press = (event: KeyboardEvent) => {
    event.stopPropagation();
    fieldProps.onKeyDown(event);
    if (event.defaultPrevented || event.nativeEvent.isComposing) return;
    const isEnter = event.key === 'Enter' && !event.shiftKey;
    if (!isEnter && event.key !== 'Tab' && event.key !== 'Escape') return;
    event.preventDefault();
    if (event.key === 'Escape') end(null, 'stay');
    else if (isEnter) end(text, 'down');
    else end(text, event.shiftKey ? 'before' : 'next');
  };
  const faultsId = `${id}-faults`;
  return (
    <Popover
      opened={offered.length > 0 || faults !== ''}
      position="bottom-start"
      offset={2}
      width={280}
      withRoles={false}
      returnFocus={false}
    >
      <Popover.Target>
        <div className={styles.typing}>
          <textarea
            {...fieldProps}
            ref={field}
            rows={1}
            aria-label={label}
            aria-invalid={faults !== '' || undefined}
            aria-describedby={faults === '' ? undefined : faultsId}
            className={styles.field}
            value={text}
            spellCheck={false}
            data-mantine-stop-propagation="true"
            onChange={({ currentTarget }) => {
              setText(currentTarget.value);
              open(currentTarget.selectionStart);
            }}
            onKeyDown={press}
            onBlur={() => !ended.current && end(text, 'left')}
          />
        </div>
      </Popover.Target>
      <Popover.Dropdown p={0} className={styles.offers}>
        <Completions id={id} offered={offered} active={active} hasTab={false} onPick={pick} />
        <p id={faultsId} role="status" className={styles.faults}>
          {faults}
        </p>
      </Popover.Dropdown>
    </Popover>
  );
}
