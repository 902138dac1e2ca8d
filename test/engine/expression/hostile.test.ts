import { expect, test } from 'vitest';
import { type CompiledFeel, compileFeel } from '../../../engine/expression/compile-feel.ts';
import { entriesOf } from '../../../engine/expression/value/context.ts';
import type { Feel } from '../../../engine/expression/value/feel.ts';
import { fromFeel, toFeel } from '../../../engine/expression/value/json.ts';
import { isList, isObject } from '../../../engine/expression/value/kinds.ts';
import { isNumber } from '../../../engine/expression/value/number.ts';
import { corpus, type Hostile, hostileData } from './hostile/corpus.ts';

const names = Object.keys(hostileData);

const compile = ({ text, full }: Hostile): CompiledFeel =>
  compileFeel(text, { dialect: 'expression', names, functions: full ? 'full' : 'confined' });

const read = (name: string): Feel | undefined =>
  Object.hasOwn(hostileData, name) ? toFeel(hostileData[name]!) : undefined;

/** Nothing but the values of FEEL, as far as one can look without walking a value that is too large. */
function isFeel(value: Feel, depth = 0): boolean {
  if (depth > 4 || value === null || ['string', 'boolean'].includes(typeof value) || isNumber(value))
    return true;
  if (isList(value)) return value.slice(0, 20).every((item) => isFeel(item, depth + 1));
  if (!isObject(value)) return false;
  return (
    value.kind !== 'context' ||
    entriesOf(value)
      .slice(0, 20)
      .every(([, item]) => isFeel(item, depth + 1))
  );
}

function outcomeOf(hostile: Hostile): string {
  const compiled = compile(hostile);
  if (compiled.kind === 'refused') return `refused: ${compiled.findings[0]!.message}`;
  const { value, warnings } = compiled.program.evaluate(read);
  expect(isFeel(value)).toBe(true);
  const json = fromFeel(value);
  return `${json === undefined ? 'no JSON' : JSON.stringify(json).slice(0, 40)} ${warnings.map(({ code }) => code).join()}`;
}

const shown = ({ text }: Hostile): string => (text.length > 70 ? `${text.slice(0, 70)}…` : text);

test.each(corpus.map((hostile) => [shown(hostile), hostile] as const))(
  '%s ends, twice alike',
  (_, hostile) => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    expect(outcomeOf(hostile)).toBe(outcomeOf(hostile));
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
    expect(Reflect.get({}, 'polluted')).toBe(undefined);
  },
);

test.each([
  ['constructor', 'null no-name'],
  ['"a".constructor', 'null no-entry'],
  ['result.__proto__.admin', 'true '],
  ['get value({}, "constructor")', 'null no-entry'],
  ['goals.length', 'no-entry'],
  ['{ "__proto__": { admin: true } }.admin', 'null no-entry'],
  ['for i in 1..10000 return sort(numbers)', 'null stopped'],
  ['some a in goals, b in goals, c in goals satisfies a.id = "none"', 'null stopped'],
  ['for i in 1..10000 return starts with(texts[1], texts[2])', 'null stopped'],
  ['for i in 1..10000 return texts[1] = texts[2]', 'null stopped'],
  ['for i in 1..10000 return texts[1] <= texts[2]', 'null stopped'],
  ['for i in 1..10000 return number(texts[1])', 'stopped'],
  ['starts with(texts[1], texts[2])', 'true '],
  ['9 ** 9 ** 9', '1.9662705047555292e+77 '],
  ['(9 ** 9) ** (9 ** 9)', 'null no-value'],
])('%s gives %s', (text, outcome) => {
  expect(outcomeOf({ text })).toContain(outcome);
});

test('a key that is a name of JavaScript is an entry like any other', () => {
  const compiled = compile({ text: '{ "__proto__": 1, "constructor": 2, "toString": 3 }.constructor' });
  expect(compiled.kind === 'compiled' && fromFeel(compiled.program.evaluate(read).value)).toBe(2);
});
