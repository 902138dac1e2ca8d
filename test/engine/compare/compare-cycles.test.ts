import { describe, expect, test } from 'vitest';
import { compareParts } from '../../../engine/compare/compare-parts.ts';
import { type CycleOutline, outlineOf } from '../../../engine/compare/outline.ts';
import {
  type Cycle,
  compareCycles,
  type Difference,
  type JsonObject,
  renameInCycle,
} from '../../../engine/index.ts';
import { makeCycle } from '../../support/given.ts';

const review = (given: object = {}) => ({
  name: 'Review',
  kind: 'appraise',
  tasks: {
    'write-review': { title: 'Write the review', assignee: 'manager', form: 'appraisal', due: 'P10D' },
  },
  on: {
    'task.write-review.completed': [{ to: 'closed', guard: 'result.methods = "meets"' }, { to: 'observe' }],
  },
  after: [{ delay: 'P30D', to: 'closed' }],
  ...given,
});
const observe = (given: object = {}) => ({
  name: 'Observe',
  kind: 'observe',
  on: { 'period.closed': [{ to: 'review' }] },
  ...given,
});
const closed = { type: 'final', outcome: 'met' };

const cycle = (stages: object = {}, given: object = {}): Cycle =>
  makeCycle({
    variables: { limit: 3 },
    initial: 'observe',
    stages: { observe: observe(), review: review(), closed, ...stages } as Cycle['stages'],
    ...given,
  });
const base = cycle();

const short = ({ kind, aspect, old, new: other, before, after, message }: Difference) => ({
  kind,
  aspect,
  old,
  new: other,
  before,
  after,
  message,
});
const compared = (b: Cycle, a = base) => compareCycles(a, b).map(short);

test('a guard that was changed is told with both values and both places', () => {
  const on = {
    'task.write-review.completed': [{ to: 'closed', guard: 'result.methods != "below"' }, { to: 'observe' }],
  };
  const pointer = '/stages/review/on/task.write-review.completed/0/guard';
  expect(compared(cycle({ review: review({ on }) }))).toEqual([
    {
      kind: 'transition-changed',
      aspect: 'behaviour',
      old: pointer,
      new: pointer,
      before: 'result.methods = "meets"',
      after: 'result.methods != "below"',
      message:
        '“Review” upon task.write-review.completed: the guard is now “result.methods != "below"” and was “result.methods = "meets"”.',
    },
  ]);
});

test('transitions that are tried in another order are a difference of their own', () => {
  const [first, second] = review().on['task.write-review.completed'];
  const b = cycle({ review: review({ on: { 'task.write-review.completed': [second, first] } }) });
  expect(compared(b)).toEqual([
    expect.objectContaining({
      kind: 'transitions-reordered',
      before: [0, 1],
      after: [1, 0],
      message: '“Review” upon task.write-review.completed: the transitions are in another order.',
    }),
  ]);
});

test('stages that are written in another order behave alike, except in a parallel stage', () => {
  const { observe: first, ...rest } = base.stages;
  const orders = (b: Cycle, a: Cycle = base) =>
    compareCycles(a, b).map(({ kind, aspect }) => `${kind} ${aspect}`);
  expect(orders(makeCycle({ ...base, stages: { ...rest, observe: first! } }))).toEqual([
    'stages-reordered layout',
  ]);
  const parts = (...names: string[]) =>
    cycle({
      review: { type: 'parallel', stages: Object.fromEntries(names.map((name) => [name, {}])) },
    });
  expect(orders(parts('b', 'a'), parts('a', 'b'))).toEqual(['stages-reordered behaviour']);
});

test('a stage with another id is proposed as renamed, and what leads to it is no difference', () => {
  const { review: gone, ...rest } = cycle({
    observe: observe({ on: { 'period.closed': [{ to: 'appraise' }] } }),
  }).stages;
  expect(gone).toBeDefined();
  const b = makeCycle({
    ...base,
    stages: { observe: rest.observe!, appraise: review() as never, closed: rest.closed! },
  });
  expect(compareCycles(base, b)).toEqual([
    {
      kind: 'stage-renamed',
      aspect: 'behaviour',
      old: '/stages/review',
      new: '/stages/appraise',
      stage: 'appraise',
      field: null,
      before: 'review',
      after: 'appraise',
      similarity: expect.any(Number),
      message: expect.stringMatching(
        /^The stage “review” seems to be “appraise” now: \d+ % of it is the same\.$/,
      ),
    },
  ]);
});

test('a task with another key is proposed as renamed, together with its events', () => {
  const renamed = JSON.parse(JSON.stringify(review()).replaceAll('write-review', 'write-appraisal'));
  expect(compared(cycle({ review: renamed }))).toEqual([
    expect.objectContaining({
      kind: 'task-renamed',
      before: 'write-review',
      after: 'write-appraisal',
      old: '/stages/review/tasks/write-review',
      new: '/stages/review/tasks/write-appraisal',
    }),
  ]);
});

