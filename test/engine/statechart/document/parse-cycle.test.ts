import { describe, expect, test } from 'vitest';
import { type Cycle, cycleJsonSchema, formatCycle, parseCycle } from '../../../../engine/index.ts';

const sound = {
  schema: 'cycle/1',
  id: 'loop',
  name: 'Loop',
  initial: 'plan',
  stages: { plan: { on: { agreed: [{ to: 'closed' }] } }, closed: { type: 'final' } },
};
const problemsOf = (input: unknown) => {
  const parsed = parseCycle(input);
  return parsed.kind === 'refused' ? parsed.problems : [];
};
const first = (input: unknown) => problemsOf(input)[0];
const withStage = (stage: unknown) => ({ ...sound, stages: { ...sound.stages, plan: stage } });

test('gives a sound document as a cycle', () => {
  expect(parseCycle(sound)).toEqual({ kind: 'parsed', cycle: sound });
});

describe('an unknown key is refused with the key that was meant', () => {
  const unknown = (pointer: string, stage: string | null, key: string, meant: string) => ({
    code: 'DOC-unknown-key',
    severity: 'error',
    pointer,
    stage,
    message: `The key "${key}" is not known here. Did you mean "${meant}"?`,
  });

  test.each([
    ['in the cycle', { ...sound, initail: 'x' }, unknown('/initail', null, 'initail', 'initial')],
    ['in a stage', withStage({ entri: [] }), unknown('/stages/plan/entri', 'plan', 'entri', 'entry')],
    [
      'in a nested stage',
      withStage({ initial: 'a', stages: { a: { alwas: [] } } }),
      unknown('/stages/plan/stages/a/alwas', 'a', 'alwas', 'always'),
    ],
    [
      'in a transition',
      withStage({ on: { go: [{ to: 'closed', gaurd: 'true' }] } }),
      unknown('/stages/plan/on/go/0/gaurd', 'plan', 'gaurd', 'guard'),
    ],
    [
      'in a timer',
      withStage({ after: [{ delay: 'P1D', intern: true }] }),
      unknown('/stages/plan/after/0/intern', 'plan', 'intern', 'internal'),
    ],
    [
      'in an action of a transition',
      withStage({ on: { go: [{ do: [{ do: 'notify', to: 'owner', message: 'm', massage: 'm' }] }] } }),
      unknown('/stages/plan/on/go/0/do/0/massage', 'plan', 'massage', 'message'),
    ],
    [
      'in a task',
      withStage({ tasks: { t: { title: 'T', assignee: 'owner', form: 'goals', reminds: [] } } }),
      unknown('/stages/plan/tasks/t/reminds', 'plan', 'reminds', 'remind'),
    ],
    [
      'in an escalation',
      withStage({
        tasks: {
          t: {
            title: 'T',
            assignee: 'owner',
            form: 'goals',
            escalate: [{ after: 'P1D', to: 'owner', aftr: 1 }],
          },
        },
      }),
      unknown('/stages/plan/tasks/t/escalate/0/aftr', 'plan', 'aftr', 'after'),
    ],
    [
      'in the layout',
      { ...sound, layout: { plan: { x: 1, y: 2, colapsed: true } } },
      unknown('/layout/plan/colapsed', null, 'colapsed', 'collapsed'),
    ],
  ])('%s', (_, input, problem) => {
    expect(problemsOf(input)).toEqual([problem]);
  });
});

