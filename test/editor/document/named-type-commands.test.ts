import { describe, expect, test } from 'vitest';
import { applyCommand } from '../../../editor/document/apply-command.ts';
import type { Command } from '../../../editor/document/command.ts';
import { makeDocumentStore } from '../../../editor/document/document-store.ts';
import { type Cycle, typeRenames } from '../../../engine/index.ts';
import { smallCycle } from './fixture.ts';

const withOne: Cycle = {
  ...smallCycle,
  types: { rating: { type: 'string', allowed: '"a", "b"' } },
  decisions: { good: { type: 'rating', logic: { kind: 'expression', text: '"a"' } } },
};

function done(cycle: Cycle, command: Command): Cycle {
  const result = applyCommand(cycle, command);
  if (result.kind === 'refused') throw new Error(result.reason);
  return result.cycle;
}
const refusal = (cycle: Cycle, command: Command) => {
  const result = applyCommand(cycle, command);
  return result.kind === 'refused' ? result.reason : null;
};
const rename = (to: string): Command => ({
  type: 'rename-named-type',
  name: 'rating',
  to,
  also: typeRenames(withOne, 'rating', to),
});

describe('a named type', () => {
  test('is added, changed and taken away in its place', () => {
    const two = done(withOne, { type: 'set-named-type', name: 'points', named: { type: 'number' } });
    const changed = done(two, { type: 'set-named-type', name: 'rating', named: { type: 'string' } });
    expect(changed.types).toEqual({ rating: { type: 'string' }, points: { type: 'number' } });
    const one = done(changed, { type: 'remove-named-type', name: 'rating' });
    expect(one.types).toEqual({ points: { type: 'number' } });
    expect(done(one, { type: 'remove-named-type', name: 'points' }).types).toBeUndefined();
  });
  test('takes what says it along to another name, in one step', () => {
    const store = makeDocumentStore(withOne);
    store.run(rename('grade'));
    expect(store.get().cycle.types).toEqual({ grade: { type: 'string', allowed: '"a", "b"' } });
    expect(store.get().cycle.decisions?.good?.type).toBe('grade');
    store.undo();
    expect(store.get().cycle).toEqual(withOne);
  });
  test('needs a name that no other type has, and none that every cycle has', () => {
    expect(refusal(withOne, rename('2nd'))).toMatch(/letters, digits/);
    expect(refusal(withOne, rename('date and time'))).toBe('Every cycle has a type "date and time".');
    const two = done(withOne, { type: 'set-named-type', name: 'points', named: {} });
    expect(refusal(two, rename('points'))).toBe('Another type is called "points".');
  });
  test('keeps its last form while what is written cannot be one', () => {
    expect(refusal(withOne, { type: 'set-named-type', name: 'rating', named: { allowed: ' ' } })).toMatch(
      /^allowed: /,
    );
  });
});
