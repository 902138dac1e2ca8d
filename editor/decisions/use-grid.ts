// The grid's state: which cell, which range, what is typed over it. Every change of the table goes through
// `change`, one call one undo step.
import { type ClipboardEvent, type KeyboardEvent, useState } from 'react';
import { type DecisionTable, unreachable } from '../../engine/index.ts';
import { readBlock, writeBlock } from '../document/decisions/block-text.ts';
import {
  type CellAt,
  cellText,
  columnsOf,
  insertRule,
  moveRule,
  removeRules,
  withBlock,
  withCell,
} from '../document/decisions/edit-table.ts';
import { t } from '../language/index.ts';
import { type GridAct, gridAct } from './grid-keys.ts';
import { follow, type Range, rangeOf, type Size, step } from './walk-grid.ts';

interface State {
  at: CellAt;
  /** The other end of a range. */
  anchor: CellAt;
  /** Being typed in: what the field begins with, or null for what the cell holds. */
  typing: { over: string | null } | null;
  /** Counts how often the cell was to have the focus. */
  focused: number;
}

export interface Grid {
  at: CellAt;
  range: Range;
  typing: State['typing'];
  focused: number;
  go(to: CellAt, extend?: boolean): void;
  type(at: CellAt): void;
  /** Ends typing: with a text, or as it was. */
  commit(text: string | null, then: Then): void;
  act(act: GridAct): void;
  onKeyDown(event: KeyboardEvent): void;
  onCopy(event: ClipboardEvent): void;
  onPaste(event: ClipboardEvent): void;
}

/** Where to go when a cell has been typed in; `left` when the focus went elsewhere. */
type Then = 'down' | 'next' | 'before' | 'stay' | 'left';

export interface GridGiven {
  table: DecisionTable;
  readOnly: boolean;
  change(table: DecisionTable): void;
  say(message: string): void;
  start: CellAt;
}

const blockOf = (table: DecisionTable, { top, left, bottom, right }: Range): string[][] =>
  Array.from({ length: bottom - top + 1 }, (_, down) =>
    Array.from({ length: right - left + 1 }, (__, across) =>
      cellText(table, { row: top + down, column: left + across }),
    ),
  );

type Changing = Extract<GridAct, { type: 'clear' | 'add-rule' | 'remove-rules' | 'move-rule' }>;
interface Changed {
  table: DecisionTable;
  at: CellAt;
  words: string;
}

function changed(table: DecisionTable, act: Changing, at: CellAt, range: Range): Changed | null {
  const count = table.rules.length;
  switch (act.type) {
    case 'clear': {
      const empty = blockOf(table, range).map((line) => line.map(() => ''));
      return count === 0
        ? null
        : {
            table: withBlock(table, { row: range.top, column: range.left }, empty),
            at,
            words: t('Cleared.'),
          };
    }
    case 'add-rule': {
      const row = count === 0 ? 0 : at.row + 1;
      return {
        table: insertRule(table, row),
        at: { row, column: 0 },
        words: t('Rule {row} added.', { row: row + 1 }),
      };
    }
    case 'remove-rules': {
      const many = range.bottom - range.top + 1;
      if (count === 0) return null;
      const row = Math.max(0, Math.min(range.top, count - many - 1));
      const words =
        many === 1 ? t('Rule {row} removed.', { row: range.top + 1 }) : t('{many} rules removed.', { many });
      return { table: removeRules(table, range.top, many), at: { ...at, row }, words };
    }
    case 'move-rule': {
      const to = at.row + act.by;
      if (to < 0 || to >= count) return null;
      const words = t('Rule {row} is now rule {to}.', { row: at.row + 1, to: to + 1 });
      return { table: moveRule(table, at.row, to), at: { ...at, row: to }, words };
    }
    default:
      return unreachable(act);
  }
}

function after(at: CellAt, then: Then, size: Size): CellAt {
  if (then === 'down') return step(at, 1, 0, size);
  if (then === 'stay' || then === 'left') return at;
  return follow(at, then === 'next' ? 1 : -1, size) ?? at;
}

export function useGrid({ table, readOnly, change, say, start }: GridGiven): Grid {
  const [state, setState] = useState<State>({ at: start, anchor: start, typing: null, focused: 0 });
  const size = { rows: table.rules.length, columns: columnsOf(table).length };
  const at = step(state.at, 0, 0, size);
  const anchor = step(state.anchor, 0, 0, size);
  const range = rangeOf(at, anchor);
  const go: Grid['go'] = (to, extend = false) =>
    setState(({ focused }) => ({
      at: to,
      anchor: extend ? anchor : to,
      typing: null,
      focused: focused + 1,
    }));
  const write = (next: Changed | null) => {
    if (readOnly || next === null) return;
    change(next.table);
    go(next.at);
    say(next.words);
  };
  const type = (cell: CellAt, over: string | null = null) =>
    setState(({ focused }) => ({
      at: cell,
      anchor: cell,
      typing: readOnly || size.rows === 0 ? null : { over },
      focused,
    }));
  const act: Grid['act'] = (wish) => {
    if (wish.type === 'go') go(wish.to, wish.extend);
    else if (wish.type === 'edit') type(at, wish.over);
    else write(changed(table, wish, at, range));
  };
  return {
    at,
    range,
    typing: state.typing,
    focused: state.focused,
    go,
    type,
    act,
    commit(text, then) {
      if (text !== null && text !== cellText(table, at)) change(withCell(table, at, text));
      if (then === 'left') setState((before) => ({ ...before, typing: null }));
      else go(after(at, then, size));
    },
    onKeyDown(event) {
      const wish = state.typing ? null : gridAct(event, at, size);
      if (!wish) return;
      event.preventDefault();
      act(wish);
    },
    onCopy(event) {
      if (state.typing || size.rows === 0) return;
      event.preventDefault();
      event.clipboardData.setData('text/plain', writeBlock(blockOf(table, range)));
    },
    onPaste(event) {
      if (state.typing || readOnly) return;
      event.preventDefault();
      const block = readBlock(event.clipboardData.getData('text/plain'));
      const from = { row: range.top, column: range.left };
      const words = t('{count, plural, one {One line} other {# lines}} pasted.', { count: block.length });
      write({ table: withBlock(table, from, block), at: from, words });
    },
  };
}