test('a stage put into a container is moved, not removed and added', () => {
  const { observe: first, review: second, closed: last } = base.stages;
  const b = makeCycle({
    ...base,
    initial: 'work',
    stages: { work: { initial: 'observe', stages: { observe: first!, review: second! } }, closed: last! },
  });
  expect(compared(b).map(({ kind, message }) => [kind, message])).toEqual([
    ['cycle-changed', 'The cycle: the first stage is now “work” and was “observe”.'],
    ['stage-added', 'The stage “work” was added.'],
    ['stage-moved', 'The stage “Observe” moved from the top to “work”.'],
    ['stage-moved', 'The stage “Review” moved from the top to “work”.'],
  ]);
});

test.each<[string, Cycle, string]>([
  [
    'assignee',
    cycle({
      review: review({
        tasks: { 'write-review': { ...review().tasks['write-review'], assignee: 'sponsor' } },
      }),
    }),
    'The task “Write the review”: the assignee is now “sponsor” and was “manager”.',
  ],
  [
    'due date',
    cycle({
      review: review({ tasks: { 'write-review': { ...review().tasks['write-review'], due: 'P20D' } } }),
    }),
    'The task “Write the review”: the due date is now “P20D” and was “P10D”.',
  ],
  [
    'reminders',
    cycle({
      review: review({ tasks: { 'write-review': { ...review().tasks['write-review'], remind: ['-P2D'] } } }),
    }),
    'The task “Write the review”: the reminders were added: ["-P2D"].',
  ],
  [
    'form',
    cycle({
      review: review({ tasks: { 'write-review': { ...review().tasks['write-review'], form: 'feedback' } } }),
    }),
    'The task “Write the review”: the form changed.',
  ],
])('another %s of a task is behaviour', (_, b, message) => {
  const found = compared(b);
  expect(found.map((one) => [one.aspect, one.message])).toEqual([['behaviour', message]]);
});

test('a timer that waits longer keeps its name', () => {
  const found = compared(cycle({ review: review({ after: [{ delay: 'P60D', to: 'closed' }] }) }));
  expect(found).toEqual([
    expect.objectContaining({
      kind: 'timer-changed',
      old: '/stages/review/after/0/delay',
      before: 'P30D',
      after: 'P60D',
      message: '“Review” after “P30D”: the delay is now “P60D” and was “P30D”.',
    }),
  ]);
});

test('a timer that others were put before is the same timer under another name', () => {
  const after = [{ delay: 'P5D', do: [{ do: 'notify', to: 'owner', message: 'Soon' }] }, ...review().after];
  const found = compared(cycle({ review: review({ after }) }));
  expect(found.map(({ kind, before, after: now }) => [kind, before, now])).toEqual([
    ['timer-added', null, expect.objectContaining({ id: 'review.0', delay: 'P5D' })],
    ['timer-renamed', 'review.0', 'review.1'],
  ]);
});

test('names, descriptions, titles and the text of a message are wording, places are layout', () => {
  const b = cycle(
    {
      observe: observe({
        name: 'Watch',
        description: 'As it goes',
        entry: [{ do: 'notify', to: 'owner', message: 'Begin' }],
      }),
    },
    { layout: { observe: { x: 1, y: 2 } }, name: 'Called otherwise' },
  );
  const a = cycle({ observe: observe({ entry: [{ do: 'notify', to: 'owner', message: 'Start' }] }) });
  expect(compared(b, a).map(({ kind, aspect }) => [kind, aspect])).toEqual([
    ['cycle-changed', 'wording'],
    ['stage-changed', 'wording'],
    ['stage-changed', 'wording'],
    ['stage-changed', 'wording'],
    ['layout-changed', 'layout'],
  ]);
});

test('another value in a message is behaviour: it can fail', () => {
  const told = (message: string) =>
    cycle({ observe: observe({ entry: [{ do: 'notify', to: 'owner', message }] }) });
  expect(compared(told('{{ limit }} left'), told('{{ round }} left')).map(({ aspect }) => aspect)).toEqual([
    'behaviour',
  ]);
});

test('variables are compared by name', () => {
  expect(compared(cycle({}, { variables: { limit: 4, more: 1 } })).map(({ message }) => message)).toEqual([
    'The variable “limit” was changed: it began as 3 and now as 4.',
    'The variable “more” was added.',
  ]);
});

