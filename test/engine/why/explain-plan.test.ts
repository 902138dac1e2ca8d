import { expect, test } from 'vitest';
import {
  advance,
  compileCycle,
  type DecisionTrace,
  explainPlan,
  type PlanEvent,
  type RecordedStep,
  sayLink,
  startPlan,
  type WhyNames,
} from '../../../engine/index.ts';
import type { Json } from '../../../engine/model/json.ts';
import { refusalToWords } from '../../../engine/why/words.ts';
import { completed, event, makeCycle, someFacts, timerFired } from '../../support/given.ts';
import { record } from '../../support/recorded.ts';
import { faultsOf } from '../../support/why-checker.ts';

const cycle = makeCycle({
  initial: 'plan',
  stages: {
    plan: {
      name: 'Plan',
      tasks: { agree: { title: 'Agree the plan', assignee: 'owner', form: 'plan-agreement', due: 'P10D' } },
      on: {
        'task.agree.completed': [
          { to: 'observe', guard: 'result.decision = "agreed"' },
          { to: 'stopped', guard: 'round >= 3' },
          { to: 'plan', do: [{ do: 'set', variable: 'round', value: 'round + 1' }] },
        ],
      },
    },
    observe: { name: 'Observe', after: [{ delay: 'P3M', to: 'appraise' }] },
    appraise: {
      name: 'Appraise',
      entry: [{ do: 'appraise' }],
      on: {
        'outcome.not-scored': [{ to: 'talk', do: [{ do: 'notify', to: 'owner', message: 'No figures' }] }],
      },
    },
    talk: { name: 'Talk', on: { 'talk.held': [{ to: 'stopped' }] } },
    stopped: { name: 'Stopped', type: 'final', outcome: 'stopped' },
  },
});
const compiled = compileCycle(cycle, 1);

const names: WhyNames = {
  stage: (id) => {
    const stage = cycle.stages[id];
    return stage?.name ?? id;
  },
  task: () => 'Agree the plan',
  person: (id) => (id === 'ada' ? 'Ada' : id),
  day: (instant) => instant.slice(0, 10),
  effect: (effect) => effect.type,
};

function history(...events: [at: string, event: PlanEvent][]): RecordedStep[] {
  const at = '2026-01-05T09:00:00.000Z';
  const period = { start: '2026-01-01', end: '2026-12-31' };
  const started = startPlan(
    compiled,
    { id: 'plan-1', componentId: 'parks', period },
    { at, facts: someFacts },
  );
  const steps = [record(started, event('plan.started'))];
  let step = started;
  for (const [when, next] of events) {
    if (step.kind === 'rejected') throw new Error(step.reason.code);
    step = advance(compiled, step.plan, next, { at: when, facts: someFacts });
    steps.push(record(step, next));
  }
  return steps;
}

const again = completed('agree', { decision: 'change' });
const agreed = completed('agree', { decision: 'agreed' });

test('a plan says the chain from its start to where it is, with the guards and their values', () => {
  const steps = history(
    ['2026-01-08T09:00:00.000Z', again],
    ['2026-01-12T09:00:00.000Z', agreed],
    ['2026-04-12T09:00:00.000Z', timerFired('observe.0')],
  );
  const why = explainPlan(steps, () => cycle);
  expect(why.stage).toEqual(['talk']);
  expect(why.links.map(({ revision, because }) => [revision, because])).toEqual([
    [1, null],
    [2, 1],
    [3, 2],
    [4, 3],
  ]);
  expect(
    why.links.map((link) => sayLink(link, names)).map(({ cause, because }) => [cause, ...because]),
  ).toEqual([
    ['On 2026-01-05 the plan started.', 'It began in Plan.'],
    [
      'On 2026-01-08 Ada completed “Agree the plan”.',
      'Not to Observe: the condition result.decision = "agreed" did not hold (result.decision is "change").',
      'Not to Stopped: the condition round >= 3 did not hold (round is 1).',
      'So it began Plan anew.',
    ],
    [
      'On 2026-01-12 Ada completed “Agree the plan”.',
      'So it went from Plan to Observe, because the condition result.decision = "agreed" held (result.decision is "agreed").',
    ],
    [
      'On 2026-04-12 the time was up.',
      'So it went from Observe to Appraise.',
      'The appraisal found nothing to score, so it went from Appraise to Talk.',
    ],
  ]);
  expect(faultsOf(why, steps, () => cycle)).toEqual([]);
});

test('a score is told with one decimal, as everywhere else', () => {
  const steps = history(
    ['2026-01-12T09:00:00.000Z', agreed],
    ['2026-04-12T09:00:00.000Z', timerFired('observe.0')],
  );
  const last = JSON.stringify(explainPlan(steps, () => cycle).links.at(-1));
  const scored = JSON.parse(last.replaceAll('outcome.not-scored', 'outcome.meets'));
  expect(sayLink({ ...scored, score: 106.8531 }, names).because).toContain(
    'The appraisal gave 106.9, meets, so it went from Appraise to Talk.',
  );
});

