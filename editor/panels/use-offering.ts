// Completions while a text is written: which are offered, which is chosen, and the keys for it, as the ARIA practices
// have a combobox with a list.
import { type KeyboardEvent, type RefObject, useEffect, useId, useMemo, useState } from 'react';
import { useEditing } from './editing.ts';
import type { Completion, Known } from './feel-completions.ts';

interface Given {
  text: string;
  /** Nothing is offered and nothing looked up otherwise. */
  isWritten: boolean;
  field: RefObject<HTMLTextAreaElement | null>;
  type(text: string, timeStamp: number): void;
  /** In a cell of a table: the values of its column come first, and Tab goes on unless one is chosen. */
  cell?: {
    choices: readonly string[];
    /** Of the decision, which are names in it. */
    parameters: readonly string[];
    /** The value that was taken is all that there is to write; it goes on from there. */
    finish(text: string, key: 'Enter' | 'Tab' | null): void;
  };
}

/** The offer to go to, to take the one that is chosen, or to close the list; null for any other key. */
function wishOf(
  event: KeyboardEvent,
  { count, active, inCell }: { count: number; active: number | null; inCell: boolean },
): number | 'take' | 'close' | null {
  if (count === 0 || event.shiftKey || event.nativeEvent.isComposing) return null;
  // Tab and Escape are the grid's as long as nobody went into the list.
  if (inCell && active === null && !event.key.startsWith('Arrow')) return null;
  switch (event.key) {
    case 'ArrowDown':
      return active === null ? 0 : (active + 1) % count;
    case 'ArrowUp':
      return ((active ?? 0) - 1 + count) % count;
    case 'Tab':
      return 'take';
    case 'Enter':
      return active === null ? null : 'take';
    case 'Escape':
      return 'close';
    default:
      return null;
  }
}

type Reader = typeof import('./feel-completions.ts');

let reading: Reader | null = null;

/** What is known of FEEL is a large part of the engine: it comes when the first expression is written. */
export async function loadReader(): Promise<Reader> {
  reading ??= await import('./feel-completions.ts');
  return reading;
}

/** A field after the first offers from its first letter: who writes fast presses the next key before a page draws twice. */
function useReader(isWritten: boolean): Reader | null {
  const [reader, setReader] = useState(reading);
  useEffect(() => {
    if (!isWritten || reader !== null) return;
    let awaited = true;
    // Without it an expression is written all the same, and nothing is offered.
    loadReader().then(
      (loaded) => awaited && setReader(loaded),
      () => undefined,
    );
    return () => {
      awaited = false;
    };
  }, [isWritten, reader]);
  return reader;
}

export function useOffering({ text, isWritten, field, type, cell }: Given) {
  const { cycle } = useEditing();
  const { variables, decisions, types } = cycle;
  const { choices, parameters } = cell ?? {};
  const id = useId();
  const reader = useReader(isWritten);
  const [caret, setCaret] = useState<number | null>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  const [placed, setPlaced] = useState<number | null>(null);
  const known = useMemo(
    (): Known | null =>
      isWritten && reader ? reader.knownIn({ variables, decisions, types }, parameters) : null,
    [isWritten, reader, variables, decisions, types, parameters],
  );
  const offered = useMemo(() => {
    if (caret === null || !known || !reader) return [];
    return choices
      ? reader.cellCompletionsFor(text, caret, known, choices)
      : reader.completionsFor(text, caret, known);
  }, [text, caret, known, reader, choices]);
  const active = chosen === null || chosen >= offered.length ? null : chosen;
  useEffect(() => {
    if (placed === null) return;
    field.current?.setSelectionRange(placed, placed);
    setPlaced(null);
  }, [placed, field]);
  const close = () => {
    setCaret(null);
    setChosen(null);
  };
  const pick = (completion: Completion, timeStamp: number, key: 'Enter' | 'Tab' | null = null) => {
    if (completion.isWhole && cell) return cell.finish(completion.text, key);
    type(completion.text, timeStamp);
    setPlaced(completion.caret);
    close();
  };
  const press = (event: KeyboardEvent) => {
    const wish = wishOf(event, { count: offered.length, active, inCell: cell !== undefined });
    if (wish === null) return;
    event.preventDefault();
    event.stopPropagation();
    const taken = offered[active ?? 0];
    if (wish === 'close') close();
    else if (wish === 'take') taken && pick(taken, event.timeStamp, event.key === 'Tab' ? 'Tab' : 'Enter');
    else setChosen(wish);
  };
  return {
    known,
    offered,
    active,
    id,
    pick,
    close,
    open: (at: number) => {
      setCaret(at);
      setChosen(null);
    },
    fieldProps: {
      role: 'combobox',
      'aria-expanded': offered.length > 0,
      'aria-autocomplete': 'list' as const,
      'aria-controls': offered.length > 0 ? id : undefined,
      'aria-activedescendant': active === null ? undefined : `${id}-${active}`,
      // Escape closes the list first, and not what is around it.
      'data-mantine-stop-propagation': offered.length > 0,
      onKeyDown: press,
    },
  };
}
