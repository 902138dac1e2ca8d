import { describe, expect, test } from 'vitest';
import { beginSample, givenFor, relationFor, valueFor } from '../../../editor/sample/sample.ts';
import { firstSample, type Sample } from '../../../editor/sample/sample-context.ts';
import { type Component, compileCycle } from '../../../engine/index.ts';
import { readCycle } from '../../support/sample-cycles.ts';

const compiled = compileCycle(readCycle('organisation-loop.cycle.json'), 1);
const at = '2026-11-26T10:00:00.000Z';
const refunds: Component = {
  id: 'refunds',
  kind: 'team',
  name: 'Tax refunds',
  parentId: 'revenue',
  ownerId: 'owner-1',
  managerId: 'manager-1',
  zone: 'America/New_York',
  holidayRegion: null,
};

function ask(text: string, change: Partial<Sample> = {}, component: Component | null = null) {
  const sample = { ...firstSample, ...change };
  const begun = beginSample(compiled, givenFor(sample, { component, own: null, at }), sample);
  if (begun.kind === 'stuck') throw new Error(begun.why);
  return valueFor(begun.play, text, sample);
}

describe('an expression tried on the sample plan', () => {
  test('sees the chosen component and what is made up for it', () => {
    expect(ask('component.name', {}, refunds).words).toBe('"Tax refunds"');
    expect(ask('count(goals)').words).toBe('3');
    expect(ask('today').words).toBe('2026-11-26');
  });
  test('sees the last appraisal, and decisions that rest on it', () => {
    expect(ask('outcome = "below"', { outcome: 'below' })).toEqual({ words: 'true', isSure: true });
    expect(ask('score', { outcome: null }).words).toBe('nothing');
    expect(ask('consequence', { outcome: 'below' }).words).toBe('"intervene"');
    expect(ask('round > 2', { round: 3 }).words).toBe('true');
  });
  test('sees what a task gave', () => {
    expect(ask('result.decision = "agreed"').words).toBe('true');
    expect(ask('event.data.result.why', { result: { why: 'late' } }).words).toBe('"late"');
  });
  test('says that a value rests on a mistake', () => {
    expect(ask('"a" + 1').isSure).toBe(false);
  });
});

test('an assignee is a relation, or an expression that gives one', () => {
  const sample = { ...firstSample, outcome: 'below' as const };
  const begun = beginSample(compiled, givenFor(sample, { component: refunds, own: null, at }), sample);
  if (begun.kind === 'stuck') throw new Error(begun.why);
  expect(relationFor(begun.play, 'manager.manager', sample)).toBe('manager.manager');
  expect(relationFor(begun.play, 'if outcome = "below" then "role:hr" else "owner"', sample)).toBe('role:hr');
  expect(relationFor(begun.play, '"boss"', sample)).toBeNull();
});
