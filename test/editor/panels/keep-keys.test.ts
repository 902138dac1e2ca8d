import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Keyed, keepKeys } from '../../../editor/panels/keep-keys.ts';

const begin = (...ids: string[]): Keyed => ({ ids, keys: ids });

test('what is called something else in its place keeps its key', () => {
  const once = keepKeys(begin('plan', 'observe'), ['plan', 'watch']);
  expect(once.keys).toEqual(['plan', 'observe']);
  expect(keepKeys(once, ['plan', 'look']).keys).toEqual(['plan', 'observe']);
});

test('what is new has a key of its own, also when something else was once called so', () => {
  const renamed = keepKeys(begin('plan', 'observe'), ['plan', 'watch']);
  expect(keepKeys(renamed, ['plan', 'watch', 'observe']).keys).toEqual(['plan', 'observe', 'observe+']);
});

test('what is moved, or stays when another goes, keeps its key', () => {
  const renamed = keepKeys(begin('plan', 'observe', 'appraise'), ['plan', 'watch', 'appraise']);
  expect(keepKeys(renamed, ['appraise', 'watch']).keys).toEqual(['appraise', 'observe']);
});

test('no two ever have the same key', () => {
  const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'a+'), { maxLength: 5 });
  fc.assert(
    fc.property(fc.array(ids, { minLength: 1, maxLength: 12 }), ([first = [], ...others]) => {
      others.reduce(
        (before, next) => {
          const kept = keepKeys(before, next);
          expect(new Set(kept.keys).size).toBe(next.length);
          return kept;
        },
        begin(...first),
      );
    }),
  );
});
