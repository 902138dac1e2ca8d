// The parts of a bar that is split by outcome: best first, each with the shape that stands for it everywhere.
import { type OutcomeOrNone, outcomeStyle } from '../theme/theme.ts';
import type { BarPart } from './part-label.tsx';

const part = (name: string, outcome: OutcomeOrNone): BarPart => ({
  name,
  outcome,
  words: outcomeStyle[outcome].words,
  color: outcomeStyle[outcome].color,
});

export const outcomeParts: BarPart[] = [
  part('exceeds', 'exceeds'),
  part('meets', 'meets'),
  part('below', 'below'),
  part('notScored', 'not-scored'),
];
