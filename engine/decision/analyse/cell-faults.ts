// Cells whose constant values do not fit their column: a text among numbers, a value that is not allowed.
import { makeBudget } from '../../expression/value/budget.ts';
import type { Feel } from '../../expression/value/feel.ts';
import { kindOf } from '../../expression/value/kinds.ts';
import type { Problem } from '../../model/problem.ts';
import { isAny } from '../compile/compile-table.ts';
import type { PlacedTable } from '../compile/compiling.ts';
import type { Frame } from '../run/frame.ts';
import { conform } from '../types/conform.ts';
import type { TypeCheck } from '../types/type-check.ts';
import { constantOf, type Piece, readTests } from './column.ts';

/** Constants look at no names, and cost next to nothing. */
const makeFrame = (): Frame => ({
  read: () => undefined,
  run: { budget: makeBudget(10_000), depth: 0, report: () => undefined, tell: () => undefined },
});

const fault = (pointer: string, message: string): Problem => ({
  code: 'DEC-09',
  severity: 'error',
  pointer,
  stage: null,
  message,
});

const namedEnds = ({ start, end }: Piece): Feel[] =>
  [start, end].filter((end) => end !== undefined && end !== null);

/** A day is compared with an instant of a zone as its beginning. */
const isComparable = (one: string, other: string): boolean =>
  one === other || [one, other].every((kind) => kind === 'date' || kind === 'date and time');

function inputFault(text: string, type: TypeCheck, pointer: string): Problem[] {
  const reading = readTests(text);
  if (reading.kind !== 'pieces' || type.shape.kind !== 'simple') return [];
  const { name } = type.shape;
  const other = reading.pieces.flatMap(namedEnds).find((end) => !isComparable(kindOf(end), name));
  if (other === undefined) return [];
  return [
    fault(pointer, `${text} is about a ${kindOf(other)}, and the input is a ${name}, which never is one.`),
  ];
}

function outputFault(text: string, type: TypeCheck, pointer: string): Problem[] {
  const value = isAny(text) ? undefined : constantOf(text);
  if (value === undefined || conform(value, type, makeFrame()) !== undefined) return [];
  const allowed = type.allowed.map((tests) => tests.text).join(' and ');
  return [fault(pointer, `${text} does not fit ${type.name}${allowed ? ` (${allowed})` : ''}.`)];
}

export function cellFaults({ table, pointer, inputs, outputs }: PlacedTable): Problem[] {
  return table.rules.flatMap(({ when, give }, rule) => [
    ...when.flatMap((text, index) => {
      const type = inputs[index];
      return type ? inputFault(text, type, `${pointer}/rules/${rule}/when/${index}`) : [];
    }),
    ...give.flatMap((text, index) => {
      const type = outputs[index];
      return type ? outputFault(text, type, `${pointer}/rules/${rule}/give/${index}`) : [];
    }),
  ]);
}
