// Ways into containers that are more than one stage: several parts at once, deep inside, and what is done on the way.
import { describe, expect, test } from 'vitest';
import { compileCycle, type Stage } from '../../../engine/index.ts';
import type { Draft } from '../../support/given.ts';
import { effectsAre, event, given, makeCycle, moves, planHas, stageIs } from '../../support/given.ts';

const part = (name: string, more: object = {}): Stage => ({
  initial: `${name}1`,
  stages: { [`${name}1`]: { on: { next: [{ to: `${name}2` }] } }, [`${name}2`]: {} },
  ...more,
});
const both: Stage = { type: 'parallel', stages: { a: part('a'), b: part('b'), c: part('c') } };
const note = (name: string) => ({ do: 'emit' as const, event: name });

describe('a transition to several stages', () => {
  test('enters each of them, and the parts that it does not name as usual', () => {
    given
      .cycle({ initial: 'x', stages: { x: { on: { go: [{ to: 'b2', also: ['a2'] }] } }, both } })
      .started()
      .when(event('go'))
      .then(stageIs('a2', 'b2', 'c1'), moves(['x'], ['both', 'a', 'a2', 'b', 'b2', 'c', 'c1']));
  });

  test('may lead back through the histories of several parts', () => {
    const remembering = (name: string): Stage => ({
      initial: `${name}1`,
      stages: {
        [`${name}1`]: { on: { next: [{ to: `${name}2` }] } },
        [`${name}2`]: {},
        [`${name}-before`]: { type: 'history' },
      },
    });
    given
      .cycle({
        initial: 'both',
        stages: {
          both: {
            type: 'parallel',
            stages: { a: remembering('a'), b: remembering('b') },
            on: { paused: [{ to: 'x' }] },
          },
          x: { on: { resumed: [{ to: 'a-before', also: ['b2'] }] } },
        },
      })
      .started()
      .when(event('next'))
      .when(event('paused'))
      .when(event('resumed'))
      .then(stageIs('a2', 'b2'));
  });

  test.each([
    [
      'no stage at all',
      { to: 'a2', also: ['nowhere'] },
      '/stages/x/on/go/0/also/0',
      'There is no stage "nowhere" to go to.',
    ],
    [
      'nothing to be added to',
      { also: ['a2'] },
      '/stages/x/on/go/0/also',
      '"also" adds stages to "to". Say where to go first.',
    ],
    [
      'the same part',
      { to: 'a1', also: ['a2'] },
      '/stages/x/on/go/0/also',
      'A plan cannot be in "a1" and "a2" at once: they are not in different parts of a parallel stage.',
    ],
    [
      'a stage and what is around it',
      { to: 'a1', also: ['both'] },
      '/stages/x/on/go/0/also',
      'A plan cannot be in "a1" and "both" at once: they are not in different parts of a parallel stage.',
    ],
    [
      'another branch',
      { to: 'a1', also: ['x'] },
      '/stages/x/on/go/0/also',
      'A plan cannot be in "a1" and "x" at once: they are not in different parts of a parallel stage.',
    ],
  ])('cannot name %s', (_, transition, pointer, message) => {
    const cycle = makeCycle({ initial: 'x', stages: { x: { on: { go: [transition] } }, both } });
    expect(() => compileCycle(cycle, 1)).toThrow(`${message} (${pointer})`);
  });
});

