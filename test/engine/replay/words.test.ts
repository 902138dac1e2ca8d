import { expect, test } from 'vitest';
import {
  type Cycle,
  compileCycle,
  judgePlan,
  type RecordedPlan,
  type RecordedStep,
  sayVerdict,
  type WhyNames,
} from '../../../engine/index.ts';
import { completed, event, makeCycle, timerFired } from '../../support/given.ts';
import { table } from '../decision/given.ts';
import { aGoal, aMeasure, anObservation } from '../score/given.ts';
import { edited, finished, original, recordedPlan, waiting } from './given.ts';

const today = '2026-06-01T09:00:00.000Z';

const namesIn = (mark: string): WhyNames => ({
  stage: (id) => `${mark}${id}`,
  task: (key) => `${mark}${key}`,
  person: (id) => (id === 'ada' ? 'Ada' : id),
  day: (instant) => instant.slice(0, 10),
  effect: (effect) => (effect.type === 'reward' ? `Reward: ${effect.title}` : effect.type),
});

/** Things are called as in the record, or with a star as in the candidate. */
function judged(draft: Cycle, plan: RecordedPlan = finished, own: Cycle = original, until = today) {
  const versions = { candidate: compileCycle(draft, 2), own: compileCycle(own, 1) };
  const { verdict, next } = judgePlan(versions, plan, until);
  const teller = {
    recordedAt: () => ({ cycle: own, names: namesIn('') }),
    candidate: { cycle: draft, names: namesIn('*') },
  };
  return { kind: verdict.kind, verdict, next, words: sayVerdict(verdict, teller) };
}

test('a plan that goes the same way to the same end says so, and where', () => {
  expect(judged(edited(() => undefined))).toMatchObject({
    kind: 'same',
    words: {
      verdict: 'It ended as met, rewarded with “Day off”; it would have ended all the same.',
      recorded: [],
      replayed: [],
    },
    next: null,
  });
});

test('a plan that would wait elsewhere says where both part, with the guard and its value on each side', () => {
  const strict = edited((draft) => {
    waiting(draft, 'plan').on = {
      'task.agree.completed': [{ to: 'observe', guard: 'result.decision = "signed"' }, { to: 'plan' }],
    };
  });
  expect(judged(strict)).toMatchObject({
    kind: 'other-outcome',
    words: {
      verdict: 'It ended as met, rewarded with “Day off”; it would stand in *plan.',
      recorded: [
        'On 2026-01-08 Ada completed “agree”.',
        'So it went from plan to observe, because the condition result.decision = "agreed" held (result.decision is "agreed").',
      ],
      replayed: [
        'On 2026-01-08 Ada completed “*agree”.',
        'Not to *observe: the condition result.decision = "signed" did not hold (result.decision is "agreed").',
        'So it began *plan anew.',
      ],
    },
  });
});

test('a rule of a decision table is told with the values of its row', () => {
  const tabled = (least: string) =>
    edited((draft) => {
      draft.decisions = {
        verdict: {
          name: 'Verdict',
          logic: table({
            inputs: [{ expression: 'result.points', type: 'number' }],
            outputs: [{ type: 'string' }],
            rules: [
              [[`>= ${least}`], ['"enough"']],
              [[`< ${least}`], ['"little"']],
            ],
          }),
        },
      };
      waiting(draft, 'plan').on = {
        'task.agree.completed': [{ to: 'observe', guard: 'verdict = "enough"' }, { to: 'plan' }],
      };
    });
  const own = tabled('5');
  const plan = recordedPlan.in(own)(['2026-01-07T09:00:00.000Z', completed('agree', { points: 6 })]);
  const { words, kind } = judged(tabled('7'), plan, own, '2026-01-20T09:00:00.000Z');
  expect(kind).toBe('other-outcome');
  expect(words.recorded).toContain('The decision verdict gave "enough" by rule 1 (result.points is 6).');
  expect(words.replayed).toContain('The decision verdict gave "little" by rule 2 (result.points is 6).');
});