describe('decision tables', () => {
  const rule = (when: string, give: string) => ({ when: [when], give: [give] });
  const table = (given: object = {}) => ({
    logic: {
      kind: 'table',
      hit: 'F',
      inputs: [{ label: 'Score', expression: 'score' }],
      outputs: [{}],
      rules: [rule('< 60', '"talk"'), rule('< 100', '"train"'), rule('-', '"reward"')],
      ...given,
    },
  });
  const withTable = (decision: object) => cycle({}, { decisions: { measure: decision } });
  const found = (b: object) =>
    compareCycles(withTable(table()), withTable(b)).map(({ kind, aspect, old, message }) => [
      kind,
      aspect,
      old,
      message,
    ]);

  test('are compared row by row', () => {
    expect(
      found(table({ rules: [rule('< 60', '"talk"'), rule('< 90', '"train"'), rule('-', '"reward"')] })),
    ).toEqual([
      [
        'rule-changed',
        'behaviour',
        '/decisions/measure/logic/rules/1/when',
        'The decision “measure”, row 2: the tests are now ["< 90"] and were ["< 100"].',
      ],
    ]);
    expect(found(table({ rules: [rule('< 100', '"train"'), rule('-', '"reward"')] }))).toEqual([
      [
        'rule-removed',
        'behaviour',
        '/decisions/measure/logic/rules/0',
        'The decision “measure”, row 1 was removed.',
      ],
    ]);
    expect(
      found(table({ rules: [rule('< 100', '"train"'), rule('< 60', '"talk"'), rule('-', '"reward"')] })),
    ).toEqual([
      [
        'rules-reordered',
        'behaviour',
        '/decisions/measure/logic/rules',
        'The decision “measure”: the rows are in another order.',
      ],
    ]);
  });

  test('have a hit policy that is behaviour, and labels that are wording', () => {
    expect(found(table({ hit: 'C' }))).toEqual([
      [
        'decision-changed',
        'behaviour',
        '/decisions/measure/logic/hit',
        'The decision “measure”: the hit policy is now “C” and was “F”.',
      ],
    ]);
    expect(found(table({ inputs: [{ label: 'Points', expression: 'score' }] }))[0]?.[1]).toBe('wording');
    expect(found(table({ inputs: [{ label: 'Score', expression: 'score + 1' }] }))[0]?.[1]).toBe('behaviour');
  });

  test('are added and removed by their name', () => {
    const b = cycle({}, { decisions: { other: table() } });
    expect(compareCycles(withTable(table()), b).map(({ message }) => message)).toEqual([
      'The decision “other” was added.',
      'The decision “measure” was removed.',
    ]);
  });
});

test('a renamed stage or task is followed by what refers to it, scenarios among them', () => {
  const told = {
    name: 'Reviewed',
    when: [
      {
        event: 'period.closed',
        then: { stage: ['review'], tasks: { 'write-review': {} }, timers: { 'review.0': null } },
      },
    ],
    then: { stage: 'review' },
  };
  const a = cycle(
    {
      observe: observe({
        on: { 'period.closed': [{ to: 'review' }], 'done.state.review': [{ to: 'closed' }] },
      }),
    },
    {
      scenarios: [told, { name: 'Done', when: [{ complete: 'write-review' }, { event: 'timer.review.0' }] }],
    },
  );
  const renamed = renameInCycle(a, {
    stages: new Map([['review', 'appraise']]),
    tasks: new Map([['write-review', 'write']]),
  });
  const text = JSON.stringify(a)
    .replaceAll('"review"', '"appraise"')
    .replaceAll('write-review', 'write')
    .replaceAll('review.0', 'appraise.0')
    .replaceAll('done.state.review', 'done.state.appraise');
  expect(JSON.stringify(renamed)).toBe(text);
  expect(compareCycles(a, renamed).map(({ kind }) => kind)).toEqual(['stage-renamed', 'task-renamed']);
});

test('scenarios are no behaviour', () => {
  const b = cycle({}, { scenarios: [{ name: 'Begins', then: { stage: 'observe' } }] });
  expect(compared(b).map(({ kind, aspect, message }) => [kind, aspect, message])).toEqual([
    ['cycle-changed', 'wording', 'The cycle: the scenarios were added.'],
  ]);
});

test('a part of the cycle that this comparison knows nothing of is compared name by name', () => {
  const withParts = (part: JsonObject): CycleOutline => ({
    ...outlineOf(base),
    parts: new Map([['retention', part]]),
  });
  const found = compareParts({
    old: withParts({ pay: { given: [1] }, rank: { given: [] } }),
    new: withParts({ pay: { given: [1, 2] }, grade: { given: [] } }),
  });
  expect(
    found.map(({ kind, aspect, old, new: other, message }) => [kind, aspect, old, other, message]),
  ).toEqual([
    ['part-changed', 'behaviour', '/retention/pay', '/retention/pay', '“pay” of the retention was changed.'],
    ['part-added', 'behaviour', null, '/retention/grade', '“grade” of the retention was added.'],
    ['part-removed', 'behaviour', '/retention/rank', null, '“rank” of the retention was removed.'],
  ]);
});

test('what each launch covers is told as behaviour, and a year said is a year left out', () => {
  expect(compared(cycle({}, { cadence: 'quarter' }))).toMatchObject([
    { kind: 'cycle-changed', aspect: 'behaviour', new: '/cadence', before: null, after: 'quarter' },
  ]);
  expect(compared(cycle({}, { cadence: 'year' }))).toEqual([]);
});