describe('a container begins', () => {
  test('deep inside, in several parts, whatever those begin with', () => {
    given
      .cycle({
        initial: 'group',
        stages: { group: { initial: 'both', begin: { at: ['c2', 'a2'] }, stages: { both } } },
      })
      .started()
      .then(stageIs('a2', 'b1', 'c2'));
  });

  test('and so may the cycle', () => {
    given
      .cycle({ initial: 'both', begin: { at: ['b2'] }, stages: { both } })
      .started()
      .then(stageIs('a1', 'b2', 'c1'));
  });

  test('with what is done after its own entry and before that of the stages inside', () => {
    given
      .cycle({
        initial: 'x',
        begin: { do: [note('start')] },
        stages: {
          x: { entry: [note('x')], on: { go: [{ to: 'group' }], deep: [{ to: 'inner' }] } },
          group: {
            initial: 'inner',
            begin: { do: [note('begin')] },
            entry: [note('group')],
            stages: { inner: { entry: [note('inner')] } },
          },
        },
      })
      .started()
      .then(effectsAre({ event: 'start' }, { event: 'x' }))
      .when(event('go'))
      .then(effectsAre({ event: 'group' }, { event: 'begin' }, { event: 'inner' }));
  });

  test('which is left out when a transition leads straight to a stage inside', () => {
    given
      .cycle({
        initial: 'x',
        stages: {
          x: { on: { deep: [{ to: 'inner' }] } },
          group: {
            initial: 'inner',
            begin: { do: [note('begin')] },
            stages: { inner: { entry: [note('inner')] } },
          },
        },
      })
      .started()
      .when(event('deep'))
      .then(effectsAre({ event: 'inner' }));
  });

  test('in a part that is entered along with another', () => {
    given
      .cycle({
        initial: 'x',
        stages: {
          x: { on: { go: [{ to: 'a2' }] } },
          all: {
            type: 'parallel',
            stages: { a: part('a'), b: part('b', { begin: { do: [note('begin-b')] } }) },
          },
        },
      })
      .started()
      .when(event('go'))
      .then(stageIs('a2', 'b1'), effectsAre({ event: 'begin-b' }));
  });

  test('in its own history', () => {
    const group: Stage = {
      initial: 'one',
      begin: { at: ['before'] },
      stages: { one: { on: { next: [{ to: 'two' }] } }, two: {}, before: { type: 'history' } },
      on: { left: [{ to: 'x' }] },
    };
    given
      .cycle({ initial: 'group', stages: { group, x: { on: { back: [{ to: 'group' }] } } } })
      .started()
      .then(stageIs('one'))
      .when(event('next'))
      .when(event('left'))
      .when(event('back'))
      .then(stageIs('two'));
  });

  test.each<[string, Draft, string]>([
    [
      'outside of its initial stage',
      { initial: 'x', begin: { at: ['a2'] }, stages: { x: {}, both } },
      '"a2" is neither inside the initial stage "x" nor a history beside it. (/begin/at)',
    ],
    [
      'in a stage that is not there',
      { initial: 'both', begin: { at: ['d2'] }, stages: { both } },
      'There is no stage "d2" to go to. (/begin/at/0)',
    ],
    [
      'in one part twice',
      { initial: 'both', begin: { at: ['a1', 'a2'] }, stages: { both } },
      'A plan cannot be in "a1" and "a2" at once: they are not in different parts of a parallel stage. (/begin/at)',
    ],
  ])('but not %s', (_, draft, message) => {
    expect(() => compileCycle(makeCycle(draft), 1)).toThrow(message);
  });
});

describe('a history stage that leads back to nothing yet', () => {
  const group = (before: object): Stage => ({
    initial: 'both',
    entry: [note('group')],
    stages: { both, before: { type: 'history', ...before } },
    on: { left: [{ to: 'x' }] },
  });
  const cycle = (before: object) =>
    given.cycle({ initial: 'x', stages: { x: { on: { back: [{ to: 'before' }] } }, group: group(before) } });

  test('may begin in several parts', () => {
    cycle({ history: 'deep', to: 'a2', also: ['c2'] })
      .started()
      .when(event('back'))
      .then(stageIs('a2', 'b1', 'c2'));
  });

  test('does what it says only then, after the entry of its container', () => {
    cycle({ to: 'both', do: [note('first-time')] })
      .started()
      .when(event('back'))
      .then(effectsAre({ event: 'group' }, { event: 'first-time' }))
      .when(event('left'))
      .when(event('back'))
      .then(effectsAre({ event: 'group' }));
  });

  test('remembers nothing of a begin that was never left', () => {
    cycle({})
      .started()
      .then(planHas({ chart: { value: 'x', history: {} } }));
  });
});
