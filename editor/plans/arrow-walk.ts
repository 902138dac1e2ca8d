// Arrow keys go from plan to plan: up and down in a column or list, left and right to the next column.
import type { KeyboardEvent } from 'react';

const cardsIn = (place: Element): HTMLElement[] => [...place.querySelectorAll<HTMLElement>('[data-walk]')];

function beside(from: HTMLElement, step: number): HTMLElement | undefined {
  const column = from.closest('[data-walk-column]');
  const columns = [...(column?.parentElement?.querySelectorAll('[data-walk-column]') ?? [])].filter(
    (one) => cardsIn(one).length > 0,
  );
  const next = column && columns[columns.indexOf(column) + step];
  if (!column || !next) return undefined;
  const cards = cardsIn(next);
  return cards[Math.min(cardsIn(column).indexOf(from), cards.length - 1)];
}

function along(from: HTMLElement, step: number, place: Element): HTMLElement | undefined {
  const cards = cardsIn(from.closest('[data-walk-column]') ?? place);
  return cards[cards.indexOf(from) + step];
}

function targetOf(key: string, from: HTMLElement, place: Element): HTMLElement | undefined {
  if (key === 'ArrowDown') return along(from, 1, place);
  if (key === 'ArrowUp') return along(from, -1, place);
  if (key === 'ArrowRight') return beside(from, 1);
  return key === 'ArrowLeft' ? beside(from, -1) : undefined;
}

/** For the `onKeyDown` of what holds the plans; keys pressed elsewhere are left alone. */
export function walkByArrows(event: KeyboardEvent): void {
  const from = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-walk]') : null;
  if (!from || event.ctrlKey || event.metaKey || event.altKey) return;
  const target = targetOf(event.key, from, event.currentTarget);
  if (!target) return;
  event.preventDefault();
  target.focus();
  target.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
