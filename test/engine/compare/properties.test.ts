import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalCycle } from '../../../engine/compare/canonical-cycle.ts';
import {
  behavesAlike,
  type Cycle,
  compareCycles,
  type Difference,
  formatCycle,
  type Json,
  parseCycle,
} from '../../../engine/index.ts';
import { applyDifferences } from '../../support/apply-differences.ts';
import { arbitraryCycle } from '../../support/arbitrary-cycle.ts';
import { arbitraryEdits, editCycle } from '../../support/edit-cycle.ts';

const settings = { numRuns: 300, seed: 20260105 };

const editedPair = fc
  .tuple(arbitraryCycle, arbitraryEdits(8))
  .map(([cycle, edits]): [Cycle, Cycle] => [cycle, editCycle(cycle, edits)]);
/** Two cycles that have nothing to do with each other. */
const strangers = fc.tuple(arbitraryCycle, arbitraryCycle);
const pairs = fc.oneof({ arbitrary: editedPair, weight: 3 }, { arbitrary: strangers, weight: 1 });

/** Without what is only read or drawn: said once more, and not with the code under test. */
function behaviourOf(value: Json, key = ''): Json {
  if (Array.isArray(value)) return value.map((item) => behaviourOf(item));
  if (value === null || typeof value !== 'object') return value;
  const isNotify = value.do === 'notify' && typeof value.message === 'string';
  const message = isNotify ? { message: String(value.message).match(/\{\{.*?\}\}/g) ?? [] } : {};
  const isAuthored = key === 'variables' || key === 'data';
  const kept = Object.entries({ ...value, ...message }).filter(
    ([name]) => isAuthored || !['name', 'description', 'title', 'layout', '$schema'].includes(name),
  );
  return Object.fromEntries(
    kept.map(([name, inner]) => [name, isAuthored ? inner : behaviourOf(inner, name)]),
  );
}

test('a cycle has no difference from itself, however it is written', () => {
  fc.assert(
    fc.property(arbitraryCycle, (cycle) => {
      const parsed = parseCycle(canonicalCycle(cycle));
      expect(parsed.kind).toBe('parsed');
      expect(compareCycles(cycle, structuredClone(cycle))).toEqual([]);
      if (parsed.kind === 'parsed') expect(compareCycles(cycle, parsed.cycle)).toEqual([]);
    }),
    settings,
  );
});

test('the new version follows from the old one and the differences alone', () => {
  fc.assert(
    fc.property(pairs, ([a, b]) => {
      const differences: Difference[] = JSON.parse(JSON.stringify(compareCycles(a, b)));
      expect(JSON.stringify(applyDifferences(a, differences))).toBe(JSON.stringify(canonicalCycle(b)));
    }),
    settings,
  );
});

test('two versions behave alike exactly when they are the same but for words and layout', () => {
  let alike = 0;
  fc.assert(
    fc.property(pairs, ([a, b]) => {
      const same =
        JSON.stringify(behaviourOf(canonicalCycle(a))) === JSON.stringify(behaviourOf(canonicalCycle(b)));
      if (same) alike += 1;
      expect(behavesAlike(compareCycles(a, b))).toBe(same);
    }),
    settings,
  );
  expect(alike).toBeGreaterThan(5);
});

const opposite: Partial<Record<Difference['kind'], Difference['kind']>> = {
  'stage-added': 'stage-removed',
  'stage-removed': 'stage-added',
  'task-added': 'task-removed',
  'task-removed': 'task-added',
};

test('what is added one way is removed the other way', () => {
  const facts = (
    differences: Difference[],
    kinds: (kind: Difference['kind']) => Difference['kind'] | undefined,
  ) =>
    differences
      .flatMap((one) => {
        const kind = opposite[one.kind] ? kinds(one.kind) : undefined;
        return kind
          ? [
              `${kind} ${kind.endsWith('added') === one.kind.endsWith('added') ? (one.new ?? one.old) : (one.old ?? one.new)}`,
            ]
          : [];
      })
      .sort();
  fc.assert(
    fc.property(pairs, ([a, b]) => {
      const there = facts(compareCycles(a, b), (kind) => kind);
      const back = facts(compareCycles(b, a), (kind) => opposite[kind]);
      expect(back).toEqual(there);
    }),
    settings,
  );
});

test('each pointer leads to what it is about, in its own document', () => {
  const at = (document: Json, pointer: string): Json | undefined =>
    pointer
      .split('/')
      .slice(1)
      .reduce<Json | undefined>((value, key) => (value as Record<string, Json> | undefined)?.[key], document);
  fc.assert(
    fc.property(pairs, ([a, b]) => {
      const [old, other]: Json[] = [a, b].map((cycle) => JSON.parse(formatCycle(cycle)));
      for (const difference of compareCycles(a, b)) {
        const derived = difference.kind === 'timer-renamed' || difference.field === 'type';
        if (derived || difference.kind.endsWith('reordered')) continue;
        if (difference.old !== null)
          expect(at(old ?? null, difference.old), difference.message).toBeDefined();
        if (difference.new !== null)
          expect(at(other ?? null, difference.new), difference.message).toBeDefined();
      }
    }),
    settings,
  );
});
