// A whole number of the document, or nothing when the field is empty.
import type { Applied } from '../document/command.ts';
import { t } from '../language/index.ts';
import { TextField } from './TextField.tsx';

interface Props {
  label: string;
  place: string;
  value: number | undefined;
  least?: number;
  most: number;
  /** Refused when it is left empty. */
  required?: boolean;
  hint?: string;
  placeholder?: string;
  apply(value: number | undefined, burst: string): Applied;
}

export function WholeNumberField({ value, least = 1, most, required = false, apply, ...field }: Props) {
  const read = (text: string, burst: string): Applied => {
    const typed = text.trim();
    if (typed === '' && !required) return apply(undefined, burst);
    const number = Number(typed);
    if (typed !== '' && Number.isInteger(number) && number >= least && number <= most)
      return apply(number, burst);
    return { kind: 'refused', reason: t('Give a whole number from {least} to {most}.', { least, most }) };
  };
  return <TextField {...field} value={value === undefined ? '' : String(value)} apply={read} />;
}
