// References that charts have beyond a transition's target: what is entered along with it, where a container
// begins, the events that tell of an end.
import { describe, expect, test } from 'vitest';
import { toFlow } from '../../../editor/canvas/view/to-flow.ts';
import { applyCommand } from '../../../editor/document/apply-command.ts';
import type { Command } from '../../../editor/document/command.ts';
import { stagesBeside } from '../../../editor/document/stage-tree.ts';
import { firstStages } from '../../../editor/launches/first-stages.ts';
import { type Cycle, cycleSchema } from '../../../engine/index.ts';

const chart: Cycle = cycleSchema.parse({
  schema: 'cycle/1',
  id: 'chart',
  name: 'Chart',
  initial: 'group',
  begin: { at: ['a2', 'b2'], do: [{ do: 'reschedule', timer: 'a2.0', delay: 'P1D' }] },
  stages: {
    group: {
      initial: 'both',
      begin: { at: ['a2'] },
      stages: {
        both: {
          type: 'parallel',
          stages: {
            a: { initial: 'a1', stages: { a1: {}, a2: { after: [{ delay: 'P1D', to: 'a1' }] } } },
            b: { initial: 'b1', stages: { b1: {}, b2: {} } },
          },
        },
        before: { type: 'history', to: 'a2', also: ['b2'] },
      },
      on: { 'done.state.both': [{ to: 'over' }] },
    },
    over: { on: { again: [{ to: 'a2', also: ['b2'] }] } },
  },
  on: { 'done.state.a': [{ to: 'over' }] },
});
const run = (command: Command): Cycle => {
  const result = applyCommand(chart, command);
  if (result.kind === 'refused') throw new Error(result.reason);
  return result.cycle;
};
const groupOf = (cycle: Cycle) => cycle.stages.group as Extract<Cycle['stages'][string], { initial: string }>;
const again = { stage: 'over', list: { kind: 'event', event: 'again' }, index: 0 } as const;
const over = (cycle: Cycle) => (cycle.stages.over as { on?: Record<string, unknown> }).on?.again;

describe('a stage that is called otherwise', () => {
  test('is called so wherever it is named', () => {
    const renamed = run({ type: 'change-stage-id', stage: 'a2', id: 'second' });
    expect(renamed.begin).toEqual({
      at: ['second', 'b2'],
      do: [{ do: 'reschedule', timer: 'second.0', delay: 'P1D' }],
    });
    expect(groupOf(renamed).begin).toEqual({ at: ['second'] });
    expect(groupOf(renamed).stages.before).toEqual({ type: 'history', to: 'second', also: ['b2'] });
    expect(over(renamed)).toEqual([{ to: 'second', also: ['b2'] }]);
    expect(over(run({ type: 'change-stage-id', stage: 'b2', id: 'other' }))).toEqual([
      { to: 'a2', also: ['other'] },
    ]);
  });

  test('takes the event that tells of its end along', () => {
    expect(Object.keys(run({ type: 'change-stage-id', stage: 'a', id: 'left' }).on ?? {})).toEqual([
      'done.state.left',
    ]);
    const renamed = groupOf(run({ type: 'change-stage-id', stage: 'both', id: 'all' }));
    expect('on' in renamed && Object.keys(renamed.on ?? {})).toEqual(['done.state.all']);
  });
});

describe('a stage that is taken away', () => {
  test('is not entered along with others any more', () => {
    const without = run({ type: 'remove-stage', stage: 'b2' });
    expect(over(without)).toEqual([{ to: 'a2' }]);
    expect(without.begin?.at).toEqual(['a2']);
    expect(groupOf(without).stages.before).toEqual({ type: 'history', to: 'a2' });
  });

  test('is not begun in any more', () => {
    const without = run({ type: 'remove-stage', stage: 'a2' });
    expect(groupOf(without).begin).toBeUndefined();
    expect(groupOf(without).stages.before).toEqual({ type: 'history' });
  });
});

test('another initial stage begins in itself', () => {
  const begun = run({ type: 'set-initial', stage: 'over' });
  expect([begun.initial, begun.begin?.at]).toEqual(['over', undefined]);
});

test('another target is in no company', () => {
  const set = (patch: object) => over(run({ type: 'set-transition', at: again, patch }));
  expect(set({ to: 'group' })).toEqual([{ to: 'group' }]);
  expect(set({ to: 'b1', also: ['a1'] })).toEqual([{ to: 'b1', also: ['a1'] }]);
  expect(applyCommand(chart, { type: 'set-transition', at: again, patch: { also: ['nowhere'] } })).toEqual({
    kind: 'refused',
    reason: 'There is no stage "nowhere" to go to.',
  });
});

test('a transition may wait for all events of a kind', () => {
  const waiting = run({ type: 'set-trigger', at: again, trigger: { kind: 'event', event: 'again.*' } });
  expect('on' in waiting.stages.over! && Object.keys(waiting.stages.over.on ?? {})).toEqual(['again.*']);
});

test('the stages beside one are those of the other parts', () => {
  expect(stagesBeside(chart, 'a2')).toEqual(['b', 'b1', 'b2']);
  expect(stagesBeside(chart, 'over')).toEqual([]);
});

test('the canvas draws a line to each stage that a transition enters', () => {
  const lines = toFlow(chart).transitions.filter(({ from }) => from === 'over');
  expect(lines.map(({ id, to }) => [id, to])).toEqual([
    ['/stages/over/on/again/0', 'a2'],
    ['/stages/over/on/again/0/also/0', 'b2'],
  ]);
});

test('a launch says where plans begin', () => {
  expect(firstStages(chart)).toEqual(['A2', 'B2']);
});
