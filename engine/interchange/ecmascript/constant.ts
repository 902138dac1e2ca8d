// The value of an ECMAScript expression, when it is known without running anything.
import type { Json } from '../../model/json.ts';
import type { BinaryOperator, Js } from './parse-ecmascript.ts';

/** Undefined when the value is not known. */
export type Known = (name: string) => Json | undefined;

export function constantOf(js: Js, known: Known): Json | undefined {
  switch (js.kind) {
    case 'literal':
      return js.value;
    case 'name':
      return known(js.name);
    case 'unary': {
      const of = constantOf(js.of, known);
      return js.operator === '-' && typeof of === 'number' ? -of : undefined;
    }
    case 'binary':
      return binary(js.operator, constantOf(js.left, known), constantOf(js.right, known));
    case 'list':
      return listOf(js.items, known);
    case 'object':
      return objectOf(js.entries, known);
    default:
      return undefined;
  }
}

function listOf(items: readonly Js[], known: Known): Json[] | undefined {
  const values: Json[] = [];
  for (const item of items) {
    const value = constantOf(item, known);
    if (value === undefined) return undefined;
    values.push(value);
  }
  return values;
}

function objectOf(entries: readonly [string, Js][], known: Known): { [key: string]: Json } | undefined {
  const values = listOf(
    entries.map(([, item]) => item),
    known,
  );
  if (values === undefined) return undefined;
  return Object.fromEntries(entries.map(([key], index) => [key, values[index] ?? null]));
}

function binary(operator: BinaryOperator, left: Json | undefined, right: Json | undefined): Json | undefined {
  if (typeof left === 'string' && typeof right === 'string')
    return operator === '+' ? left + right : undefined;
  if (typeof left !== 'number' || typeof right !== 'number') return undefined;
  const result = arithmetic(operator, left, right);
  return result !== undefined && Number.isFinite(result) ? result : undefined;
}

function arithmetic(operator: BinaryOperator, left: number, right: number): number | undefined {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
    default:
      return undefined;
  }
}
