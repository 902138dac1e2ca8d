// A length of time, typed as P10D or 10bd, with what it means in words under it.
import type { Applied } from '../document/command.ts';
import { spanWords } from '../document/words.ts';
import { TextField } from './TextField.tsx';

interface Props {
  label: string;
  place: string;
  value: string;
  apply(text: string, burst: string): Applied | null;
  /** A delay may also be an expression that gives a date. */
  orExpression?: boolean;
}

export function SpanField({ label, place, value, apply, orExpression = false }: Props) {
  const words = value === '' ? null : spanWords(value);
  const otherwise = orExpression
    ? 'P10D, 10bd for working days, or FEEL that gives a date'
    : 'P10D is 10 days, PT4H 4 hours, 10bd 10 working days';
  return <TextField label={label} place={place} value={value} apply={apply} hint={words ?? otherwise} mono />;
}