test('a value that is too long for a sentence is told by its size', () => {
  const asking = (list: string) =>
    makeCycle({ initial: 'a', stages: { a: { on: { go: [{ to: 'b', guard: list }] } }, b: {} } });
  const long = asking('count(event.data.all) > 0');
  const version = compileCycle(long, 1);
  const at = '2026-01-05T09:00:00.000Z';
  const period = { start: '2026-01-01', end: '2026-12-31' };
  const first = startPlan(version, { id: 'p', componentId: 'parks', period }, { at, facts: someFacts });
  if (first.kind === 'rejected') throw new Error(first.reason.code);
  const go = event('go', { all: Array.from({ length: 60 }, (_, index) => index) });
  const steps = [
    record(first, event('plan.started')),
    record(advance(version, first.plan, go, { at, facts: someFacts }), go),
  ];
  const [, link] = explainPlan(steps, () => long).links;
  expect(link && sayLink(link, names).because).toEqual([
    'So it went from a to b, because the condition count(event.data.all) > 0 held (event.data.all is a list of 60).',
  ]);
});

test('what only happened on the way and led nowhere is left out of the chain', () => {
  const chatty = makeCycle({
    initial: 'a',
    stages: { a: { on: { noted: [{ do: [] }], go: [{ to: 'b' }] } }, b: { on: { noted: [{ do: [] }] } } },
  });
  const run = compileCycle(chatty, 1);
  const at = '2026-01-05T09:00:00.000Z';
  const period = { start: '2026-01-01', end: '2026-12-31' };
  let step = startPlan(run, { id: 'plan-1', componentId: 'parks', period }, { at, facts: someFacts });
  const steps = [record(step, event('plan.started'))];
  for (const next of [event('noted'), event('go'), event('noted')]) {
    if (step.kind === 'rejected') throw new Error(step.reason.code);
    step = advance(run, step.plan, next, { at, facts: someFacts });
    steps.push(record(step, next));
  }
  expect(explainPlan(steps, () => chatty).links.map(({ event: { type } }) => type)).toEqual([
    'plan.started',
    'go',
  ]);
});

test('the checker sees a guard that does not hold, a cause that asked for nothing and a gap', () => {
  const steps = history(['2026-01-12T09:00:00.000Z', agreed]);
  const why = explainPlan(steps, () => cycle);
  const last = why.links.at(-1);
  const taken = last?.taken[0];
  if (!last || !taken?.guard) throw new Error('There is no guard to spoil.');
  const spoilt = { ...taken, guard: { ...taken.guard, values: { 'result.decision': 'change' } } };
  const wrong = { ...why, links: [{ ...last, because: 1, taken: [spoilt] }] };
  expect(faultsOf(wrong, steps, () => cycle)).toEqual([
    'the chain does not reach the start',
    'the chain does not begin at a beginning',
    'revision 2, /stages/plan/on/task.agree.completed/0: its guard does not hold',
  ]);
});

test('the checker sees a row that does not match, a value that no row gives, and an effect that was never asked for', () => {
  const advised = makeCycle({
    decisions: {
      advice: {
        logic: {
          kind: 'table',
          inputs: [{ expression: 'event.data.n', label: 'Number' }],
          outputs: [{}],
          rules: [
            { when: ['< 3'], give: ['"few"'] },
            { when: ['>= 3'], give: ['"many"'] },
          ],
        },
      },
    },
    initial: 'a',
    stages: { a: { on: { go: [{ to: 'b', guard: 'advice = "many"' }] } }, b: {} },
  });
  const version = compileCycle(advised, 1);
  const at = '2026-01-05T09:00:00.000Z';
  const period = { start: '2026-01-01', end: '2026-12-31' };
  const first = startPlan(version, { id: 'p', componentId: 'parks', period }, { at, facts: someFacts });
  if (first.kind === 'rejected') throw new Error(first.reason.code);
  const go = event('go', { n: 5 });
  const steps = [
    record(first, event('plan.started')),
    record(advance(version, first.plan, go, { at, facts: someFacts }), go),
  ];
  expect(
    faultsOf(
      explainPlan(steps, () => advised),
      steps,
      () => advised,
    ),
  ).toEqual([]);

  const spoilt = (spoil: (trace: DecisionTrace) => DecisionTrace) => {
    const other = steps.map((step) => ({
      ...step,
      effects: step.effects.map((effect) =>
        effect.type === 'record-decisions' ? { ...effect, decisions: effect.decisions.map(spoil) } : effect,
      ),
    }));
    return faultsOf(
      explainPlan(other, () => advised),
      other,
      () => advised,
    );
  };
  expect(spoilt((trace) => ({ ...trace, rows: [0] }))).toEqual([
    'revision 2, decision advice: other rules match',
  ]);
  expect(spoilt((trace) => ({ ...trace, value: 'few' }))).toEqual([
    'revision 2, decision advice: its rule gives something else',
  ]);
  expect(spoilt((trace) => ({ ...trace, inputs: [{ label: 'Number', value: 1 }] }))).toEqual([
    'revision 2, decision advice: other rules match',
    'revision 2, decision advice: its rule gives something else',
  ]);
  const why = explainPlan(steps, () => advised);
  const links = why.links.map((link) => ({ ...link, effects: [] }));
  expect(faultsOf({ ...why, links }, steps, () => advised)).toEqual([
    'revision 2: it is not as it was recorded',
  ]);
});

