import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyDelta, deltaOf } from '../../../editor/document/delta.ts';
import type { Json } from '../../../engine/index.ts';
import { arbitraryCycle } from '../../support/arbitrary-cycle.ts';
import { arbitraryEdits, editCycle } from '../../support/edit-cycle.ts';

const written = (value: unknown) => JSON.stringify(value);
const json = fc.jsonValue() as fc.Arbitrary<Json>;

test('any value follows from any other and what differs, to the order of keys', () => {
  fc.assert(
    fc.property(json, json, (from, to) => {
      const delta = JSON.parse(written(deltaOf(from, to)));
      expect(written(applyDelta(from, delta))).toBe(written(to));
    }),
  );
});

test('an edited cycle follows from what it was, in little room', () => {
  fc.assert(
    fc.property(arbitraryCycle, arbitraryEdits(3), (cycle, edits) => {
      const edited = editCycle(cycle, edits);
      const [from, to] = [cycle, edited].map((each) => JSON.parse(written(each)) as Json);
      const delta = deltaOf(from ?? null, to ?? null);
      expect(written(applyDelta(from ?? null, delta))).toBe(written(edited));
    }),
  );
  const long = { name: 'a'.repeat(1_000), other: 1 };
  expect(written(deltaOf(long, { ...long, other: 2 })).length).toBeLessThan(60);
  expect(deltaOf(long, { ...long })).toBe(0);
});
