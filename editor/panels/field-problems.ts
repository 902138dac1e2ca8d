// The problems of one field, as the text under it.
import type { Problem } from '../../engine/index.ts';
import { isWithin } from '../document/pointer.ts';

export const problemsAt = (problems: readonly Problem[], place: string): string | null => {
  const own = problems.filter(({ pointer }) => pointer === place).map(({ message }) => message);
  return own.length > 0 ? own.join(' ') : null;
};

export const problemsWithin = (problems: readonly Problem[], place: string): readonly Problem[] =>
  problems.filter(({ pointer }) => isWithin(pointer, place));
