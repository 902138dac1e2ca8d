// What became of a case of the DMN TCK: its model as a document, decided, and held against what is expected.
import { isDeepStrictEqual } from 'node:util';
import { decide, type Json, type JsonObject } from '../../../engine/index.ts';
import type { Result } from '../results.ts';
import type { Case } from './cases.ts';
import { toDmn } from './model.ts';

/** The TCK expects numbers as binary floating point has them. */
const rounded = (value: Json): Json => (typeof value === 'number' ? Number(value.toPrecision(12)) : value);
const comparable = (values: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, rounded(value)]));

/** Empty when all is as expected. */
export function deviationsOf({ model, tests }: Case): string[] {
  const xml = toDmn(model);
  return tests.flatMap(([input, expected]) => {
    const decided = decide(xml, input);
    const found = decided.kind === 'decided' ? comparable(decided.values) : decided.problems;
    const wanted = comparable(expected);
    return isDeepStrictEqual(JSON.parse(JSON.stringify(found)), wanted)
      ? []
      : [`${JSON.stringify(input)} gives ${JSON.stringify(found)} and not ${JSON.stringify(wanted)}`];
  });
}

/** `contradicts itself` is the one reason to exclude a case. */
export function resultOfCase(one: Case): Result {
  const [first] = deviationsOf(one);
  if (first !== undefined) return { kind: 'wrong', why: first };
  return one.excluded === undefined ? { kind: 'passed' } : { kind: 'excluded', reason: 'contradicts-itself' };
}