test('a plan that its own version has stopped with a fault is judged by what the candidate does', () => {
  const faulty = edited((draft) => {
    waiting(draft, 'talk').entry = [{ do: 'set', variable: 'n', value: '1 + "x"' }];
  });
  const stopped = recordedPlan.in(faulty)([
    '2026-01-08T15:00:00.000Z',
    completed('agree', { decision: 'agreed' }),
  ]);
  expect(
    judged(
      edited(() => undefined),
      stopped,
      faulty,
    ),
  ).toMatchObject({
    kind: 'other-outcome',
    words: { verdict: 'It stands in observe; it would stand in *talk.', recorded: ['It waits in observe.'] },
  });
});

test('another way to the same end is told as such', () => {
  const detour = edited((draft) => {
    draft.stages.rest = { after: [{ delay: 'P1D', to: 'talk' }] };
    waiting(draft, 'observe').after = [{ delay: 'P29D', to: 'rest' }];
  });
  expect(judged(detour)).toMatchObject({
    kind: 'other-path',
    words: {
      verdict:
        'It ended as met, rewarded with “Day off”; it would have ended all the same, but would have come there by another way.',
      recorded: ['On 2026-02-07 the time was up.', 'So it went from observe to talk.'],
      replayed: ['On 2026-02-06 the time was up.', 'So it went from *observe to *rest.'],
    },
  });
});

test('on one and the same way it is told where another reward was given', () => {
  const generous = edited((draft) => {
    waiting(draft, 'talk').on = {
      'task.talk.completed': [{ to: 'closed', do: [{ do: 'reward', title: 'A week off' }] }],
    };
  });
  expect(judged(generous)).toMatchObject({
    kind: 'other-outcome',
    words: {
      verdict:
        'It ended as met, rewarded with “Day off”; it would have ended as met, rewarded with “A week off”.',
      recorded: [
        'On 2026-02-09 Ada completed “talk”.',
        'So it went from talk to closed.',
        'Reward: Day off.',
      ],
      replayed: [
        'On 2026-02-09 Ada completed “*talk”.',
        'So it went from *talk to *closed.',
        'Reward: A week off.',
      ],
    },
  });
});

test('what the candidate does not listen to, does not let pass, or had not asked for is told', () => {
  const deaf = edited((draft) => {
    waiting(draft, 'talk').on = { 'talk.held': [{ to: 'closed' }] };
  });
  expect(judged(deaf).words.replayed).toEqual([
    'On 2026-02-09 Ada completed “*talk”.',
    'That leads nowhere there.',
    'It waits in *talk.',
  ]);
  const shut = edited((draft) => {
    waiting(draft, 'talk').on = { 'task.talk.completed': [{ to: 'closed', guard: 'result.signed = true' }] };
  });
  expect(judged(shut).words.replayed).toEqual([
    'No guard lets it pass; needed is result.signed = true (to *closed).',
    'It waits in *talk.',
  ]);
  const silent = edited((draft) => {
    waiting(draft, 'talk').tasks = {};
    waiting(draft, 'talk').on = { 'talk.held': [{ to: 'closed' }] };
  });
  expect(judged(silent).words.replayed).toEqual([
    'The task was not open there, so nobody would have answered it then.',
    'It waits in *talk.',
  ]);
});

test('a candidate that comes to its end earlier has ended where the record goes on', () => {
  const short = edited((draft) => {
    waiting(draft, 'observe').after = [{ delay: 'P30D', to: 'closed' }];
  });
  const { words, verdict } = judged(short);
  expect(words.verdict).toBe('It ended as met, rewarded with “Day off”; it would have ended as met.');
  expect(verdict).toMatchObject({ parting: { recorded: { revision: 4 }, replayed: { revision: 4 } } });
});

