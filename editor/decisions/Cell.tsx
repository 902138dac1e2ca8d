// One cell of the grid: its text, or the field that it is typed in.
import { type KeyboardEvent, memo, useEffect, useRef, useState } from 'react';
import type { Problem } from '../../engine/index.ts';
import { worstOf } from '../panels/problem-words.ts';
import styles from './decisions.module.css';
import type { Grid } from './use-grid.ts';

interface Props {
  row: number;
  column: number;
  text: string;
  kind: 'input' | 'output' | 'note';
  isCurrent: boolean;
  isChosen: boolean;
  /** Being typed in: what the field begins with. */
  typing: string | null;
  problems: readonly Problem[];
  choices: readonly string[];
  label: string;
  grid: { current: Grid };
}

function CellOf(props: Props) {
  const { row, column, text, kind, isCurrent, isChosen, typing, problems, grid } = props;
  const worst = worstOf(problems);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid around hears the keys.
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid of the ARIA practices is a table.
      role="gridcell"
      aria-selected={isChosen}
      aria-invalid={worst === 'error' || undefined}
      data-cell={`${row}:${column}`}
      data-kind={kind}
      data-worst={worst ?? undefined}
      data-current={isCurrent || undefined}
      data-autofocus={isCurrent || undefined}
      title={problems.map(({ message }) => message).join(' ') || undefined}
      tabIndex={isCurrent && typing === null ? 0 : -1}
      className={styles.cell}
      onClick={(event) => typing === null && grid.current.go({ row, column }, event.shiftKey)}
      onDoubleClick={() => typing === null && grid.current.type({ row, column })}
    >
      {typing === null ? text : <CellField {...props} typing={typing} />}
    </td>
  );
}

export const Cell = memo(CellOf);

/** Ends with Enter, Tab or leaving; Escape gives up. Shift and Enter begin a new line. */
function CellField({ typing, label, choices, grid }: Props & { typing: string }) {
  const [text, setText] = useState(typing);
  const field = useRef<HTMLTextAreaElement>(null);
  const ended = useRef(false);
  useEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(typing.length, typing.length);
  }, [typing]);
  const end = (given: string | null, then: Parameters<Grid['commit']>[1]) => {
    ended.current = true;
    grid.current.commit(given, then);
  };
  const press = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const isEnter = event.key === 'Enter' && !event.shiftKey;
    if (!isEnter && event.key !== 'Tab' && event.key !== 'Escape') return;
    event.preventDefault();
    if (event.key === 'Escape') end(null, 'stay');
    else if (isEnter) end(text, 'down');
    else end(text, event.shiftKey ? 'before' : 'next');
  };
  const offers = choices.filter((choice) => choice.includes(text.trim()) && choice !== text.trim());
  return (
    <div className={styles.typing}>
      <textarea
        ref={field}
        rows={1}
        aria-label={label}
        className={styles.field}
        value={text}
        spellCheck={false}
        data-mantine-stop-propagation="true"
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={press}
        onBlur={() => !ended.current && end(text, 'left')}
      />
      {offers.length > 0 && (
        <div className={styles.offers} aria-hidden>
          {offers.slice(0, 8).map((offer) => (
            <button
              key={offer}
              type="button"
              tabIndex={-1}
              className={styles.offer}
              onPointerDown={(event) => {
                event.preventDefault();
                end(offer, 'down');
              }}
            >
              {offer}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