/** Carried to another version where its stages are called the same, as a store would write it down. */
function migrated(steps: readonly RecordedStep[], type: string, from: number, to: number): RecordedStep {
  const last = steps.at(-1);
  if (!last) throw new Error('Nothing to migrate.');
  const moves = { left: [], entered: [], transitions: [], asked: [] };
  const data = { migrationId: 'm1', from, to, stages: [], lines: [] };
  return { ...last, revision: last.revision + 1, event: event(type, data), moves, effects: [], actor: 'ada' };
}

test('a migration is a link, and each transition stands in the version that was followed then', () => {
  const next = structuredClone(cycle);
  const observe = next.stages.observe;
  if (!observe || !('after' in observe)) throw new Error('Observe has no timer.');
  // The same transition at another place, with a guard that the older version did not have.
  observe.after = [
    { delay: 'P1M', to: 'talk', guard: 'round > 5' },
    { delay: 'P3M', to: 'appraise', guard: 'round = 1' },
  ];
  const before = history(['2026-01-12T09:00:00.000Z', agreed]);
  const carried = migrated(before, 'plan.migrated', 1, 2);
  const taken = {
    ...carried,
    revision: 4,
    at: '2026-04-12T09:00:00.000Z',
    event: timerFired('observe.1'),
    stage: ['appraise'],
    moves: {
      left: ['observe'],
      entered: ['appraise'],
      transitions: ['/stages/observe/after/1'],
      asked: [
        {
          transition: '/stages/observe/after/1',
          guard: 'round = 1',
          passed: true,
          values: { round: 1 },
          after: 0,
        },
      ],
    },
  };
  const steps = [...before, carried, taken];
  const cycleAt = (revision: number) => (revision < 3 ? cycle : next);
  const why = explainPlan(steps, cycleAt);
  expect(why.links.map(({ revision, because }) => [revision, because])).toEqual([
    [1, null],
    [2, 1],
    [3, 2],
    [4, 3],
  ]);
  expect(why.links.slice(1).map((link) => sayLink(link, names))).toMatchObject([
    { because: [expect.stringContaining('So it went from Plan to Observe')] },
    {
      cause: 'On 2026-01-12 the plan was carried over from version 1 to version 2 of its cycle by Ada.',
    },
    { because: ['So it went from Observe to Appraise, because the condition round = 1 held (round is 1).'] },
  ]);
  expect(faultsOf(why, steps, cycleAt)).toEqual([]);
});

test('a plan that was carried over and taken back says both, last of all', () => {
  const before = history(['2026-01-12T09:00:00.000Z', agreed]);
  const carried = migrated(before, 'plan.migrated', 1, 2);
  const steps = [...before, carried, migrated([carried], 'plan.migration-undone', 2, 1)];
  const why = explainPlan(steps, () => cycle);
  expect(why.links.map(({ revision }) => revision)).toEqual([1, 2, 3, 4]);
  expect(why.links.slice(-2).map((link) => sayLink(link, names).cause)).toEqual([
    'On 2026-01-12 the plan was carried over from version 1 to version 2 of its cycle by Ada.',
    'On 2026-01-12 the plan was taken back from version 2 to version 1 of its cycle by Ada.',
  ]);
  expect(faultsOf(why, steps, () => cycle)).toEqual([]);
});

test('in plain words a condition is told by what it went by, and never by its formula', () => {
  const asked = (values: Record<string, Json>) => ({
    ...{ transition: '/stages/observe/always/0', guard: 'some m in measures satisfies m.hasStandards' },
    ...{ passed: false, after: 0, to: 'appraise', values },
  });
  const plain = (values: Record<string, Json>) => refusalToWords(asked(values), names, 'plain');
  expect(plain({ measures: [{ id: 'days' }] })).toEqual([
    'Not to Appraise: a condition of the cycle did not hold.',
  ]);
  expect(plain({ maxReturns: 3, 'event.data.complete': false, rating: null })).toEqual([
    'Not to Appraise: a condition of the cycle did not hold (max returns is 3, complete is false, rating is –).',
  ]);
});