test('a candidate that fails on the way cannot be replayed, and says where it fails', () => {
  const broken = edited((draft) => {
    waiting(draft, 'talk').entry = [{ do: 'set', variable: 'n', value: '1 + "x"' }];
  });
  const { kind, words } = judged(broken);
  expect(kind).toBe('not-replayed');
  expect(words.verdict).toMatch(
    /^It cannot be replayed: the candidate fails on the way\. The expression “1 \+ "x"” at stages\/talk\/entry\/0\/value/,
  );
});

test('a candidate that fails on what somebody answered does not quote it', () => {
  const broken = edited((draft) => {
    waiting(draft, 'talk').entry = [{ do: 'set', variable: 'round', value: '"late " + "again"' }];
  });
  const { words } = judged(broken);
  expect(words.verdict).toContain('The expression “"late " + "again"” at stages/talk/entry/0/value fails');
  expect(JSON.stringify(words)).not.toContain('late again');
});

test('what its own version would not do any more today is not laid at the candidate’s door', () => {
  const scored = makeCycle({
    initial: 'wait',
    stages: {
      wait: { after: [{ delay: 'P30D', to: 'appraise' }] },
      appraise: {
        entry: [{ do: 'appraise' }],
        on: { 'outcome.meets': [{ to: 'good' }], 'outcome.below': [{ to: 'bad' }] },
      },
      good: { type: 'final', outcome: 'met' },
      bad: { type: 'final', outcome: 'stopped' },
    },
  });
  const facts = (value: number) => ({
    goals: [aGoal({ componentId: 'parks' })],
    measures: [aMeasure()],
    observations: [
      anObservation({
        componentId: 'parks',
        periodStart: '2026-01-01',
        periodEnd: '2026-01-09',
        at: '2026-01-10T09:00:00.000Z',
        value,
      }),
    ],
  });
  const then = recordedPlan.in(scored, facts(100))(['2026-02-04T09:00:00.000Z', timerFired('wait.0')]);
  expect(judged(scored, then, scored).kind).toBe('same');
  const corrected = { ...then, facts: { ...then.facts, ...facts(1) } };
  const now = judged(scored, corrected, scored);
  expect(now.kind).toBe('not-replayed');
  expect(now.words.verdict).toMatch(/its own version would go another way too\.$/);
  expect([now.words.recorded.at(-1), now.words.replayed.at(-1)]).toEqual([
    expect.stringContaining('so it went from appraise to good'),
    expect.stringContaining('so it went from appraise to bad'),
  ]);
});

test('a plan that two versions led is judged by the candidate alone', () => {
  const [first, ...others] = finished.steps;
  if (!first) throw new Error('There is no first step.');
  const moves = { left: [], entered: [], transitions: [], asked: [] };
  const migration = event('plan.migrated', { migrationId: 'm1', from: 1, to: 2, stages: [], lines: [] });
  const migrated: RecordedStep = { ...first, event: migration, moves, effects: [], revision: 2 };
  const later = others.map((step) => ({ ...step, revision: step.revision + 1 }));
  const plan = { ...finished, steps: [first, migrated, ...later] };
  const other = makeCycle({
    initial: 'idle',
    stages: { idle: { on: { x: [{ to: 'end' }] } }, end: { type: 'final' } },
  });
  expect(
    judged(
      edited(() => undefined),
      plan,
      other,
    ).kind,
  ).toBe('same');
  expect(judged(other, plan, other).kind).toBe('other-outcome');
});

test('a live plan says when the candidate comes to something by itself', () => {
  const live = recordedPlan(['2026-05-20T09:00:00.000Z', completed('agree', { decision: 'agreed' })]);
  expect(
    judged(
      edited(() => undefined),
      live,
    ),
  ).toMatchObject({
    kind: 'same',
    next: '2026-06-19T09:00:00.000Z',
    words: { verdict: 'It stands in observe; it would stand all the same.' },
  });
});
