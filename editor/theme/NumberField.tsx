// A field for a number that is typed key by key. Mantine's tells what is on the way to a number (“2.”, “-”, “0.0”) as text: a
// form that keeps numbers alone would write back what it has, and 41.45 came to be 45.
import { NumberInput, type NumberInputProps } from '@mantine/core';
import { useState } from 'react';

interface Props extends Omit<NumberInputProps, 'onChange' | 'value'> {
  value?: number | string;
  /** Text only where the field is empty, or holds a sign alone. */
  onChange?: (value: number | '') => void;
}

const numberOf = (text: string): number | '' => {
  const number = Number(text);
  return text === '' || Number.isNaN(number) ? '' : number;
};

export function NumberField({ value, onChange, onBlur, ...rest }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <NumberInput
      {...rest}
      value={typed ?? value ?? ''}
      onChange={(next) => {
        setTyped(typeof next === 'string' ? next : null);
        onChange?.(typeof next === 'string' ? numberOf(next) : Number(next));
      }}
      onBlur={(event) => {
        setTyped(null);
        onBlur?.(event);
      }}
    />
  );
}