describe('what is wrong is said in a sentence', () => {
  test.each([
    [
      withStage({ type: 'weird' }),
      '/stages/plan/type',
      'A stage is atomic, compound, parallel, final or history.',
    ],
    [withStage({ stages: { a: {} } }), '/stages/plan/initial', '"initial" is missing here.'],
    [
      withStage({ entry: [{ do: 'sett' }] }),
      '/stages/plan/entry/0/do',
      'An action does one of set, appraise, raise, cancel, notify, emit, reward, intervene, start and reschedule.',
    ],
    [
      withStage({ tasks: { t: { title: 'T', assignee: 'owner', form: 'gaols' } } }),
      '/stages/plan/tasks/t/form',
      'A form is the name of a built-in form, such as plan-agreement, or a JSON Schema.',
    ],
    [
      withStage({ tasks: { 'Bad Key': { title: 'T', assignee: 'owner', form: 'goals' } } }),
      '/stages/plan/tasks/Bad Key',
      '"Bad Key" cannot be used as the key of a task. Use 1 to 64 lower-case letters, digits and hyphens, starting with a letter or digit.',
    ],
    [
      { ...sound, on: { 'not an/event': [{ to: 'plan' }] } },
      '/on/not an~1event',
      '"not an/event" cannot be used as the type of an event. Use words joined by dots, such as observation.recorded, or a star at the end, such as observation.*.',
    ],
    [{ ...sound, name: undefined }, '/name', '"name" is missing here.'],
    ['text', '', 'This has to be an object, not "text".'],
  ])('%j', (input, pointer, message) => {
    expect(first(input)).toMatchObject({ code: 'DOC-invalid', severity: 'error', pointer, message });
  });
});

test('a document made to exhaust the reader is refused', () => {
  let stage: unknown = {};
  for (let level = 0; level < 5000; level++) stage = { initial: 'a', stages: { a: stage } };
  expect(problemsOf(withStage(stage))).toEqual([
    {
      code: 'DOC-invalid',
      severity: 'error',
      pointer: '',
      stage: null,
      message: 'The document is nested more than 64 levels deep. Make it flatter.',
    },
  ]);
});

describe('formatting', () => {
  const parsed = (input: unknown): Cycle => {
    const result = parseCycle(input);
    if (result.kind === 'refused') throw new Error(JSON.stringify(result.problems));
    return result.cycle;
  };
  const scrambled = {
    stages: {
      z: { on: { zebra: [{ guard: 'true', to: 'a' }], ant: [{ to: 'a' }] }, name: ' Zed ' },
      a: { stages: { y: {}, b: {} }, type: 'parallel', entry: [{ value: '1', variable: 'x', do: 'set' }] },
    },
    initial: 'z',
    variables: { z: { y: 1, b: 2 }, a: 1 },
    name: 'Scrambled',
    id: 'scrambled',
    schema: 'cycle/1',
  };

  test('orders the known keys and leaves the names that people gave in their order', () => {
    expect(formatCycle(parsed(scrambled))).toBe(`{
  "schema": "cycle/1",
  "id": "scrambled",
  "name": "Scrambled",
  "variables": {
    "z": {
      "y": 1,
      "b": 2
    },
    "a": 1
  },
  "initial": "z",
  "stages": {
    "z": {
      "name": "Zed",
      "on": {
        "zebra": [
          {
            "to": "a",
            "guard": "true"
          }
        ],
        "ant": [
          {
            "to": "a"
          }
        ]
      }
    },
    "a": {
      "type": "parallel",
      "entry": [
        {
          "do": "set",
          "variable": "x",
          "value": "1"
        }
      ],
      "stages": {
        "y": {},
        "b": {}
      }
    }
  }
}
`);
  });

  test('gives the same bytes when it is read and written again', () => {
    const text = formatCycle(parsed(scrambled));
    expect(formatCycle(parsed(JSON.parse(text)))).toBe(text);
  });
});

test('publishes a JSON Schema that names every key of a stage', () => {
  const text = JSON.stringify(cycleJsonSchema());
  for (const key of ['initial', 'stages', 'onDone', 'always', 'escalate', 'history']) {
    expect(text).toContain(`"${key}"`);
  }
});

test('what a launch covers is a word of the calendar, and a wrong one is told with the one that was meant', () => {
  expect(problemsOf({ ...sound, cadence: 'half-year' })).toEqual([]);
  expect(first({ ...sound, cadence: 'quater' })).toEqual({
    code: 'DOC-invalid',
    severity: 'error',
    pointer: '/cadence',
    stage: null,
    message: '"quater" is not known here. Did you mean "quarter"?',
  });
});
