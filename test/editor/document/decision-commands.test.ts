import { describe, expect, test } from 'vitest';
import { applyCommand } from '../../../editor/document/apply-command.ts';
import type { Command } from '../../../editor/document/command.ts';
import { makeDocumentStore } from '../../../editor/document/document-store.ts';
import type { Cycle, Decision } from '../../../engine/index.ts';
import { smallCycle } from './fixture.ts';

const decision: Decision = { logic: { kind: 'expression', text: 'score > 100' } };
const withOne: Cycle = { ...smallCycle, decisions: { good: decision } };

function done(cycle: Cycle, command: Command): Cycle {
  const result = applyCommand(cycle, command);
  if (result.kind === 'refused') throw new Error(result.reason);
  return result.cycle;
}
const refusal = (cycle: Cycle, command: Command) => {
  const result = applyCommand(cycle, command);
  return result.kind === 'refused' ? result.reason : null;
};

describe('a decision', () => {
  test('is added, renamed in its place, changed and taken away', () => {
    const two = done(withOne, { type: 'set-decision', name: 'bad', decision });
    expect(Object.keys(two.decisions ?? {})).toEqual(['good', 'bad']);
    const renamed = done(two, { type: 'rename-decision', name: 'good', to: 'very good' });
    expect(Object.keys(renamed.decisions ?? {})).toEqual(['very good', 'bad']);
    const one = done(renamed, { type: 'remove-decision', name: 'bad' });
    const none = done(one, { type: 'remove-decision', name: 'very good' });
    expect(none).toEqual(smallCycle);
  });
  test('needs a name that expressions can use and no other decision has', () => {
    expect(refusal(withOne, { type: 'rename-decision', name: 'good', to: '2nd' })).toMatch(/letters, digits/);
    const two = done(withOne, { type: 'set-decision', name: 'bad', decision });
    expect(refusal(two, { type: 'rename-decision', name: 'good', to: 'bad' })).toBe(
      'Another decision is called "bad".',
    );
  });
  test('keeps its last expression while there is none', () => {
    const empty: Decision = { logic: { kind: 'expression', text: ' ' } };
    expect(refusal(withOne, { type: 'set-decision', name: 'good', decision: empty })).toMatch(
      /An expression is needed/,
    );
  });
  test('undoes as one step', () => {
    const store = makeDocumentStore(withOne);
    store.run({ type: 'remove-decision', name: 'good' });
    expect(store.get().cycle.decisions).toBeUndefined();
    store.undo();
    expect(store.get().cycle).toEqual(withOne);
  });
});
