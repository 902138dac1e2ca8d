import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createMachine } from 'xstate';
import {
  type Cycle,
  checkCycle,
  exportXState,
  formatCycle,
  importXState,
  type Stage,
} from '../../../engine/index.ts';
import { arbitraryCycle } from '../../support/arbitrary-cycle.ts';
import { makeCycle } from '../../support/given.ts';
import { readCycle, sampleCycleFiles } from '../../support/sample-cycles.ts';
import { essence, picks, stepsOfBoth } from '../../support/walks.ts';

const importOf = (machine: unknown) => importXState(JSON.stringify(machine), { id: 'chart' });
function read(machine: unknown): Cycle {
  const imported = importOf(machine);
  if (imported.kind === 'refused') throw new Error(JSON.stringify(imported.problems, null, 1));
  return imported.cycle;
}
const problemsOf = (machine: unknown): string[] =>
  importOf(machine).problems.map(
    ({ severity, code, place, message }) => `${severity} ${code} ${place}: ${message}`,
  );

describe('a cycle as a machine', () => {
  test('is written in the words of XState, and the rest stands in meta', () => {
    const cycle = makeCycle({
      id: 'talk',
      name: 'Talk',
      variables: { n: 0 },
      initial: 'plan',
      stages: {
        plan: {
          name: 'Plan',
          tasks: { agree: { title: 'Agree', assignee: 'manager', form: 'feedback' } },
          entry: [{ do: 'appraise' }],
          on: { 'task.agree.completed': [{ to: 'a2', also: ['b'], guard: 'n < 3', description: 'Agreed' }] },
          after: [
            { delay: 'P1D', to: 'over' },
            { id: 'long', delay: '10bd', do: [{ do: 'set', variable: 'n', value: 'n + 1' }] },
          ],
        },
        both: {
          type: 'parallel',
          stages: {
            a: {
              initial: 'a1',
              stages: { a1: {}, a2: {} },
              on: { back: [{ to: 'a1', internal: true }], again: [{ to: 'a1' }] },
            },
            b: {},
          },
        },
        over: { type: 'final', outcome: 'met' },
      },
      on: { 'done.state.a': [{ to: 'over' }] },
    });
    expect(JSON.parse(exportXState(cycle).text)).toEqual({
      id: 'talk',
      context: { n: 0 },
      initial: 'plan',
      on: { 'xstate.done.state.a': [{ target: '#over', reenter: true }] },
      states: {
        plan: {
          id: 'plan',
          entry: [{ type: 'appraise' }],
          on: {
            'task.agree.completed': [
              {
                target: ['#a2', '#b'],
                reenter: true,
                guard: { type: 'feel', params: { expression: 'n < 3' } },
                description: 'Agreed',
              },
            ],
          },
          after: {
            '86400000': [
              { target: '#over', reenter: true, meta: { cyclewright: { delay: 'P1D', order: 0 } } },
            ],
            '10bd': [
              {
                actions: [{ type: 'set', params: { variable: 'n', value: 'n + 1' } }],
                meta: { cyclewright: { delay: '10bd', id: 'long', order: 1 } },
              },
            ],
          },
          meta: {
            cyclewright: {
              name: 'Plan',
              tasks: { agree: { title: 'Agree', assignee: 'manager', form: 'feedback' } },
            },
          },
        },
        both: {
          id: 'both',
          type: 'parallel',
          states: {
            a: {
              id: 'a',
              initial: 'a1',
              on: {
                back: [{ target: '#a1' }],
                // XState would leave only the part; naming the parallel state makes it leave all of it.
                again: [{ target: ['#a1', '#both'], reenter: true }],
              },
              states: { a1: { id: 'a1' }, a2: { id: 'a2' } },
            },
            b: { id: 'b' },
          },
        },
        over: { id: 'over', type: 'final', meta: { cyclewright: { outcome: 'met' } } },
      },
      meta: { cyclewright: { id: 'talk', name: 'Talk' } },
    });
  });

  test.each(sampleCycleFiles)('is a machine for XState, and comes back byte for byte: %s', (file) => {
    const cycle = readCycle(file);
    const { text } = exportXState(cycle);
    expect(formatCycle(read(JSON.parse(text)))).toBe(formatCycle(cycle));
    expect(Object.keys(createMachine(JSON.parse(text)).states)).toEqual(Object.keys(cycle.stages));
  });

  test('says what XState will not know', () => {
    const cycle = makeCycle({
      initial: 'a',
      begin: { do: [] },
      stages: { a: { type: 'parallel', stages: { b: { after: [{ delay: '3bd' }] } } } },
    });
    expect(exportXState(cycle).problems.map(({ code, place }) => `${code} ${place}`)).toEqual([
      'XSTATE-names /',
      'XSTATE-parallel /',
      'XSTATE-begin /begin',
      'XSTATE-delay /stages/a/stages/b/after/0/delay',
    ]);
  });

  test('is one whose id none of its states has', () => {
    const cycle = makeCycle({ id: 'plan', initial: 'plan', stages: { plan: {} } });
    const { text } = exportXState(cycle);
    expect(JSON.parse(text).id).toBe('plan-cycle');
    expect(read(JSON.parse(text)).id).toBe('plan');
  });

  test('is a machine for XState, whatever the cycle', () => {
    const idsIn = (states: Cycle['stages']): string[] =>
      Object.entries(states).flatMap(([id, stage]) => [
        id,
        ...('stages' in stage ? idsIn(stage.stages) : []),
      ]);
    fc.assert(
      fc.property(arbitraryCycle, (cycle) => {
        const machine = createMachine(JSON.parse(exportXState(cycle).text));
        for (const id of idsIn(cycle.stages)) expect(machine.getStateNodeById(id).key).toBe(id);
      }),
      { numRuns: 60, seed: 20260105 },
    );
  });

  test('goes the same ways once it is read back, whatever happens', () => {
    let moved = 0;
    fc.assert(
      fc.property(arbitraryCycle, picks, (cycle, chosen) => {
        const back = read(JSON.parse(exportXState(cycle).text));
        for (const [mine, theirs] of stepsOfBoth(cycle, back, chosen)) {
          moved += mine.kind === 'moved' ? 1 : 0;
          expect(essence(theirs)).toEqual(essence(mine));
        }
      }),
      { numRuns: 80, seed: 20260105 },
    );
    expect(moved).toBeGreaterThan(150);
  }, 60_000);
});

