// Where the keys are in the inbox: at the row that j and k choose, and after an act at the row that follows. Only what
// the person does moves them.
import { useEffect, useRef } from 'react';

const firstField = '#task-form input, #task-form textarea, #task-form button';
export const focusForm = (): void => document.querySelector<HTMLElement>(firstField)?.focus();

const rowOf = (id: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-task="${CSS.escape(id)}"]`);

/** The row brings itself into sight when it is chosen. */
export const focusRow = (id: string): void => rowOf(id)?.focus({ preventScroll: true });

/** The one row that Tab comes to. */
export const focusTabRow = (): void =>
  document.querySelector<HTMLElement>('[data-task][tabindex="0"]')?.focus({ preventScroll: true });

export const focusedRow = (): string | undefined =>
  document.activeElement?.closest<HTMLElement>('[data-task]')?.dataset.task;

/** The rows that come after those that an act was on, the next one first; then those before them. */
export function followers(order: readonly string[], taken: ReadonlySet<string>): string[] {
  const last = order.findLastIndex((id) => taken.has(id));
  const others = [...order.slice(last + 1), ...order.slice(0, last + 1).reverse()];
  return others.filter((id) => !taken.has(id));
}

/** The first of the rows that is there once the list is drawn anew. */
export function useFollow(): (ids: readonly string[]) => void {
  const wanted = useRef<readonly string[]>([]);
  useEffect(() => {
    const row = wanted.current.map(rowOf).find((element) => element !== null);
    wanted.current = [];
    row?.focus();
  });
  return (ids) => {
    wanted.current = ids;
  };
}
