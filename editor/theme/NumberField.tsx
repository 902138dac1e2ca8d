// A field for a number that is typed key by key. Mantine's tells what is on the way to a number (“2.”, “-”, “0.0”) as text: a
// form that keeps numbers alone would write back what it has, and 41.45 came to be 45.
import { NumberInput, type NumberInputProps } from '@mantine/core';
import { type ClipboardEvent, type InputEvent, useRef, useState } from 'react';
import { decimalSign } from '../language/say.ts';
import { endsInGroup, groupSign, withoutGroups } from './typed-numbers.ts';

interface Props extends Omit<NumberInputProps, 'onChange' | 'value'> {
  value?: number | string;
  /** Text only where the field is empty, or holds a sign alone. */
  onChange?: (value: number | '') => void;
}

const numberOf = (text: string): number | '' => {
  const number = Number(text);
  return text === '' || Number.isNaN(number) ? '' : number;
};

const isSign = (typed: string): boolean => typed === '.' || typed === ',';

function pasteInto(event: ClipboardEvent<HTMLInputElement>): void {
  const text = event.clipboardData.getData('text').trim();
  const plain = withoutGroups(text, decimalSign());
  if (plain === text) return;
  event.preventDefault();
  // Mantine’s own reading of it would be put in as well.
  event.stopPropagation();
  document.execCommand('insertText', false, plain);
}

export function NumberField({ value, onChange, onBlur, ...rest }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const lastSign = useRef('');
  const take = (next: number | string) => {
    const isGrouped = lastSign.current === groupSign(decimalSign()) && endsInGroup(String(next));
    const read = isGrouped ? String(next).replace('.', '') : next;
    if (isGrouped) lastSign.current = '';
    setTyped(typeof read === 'string' ? read : null);
    onChange?.(typeof read === 'string' ? numberOf(read) : Number(read));
  };
  return (
    <NumberInput
      {...rest}
      value={typed ?? value ?? ''}
      onBeforeInput={({ data }: InputEvent<HTMLInputElement>) => {
        if (isSign(data)) lastSign.current = data;
      }}
      onPasteCapture={pasteInto}
      onChange={take}
      onBlur={(event) => {
        setTyped(null);
        lastSign.current = '';
        onBlur?.(event);
      }}
    />
  );
}