describe('a machine as a cycle', () => {
  const chart = (transition: unknown, more: object = {}): Stage | undefined =>
    read({
      id: 'machine',
      initial: 'a',
      states: {
        a: {
          initial: 'one',
          on: { go: transition },
          states: { one: {}, two: { id: 'second', initial: 'x', states: { x: {} } } },
        },
        b: { initial: 'one', states: { one: {}, other: {} } },
        ...more,
      },
    }).stages.a;
  const aim = (transition: unknown) => {
    const stage = chart(transition);
    return stage && 'on' in stage ? stage.on?.go : undefined;
  };

  test.each([
    ['a sibling', 'b', [{ to: 'b' }]],
    ['a sibling’s child', 'b.other', [{ to: 'other' }]],
    ['a child', '.one', [{ to: 'one', internal: true }]],
    ['a child, reentering', { target: '.one', reenter: true }, [{ to: 'one' }]],
    ['an id', '#second', [{ to: 'second', internal: true }]],
    ['an id and a child', '#second.x', [{ to: 'x', internal: true }]],
    ['the path from the machine', '#machine.b.one', [{ to: 'one-2' }]],
    ['the machine', '#machine', [{ to: 'a' }]],
    ['itself', 'a', [{ to: 'one', internal: true }]],
    ['itself, reentering', { target: 'a', reenter: true }, [{ to: 'a' }]],
    ['nothing', { actions: [] }, [{}]],
    [
      'one of several',
      [{ target: 'b', guard: { type: 'feel', params: { expression: '1 = 1' } } }, '.two'],
      [
        { to: 'b', guard: '1 = 1' },
        { to: 'second', internal: true },
      ],
    ],
  ])('finds %s', (_, target, expected) => {
    expect(aim(target)).toEqual(expected);
  });

  test('keeps histories, finals, delays, eventless transitions and what is done', () => {
    const cycle = read({
      id: 'Review',
      context: { n: 1 },
      initial: 'work',
      entry: { type: 'set', params: { variable: 'n', value: '2' } },
      states: {
        work: {
          initial: {
            target: 'open',
            actions: [{ type: 'xstate.raise', params: { event: { type: 'begun' } } }],
          },
          states: {
            open: {
              after: { 1000: 'closed', '10bd': { target: '#over' } },
              always: { target: 'closed', guard: { type: 'feel', params: { expression: 'n > 2' } } },
            },
            closed: { type: 'final' },
            before: { type: 'history', history: 'deep', target: 'open' },
          },
          onDone: 'over',
          description: 'The work',
        },
        over: { id: 'over', type: 'final' },
      },
      on: { 'back.*': '.work.before', 'xstate.done.state.work': '.over' },
    });
    expect(cycle).toEqual({
      schema: 'cycle/1',
      id: 'review',
      name: 'Review',
      variables: { n: 1 },
      initial: 'work',
      begin: { do: [{ do: 'set', variable: 'n', value: '2' }] },
      stages: {
        work: {
          description: 'The work',
          initial: 'open',
          begin: { do: [{ do: 'raise', event: 'begun' }] },
          stages: {
            open: {
              after: [
                { delay: 'PT1S', to: 'closed' },
                { delay: '10bd', to: 'over' },
              ],
              always: [{ to: 'closed', guard: 'n > 2' }],
            },
            closed: { type: 'final' },
            before: { type: 'history', history: 'deep', to: 'open' },
          },
          onDone: [{ to: 'over' }],
        },
        over: { type: 'final' },
      },
      on: { 'back.*': [{ to: 'before' }], 'done.state.work': [{ to: 'over' }] },
    });
  });

  test('that is parallel as a whole is a stage, and the plan ends when it is done', () => {
    const cycle = read({
      id: 'm',
      type: 'parallel',
      states: {
        a: { initial: 'x', states: { x: { on: { e: 'y' } }, y: { type: 'final' } } },
        b: { type: 'final' },
      },
      on: { reset: '.a' },
    });
    expect(cycle.initial).toBe('machine');
    expect(cycle.stages).toMatchObject({
      machine: { type: 'parallel', onDone: [{ to: 'machine-done' }] },
      'machine-done': { type: 'final' },
    });
    expect(checkCycle(cycle).filter(({ code }) => code.startsWith('DOC'))).toEqual([]);
  });

  test('has guards and actions that are only names told of', () => {
    const machine = {
      id: 'm',
      initial: 'a',
      states: {
        a: {
          on: {
            go: {
              target: 'b',
              guard: 'is valid',
              actions: ['log it', { type: 'notify', params: { to: 'owner', message: 'Hi' } }],
            },
          },
        },
        b: {},
      },
    };
    expect(problemsOf(machine)).toEqual([
      'warning XSTATE-guard /states/a/on/go/guard: The guard "is valid" is only a name here. It has become the variable "is_valid", which is false: write what it asks for.',
      'warning XSTATE-action /states/a/on/go/actions/0: The action "log it" is only a name here. It tells subscribers of the event "log-it": choose what it does.',
    ]);
    const cycle = read(machine);
    expect(cycle.variables).toEqual({ is_valid: false });
    expect(cycle.stages.a).toEqual({
      on: {
        go: [
          {
            to: 'b',
            guard: 'is_valid = true',
            do: [
              { do: 'emit', event: 'log-it' },
              { do: 'notify', to: 'owner', message: 'Hi' },
            ],
          },
        ],
      },
    });
  });

  test('that is written for XState 4 is not read as if nothing were meant', () => {
    const on = {
      E: [
        { target: 'b', cond: 'ready' },
        { target: 'b', in: '#m.a', internal: true },
      ],
    };
    expect(problemsOf({ id: 'm', initial: 'a', states: { a: { on }, b: { type: 'final' } } })).toEqual([
      'error XSTATE-former /states/a/on/E/0/cond: "cond" is of XState 4; nothing reads it today. Write "guard" instead.',
      'error XSTATE-former /states/a/on/E/1/in: "in" is of XState 4; nothing reads it today. Write a guard that asks for the state.',
      'error XSTATE-former /states/a/on/E/1/internal: "internal" is of XState 4; nothing reads it today. Write "reenter", which says the opposite.',
    ]);
  });

  test('leads from a state to itself by a point', () => {
    const on = { AGAIN: { target: '.', reenter: true }, GO: 'b' };
    expect(read({ initial: 'a', states: { a: { on }, b: { type: 'final' } } }).stages.a).toEqual({
      on: { AGAIN: [{ to: 'a' }], GO: [{ to: 'b' }] },
    });
  });

  test('that leaves a part of a parallel state alone is told of', () => {
    const machine = {
      initial: 'p',
      states: {
        p: {
          type: 'parallel',
          states: {
            a: { initial: 'x', states: { x: {} }, on: { e: { target: 'a', reenter: true } } },
            b: {},
          },
          on: { f: '.a' },
        },
      },
    };
    expect(problemsOf(machine).map((problem) => problem.split(':')[0])).toEqual([
      'warning XSTATE-parallel /states/p/on/f',
      'warning XSTATE-parallel /states/p/states/a/on/e',
    ]);
  });

  test.each([
    ['no JSON', '{', 'error XSTATE-json /'],
    ['no machine', '[]', 'error XSTATE-shape /'],
    ['no states', '{"id":"m"}', 'error XSTATE-states /'],
    [
      'an unknown target',
      '{"initial":"a","states":{"a":{"on":{"e":"b"}}}}',
      'error XSTATE-target /states/a/on/e',
    ],
    [
      'an invoked actor',
      '{"initial":"a","states":{"a":{"invoke":{"src":"x"}}}}',
      'error XSTATE-invoke /states/a/invoke',
    ],
    ['no initial state', '{"states":{"a":{}}}', 'error XSTATE-initial /initial'],
    [
      'an event that no cycle can wait for',
      '{"initial":"a","states":{"a":{"on":{"a b":"a"}}}}',
      'error DOC-invalid /stages/a/on/a b',
    ],
    [
      'a depth that nobody draws',
      `${'{"initial":"a","states":{"a":'.repeat(300)}{}${'}}'.repeat(300)}`,
      'error XSTATE-size /',
    ],
  ])('is refused with %s', (_, text, problem) => {
    const imported = importXState(text);
    expect(imported.kind).toBe('refused');
    expect(imported.problems.map(({ severity, code, place }) => `${severity} ${code} ${place}`)).toContain(
      problem,
    );
  });

  test('never throws, whatever the JSON', () => {
    const keys = [
      'id',
      'initial',
      'states',
      'on',
      'type',
      'target',
      'after',
      'always',
      'entry',
      'meta',
      'cyclewright',
      'begin',
      'a',
      'b',
      'guard',
      'params',
      '__proto__',
    ];
    const leaves = fc.constantFrom<unknown>(
      'a',
      '#a',
      '.a',
      'parallel',
      'final',
      'history',
      'xstate.raise',
      1,
      null,
      true,
      'a.b',
      '',
    );
    const { json } = fc.letrec<{ json: unknown }>((tie) => ({
      json: fc.oneof(
        { maxDepth: 5 },
        leaves,
        fc.array(tie('json'), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom(...keys), tie('json'), { maxKeys: 5 }),
      ),
    }));
    fc.assert(
      fc.property(json, json, (one, other) => {
        const machine = {
          initial: 'a',
          states: { a: one, b: other },
          on: { e: other },
          meta: { cyclewright: one },
        };
        expect(['imported', 'refused']).toContain(importOf(machine).kind);
        expect(['imported', 'refused']).toContain(importOf(one).kind);
      }),
      { numRuns: 800, seed: 20260105 },
    );
  });
});
