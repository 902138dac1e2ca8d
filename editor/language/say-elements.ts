// Says a sentence with elements inside, each where the language has it. Apart from `say.ts`, which knows no React.
import { createElement, Fragment, type ReactNode } from 'react';
import { withPercentSigns } from './formats.ts';
import { formatOf, saidBy } from './say.ts';
import { inSpoken } from './spoken.ts';

type RichValues = Readonly<Record<string, ReactNode | ((inside: ReactNode) => ReactNode)>>;

/** `tx('Press <k>?</k> for help', { k: (keys) => <Kbd>{keys}</Kbd> })`. */
export function tx(english: string, values: RichValues): ReactNode {
  const wrapped = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'function' ? (inside: ReactNode[]) => value(together(inside)) : value,
  ]);
  const parts = formatOf(inSpoken(english), true).format<ReactNode>(saidBy(Object.fromEntries(wrapped)));
  return together(Array.isArray(parts) ? parts : [parts]);
}

const said = (part: ReactNode): ReactNode => (typeof part === 'string' ? withPercentSigns(part) : part);

const together = (parts: readonly ReactNode[]): ReactNode =>
  createElement(Fragment, null, ...parts.map(said));
