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

const editedPair = fc
  .tuple(arbitraryCycle, arbitraryEdits(8))
  .map(([cycle, edits]): [Cycle, Cycle] => [cycle, editCycle(cycle, edits)]);
/** Two cycles that have nothing to do with each other. */
const strangers = fc.tuple(arbitraryCycle, arbitraryCycle);
const pair = fc.oneof({ arbitrary: editedPair, weight: 4 }, { arbitrary: strangers, weight: 1 });

/** One set of pairs for all properties. */
const pairs = fc
  .sample(pair, {
    numRuns: Number(process.env.COMPARE_RUNS ?? 200),
    seed: Number(process.env.COMPARE_SEED ?? 20260105),
  })
  .map(([a, b]) => ({ a, b, differences: compareCycles(a, b) }));

const read: Record<string, readonly string[]> = {
  outputs: ['label'],
  inputs: ['label'],
};
const everywhere = [
  'name',
  'description',
  'title',
  'layout',
  '$schema',
  'notes',
  'annotations',
  'accepts',
  'scenarios',
];

const byName = (fields: Json | undefined): [string, Json][] =>
  Object.entries(fields ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));

/** Stages have an order inside a parallel stage alone. */
const inOrder = (value: { [key: string]: Json }, key: string): { [key: string]: Json } =>
  'stages' in value && key !== 'stages' && value.type !== 'parallel'
    ? { ...value, stages: Object.fromEntries(byName(value.stages)) }
    : value;

/** Without what is only read or drawn: said once more, and not with the code under test. */
function behaviourOf(value: Json, key = ''): Json {
  if (Array.isArray(value)) return value.map((item) => behaviourOf(item, key));
  if (value === null || typeof value !== 'object') return value;
  const isNotify = value.do === 'notify' && typeof value.message === 'string';
  const message = isNotify ? { message: String(value.message).match(/\{\{.*?\}\}/g) ?? [] } : {};
  const isAuthored = key === 'variables' || key === 'data';
  const unseen = isAuthored ? [] : (read[key] ?? everywhere);
  const kept = Object.entries({ ...inOrder(value, key), ...message }).filter(
    ([name]) => !unseen.includes(name),
  );
  return Object.fromEntries(
    kept.map(([name, inner]) => [name, isAuthored ? inner : behaviourOf(inner, name)]),
  );
}

test('a cycle has no difference from itself, however it is written', () => {
  for (const { a } of pairs.slice(0, 100)) {
    const parsed = parseCycle(canonicalCycle(a));
    if (parsed.kind === 'refused') throw new Error(JSON.stringify(parsed.problems));
    expect(compareCycles(a, structuredClone(a))).toEqual([]);
    expect(compareCycles(a, parsed.cycle)).toEqual([]);
  }
});

test('the new version follows from the old one and the differences alone', () => {
  for (const { a, b, differences } of pairs) {
    const told: Difference[] = JSON.parse(JSON.stringify(differences));
    expect(JSON.stringify(applyDifferences(a, told))).toBe(JSON.stringify(canonicalCycle(b)));
  }
});

test('two versions behave alike exactly when they are the same but for words and layout', () => {
  const same = ({ a, b }: (typeof pairs)[number]) =>
    JSON.stringify(behaviourOf(canonicalCycle(a))) === JSON.stringify(behaviourOf(canonicalCycle(b)));
  for (const one of pairs) expect(behavesAlike(one.differences)).toBe(same(one));
  expect(pairs.filter(same).length).toBeGreaterThan(5);
});

const opposite: Partial<Record<Difference['kind'], Difference['kind']>> = {
  'stage-added': 'stage-removed',
  'stage-removed': 'stage-added',
  'task-added': 'task-removed',
  'task-removed': 'task-added',
};

test('what is added one way is removed the other way', () => {
  const told = (differences: Difference[], kindOf: (kind: Difference['kind']) => string | undefined) =>
    differences
      .filter(({ kind }) => opposite[kind])
      .map(({ kind, old, new: other }) => `${kindOf(kind)} ${old ?? other}`)
      .toSorted();
  for (const { a, b, differences } of pairs.slice(0, 100))
    expect(told(compareCycles(b, a), (kind) => opposite[kind])).toEqual(told(differences, (kind) => kind));
});

const at = (document: Json, pointer: string): Json | undefined =>
  pointer
    .split('/')
    .slice(1)
    .reduce<Json | undefined>((value, key) => (value as Record<string, Json> | undefined)?.[key], document);

/** Of what is not written where it is the default, there is nothing to point at. */
const isWritten = ({ kind, field }: Difference): boolean =>
  kind !== 'timer-renamed' && !kind.endsWith('reordered') && field !== 'type' && field !== 'hit';

test('each pointer leads to what it is about, in its own document', () => {
  for (const { a, b, differences } of pairs) {
    const [old, other]: Json[] = [a, b].map((cycle) => JSON.parse(formatCycle(cycle)));
    for (const difference of differences.filter(isWritten)) {
      const places = [
        ...(difference.old === null ? [] : [at(old ?? null, difference.old)]),
        ...(difference.new === null ? [] : [at(other ?? null, difference.new)]),
      ];
      expect(places, difference.message).not.toContain(undefined);
    }
  }
});
