// FEEL in one line: what a text gives, written as string() writes it; null and a mistake look alike.
import { expect, test } from 'vitest';
import { compileFeel } from '../../../../engine/expression/compile-feel.ts';
import { contextOf, number } from '../../../../engine/expression/types/feel-type.ts';
import { makeBudget } from '../../../../engine/expression/value/budget.ts';
import type { Feel } from '../../../../engine/expression/value/feel.ts';
import { toFeel } from '../../../../engine/expression/value/json.ts';
import { show } from '../../../../engine/expression/value/show.ts';
import type { Json } from '../../../../engine/model/json.ts';

export const data: Readonly<Record<string, Json>> = {
  n: 3,
  s: 'abc',
  xs: [1, 2, 3],
  rows: [
    { id: 1, name: 'a', tags: ['x', 'y'] },
    { id: 2, name: 'b', tags: [] },
  ],
  c: { a: 1, d: { e: 2 }, 'due date': '2026-03-02', 'pre-tax': 7 },
  'Applicant Age': 42,
  'pre-tax': 7,
};

/** The text of a value as string() writes it, but for a text, which is quoted. */
export const shown = (value: Feel): string =>
  typeof value === 'string' ? JSON.stringify(value) : show(value, makeBudget());

export function evaluate(text: string, input?: Feel): Feel {
  const compiled = compileFeel(text, {
    dialect: input === undefined ? 'expression' : 'unary-tests',
    names: Object.keys(data),
    types: { c: contextOf({ 'pre-tax': number }, true) },
    functions: 'full',
  });
  if (compiled.kind === 'refused') throw new Error(`${text}: ${compiled.findings[0]!.message}`);
  return compiled.program.evaluate(
    (name) => (Object.hasOwn(data, name) ? toFeel(data[name]!) : undefined),
    input,
  ).value;
}

/** One test for each line. */
export const gives = (lines: readonly (readonly [text: string, value: string])[]): void => {
  test.each(lines)('%s gives %s', (text, value) => {
    expect(shown(evaluate(text))).toBe(value);
  });
};
