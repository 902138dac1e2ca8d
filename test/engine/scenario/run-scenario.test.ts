// What happens in a scenario, and what it says when something is not as it should be.
import { describe, expect, test } from 'vitest';
import type { ScenarioStep, Then } from '../../../engine/index.ts';
import type { Draft } from '../../support/given.ts';
import { failuresOf } from './given.ts';

const agreed = { decision: 'agreed' };
const returned = { decision: 'returned' };

describe('without anything given', () => {
  test('a plan starts on a Monday morning with an owner, a manager and a year to appraise', () => {
    const draft = {
      initial: 'a',
      variables: { said: '' },
      stages: {
        a: {
          on: {
            'it.asked': [
              {
                do: [
                  {
                    do: 'set' as const,
                    variable: 'said',
                    value:
                      'string(now) + " " + string(period.start) + " " + string(period.end) + " " + component.ownerId + " " + component.managerId + " " + component.name',
                  },
                ],
              },
            ],
          },
        },
        z: { type: 'final' as const },
      },
    };
    const then = {
      variables: {
        said: '2026-01-05T09:00:00@UTC 2026-01-01 2026-12-31 owner manager The component',
      },
    };
    expect(failuresOf({ when: [{ event: 'it.asked', then }] }, draft)).toEqual([]);
  });
});

describe('waiting', () => {
  test('lets what falls due happen in its order, each thing at its instant', () => {
    const when: ScenarioStep[] = [
      { wait: 'P89D', then: { stage: 'observe', timers: { quarter: '2026-04-05' } } },
      {
        wait: '2026-04-06',
        then: { stage: 'review', tasks: { write: { due: '2026-04-10', assignee: 'manager' } } },
      },
      { wait: 'P30D', then: { effects: { emitted: [{ event: 'review.late', data: { asked: 0 } }] } } },
      { complete: 'write', result: agreed },
    ];
    const then: Then = {
      ending: 'met',
      effects: {
        notifications: [{ to: 'owner', message: 'Agreed on 2026-05-06' }],
        rewards: [{ key: 'round-1' }],
      },
    };
    expect(failuresOf({ when, then })).toEqual([]);
  });

  test('goes by days of the zone and by exact instants', () => {
    const given = { component: { zone: 'America/New_York' } };
    const when: ScenarioStep[] = [
      { wait: '2026-02-01', then: { timers: { quarter: '2026-04-05' } } },
      { wait: '2026-04-05T07:59:59Z', then: { stage: 'observe' } },
      { wait: '2026-04-05T08:00:00.000Z', then: { stage: 'review' } },
    ];
    expect(failuresOf({ given: { ...given, start: '2026-01-05T09:00:00Z' }, when })).toEqual([]);
  });

  test('never goes back, and needs a time', () => {
    expect(failuresOf({ when: [{ wait: '2026-01-04' }] })).toEqual([
      ['/when/0', 'It is 2026-01-05T09:00:00.000Z already, and 2026-01-04T00:00:00.000Z lies before that.'],
    ]);
    expect(failuresOf({ when: [{ wait: 'soon' }] })[0]?.[1]).toContain('"soon" is neither a span');
  });

  test('ends although timers go round without end', () => {
    const round = {
      initial: 'a',
      stages: {
        a: { after: [{ delay: 'PT1M', to: 'b' }] },
        b: { after: [{ delay: 'PT1M', to: 'a' }] },
        z: { type: 'final' as const },
      },
    };
    expect(failuresOf({ when: [{ wait: 'P30D' }] }, round)).toEqual([
      ['/when/0', 'The plan takes more than 2,000 steps.'],
    ]);
  });

  test('spends a timer whose guard does not hold', () => {
    const guarded = {
      initial: 'a',
      stages: {
        a: { after: [{ id: 'once', delay: 'P1D', to: 'z', guard: 'round > 1' }], on: { go: [{ to: 'z' }] } },
        z: { type: 'final' as const },
      },
    };
    const when = [{ wait: 'P2D', then: { stage: 'a' } }, { wait: 'P9D' }, { event: 'go' }];
    expect(failuresOf({ when, then: { stage: 'z' } }, guarded)).toEqual([]);
  });
});

describe('a task that is overdue', () => {
  const hearing = (descriptor: string): Draft => ({
    initial: 'asked',
    stages: {
      asked: {
        tasks: { answer: { title: 'Answer', assignee: 'owner', form: 'feedback', due: 'P10D' } },
        on: { 'task.answer.completed': [{ to: 'done' }], [descriptor]: [{ to: 'late' }] },
      },
      late: { type: 'final' },
      done: { type: 'final' },
    },
  });

  test.each(['task.answer.overdue', 'task.answer.*', 'task.*', '*'])('is heard by %s', (descriptor) => {
    const when = [{ wait: 'P9D', then: { stage: 'asked' } }, { wait: 'P2D' }];
    expect(failuresOf({ when, then: { stage: 'late' } }, hearing(descriptor))).toEqual([]);
  });

  test('is told of at its instant, and is not heard later by who did not listen then', () => {
    const draft = hearing('ready');
    draft.stages.asked = {
      type: 'parallel',
      stages: {
        asking: {
          tasks: { answer: { title: 'Answer', assignee: 'owner', form: 'feedback', due: 'P10D' } },
        },
        minding: {
          initial: 'not-yet',
          stages: {
            'not-yet': { on: { ready: [{ to: 'now' }] } },
            now: { on: { 'task.answer.overdue': [{ to: 'late' }] } },
          },
        },
      },
    };
    const when = [{ wait: 'P11D' }, { event: 'ready' }, { wait: 'P9D' }];
    expect(failuresOf({ when, then: { stage: 'now' } }, draft)).toEqual([]);
  });
});

describe('what the plan does not take', () => {
  test('fails the scenario there, and says why', () => {
    expect(failuresOf({ when: [{ event: 'review.requested' }, { event: 'unheard.of' }] })).toEqual([
      ['/when/0', 'No guard lets review.requested pass: event.data.urgent = true.'],
    ]);
    expect(failuresOf({ when: [{ event: 'unheard.of' }] })).toEqual([
      [
        '/when/0',
        'The plan does not take unheard.of here. It takes review.requested, observation.recorded, plan.cancelled.',
      ],
    ]);
    expect(failuresOf({ when: [{ complete: 'write', result: agreed }] })).toEqual([
      ['/when/0', 'The task write is not open. Open: none.'],
    ]);
  });

  test('is what should be where a step says so', () => {
    const when: ScenarioStep[] = [
      { event: 'review.requested', refused: true },
      { event: 'review.requested', data: { urgent: true }, then: { variables: { asked: 1 } } },
      { complete: 'write', result: { decision: 'perhaps' }, refused: true },
    ];
    expect(failuresOf({ when, then: { stage: 'review' } })).toEqual([]);
    const taken = { event: 'review.requested', data: { urgent: true }, refused: true };
    expect(failuresOf({ when: [taken] })).toEqual([
      ['/when/0/refused', 'The plan should refuse this; it took it.'],
    ]);
  });

  test('is also a result that does not fit its form', () => {
    const when = [{ wait: 'P90D' }, { complete: 'write', result: { decision: 'perhaps' } }];
    const [[place, message] = []] = failuresOf({ when });
    expect(place).toBe('/when/1');
    expect(message).toContain('The result does not fit the form of write: decision:');
  });

  test('an expression that fails ends it, even where it should be refused', () => {
    const failing = {
      initial: 'a',
      variables: { n: 0 },
      stages: { a: { on: { go: [{ do: [{ do: 'set' as const, variable: 'n', value: 'n + unknown' }] }] } } },
    };
    const [[place, message] = []] = failuresOf({ when: [{ event: 'go', refused: true }] }, failing);
    expect([place, message?.startsWith('The expression n + unknown')]).toEqual(['/when/0', true]);
  });
});

describe('observations', () => {
  const measured = { goals: [{ id: 'goal' }], measures: [{ id: 'calls' }, { id: 'letters', weight: 3 }] };

  test('are recorded, heard and scored', () => {
    const when: ScenarioStep[] = [
      { observe: 'calls', value: 60, then: { outcome: null, coverage: 0.25 } },
      { observe: 'letters', value: 120, then: { outcome: 'meets', score: 105, coverage: 1 } },
    ];
    expect(failuresOf({ given: measured, when })).toEqual([]);
  });

  test('come with a task of that form too, before its own step', () => {
    const recording = {
      initial: 'a',
      stages: {
        a: {
          tasks: { record: { title: 'Record', assignee: 'owner', form: 'observation' as const } },
          on: { 'task.record.completed': [{ to: 'b' }] },
        },
        b: { entry: [{ do: 'appraise' as const }], on: { 'outcome.exceeds': [{ to: 'z' }] } },
        z: { type: 'final' as const },
      },
    };
    const observations = ['calls', 'letters'].map((measureId) => ({
      measureId,
      periodStart: '2026-01-01',
      periodEnd: '2026-12-31',
      value: 120,
    }));
    const when = [{ complete: 'record', result: { observations } }];
    expect(
      failuresOf({ given: measured, when, then: { stage: 'z', outcome: 'exceeds' } }, recording),
    ).toEqual([]);
  });
});

describe('an expectation that is not met says what should be and what is', () => {
  const toReview: ScenarioStep[] = [{ wait: 'P90D' }];
  test.each<[Then, string, string]>([
    [{ stage: 'observe' }, 'stage', 'The plan should be in observe; it is in review.'],
    [{ stage: ['review', 'agreed'] }, 'stage/1', 'The plan should be in agreed; it is in review.'],
    [{ outcome: 'meets' }, 'outcome', 'The outcome should be meets; it is null.'],
    [{ ending: 'met' }, 'ending', 'The ending should be met; it is null.'],
    [{ round: 2 }, 'round', 'The round should be 2; it is 1.'],
    [{ score: 100 }, 'score', 'The score should be 100 ± 0.05; it is none.'],
    [{ score: { value: 90, tolerance: 5 } }, 'score', 'The score should be 90 ± 5; it is none.'],
    [{ variables: { asked: 7 } }, 'variables/asked', 'The variable asked should be 7; it is 0.'],
    [{ tasks: {} }, 'tasks', 'The task write is open, and the scenario does not say so.'],
    [
      { tasks: { write: { assignee: 'owner' } } },
      'tasks/write/assignee',
      'The assignee of write should be owner; it is manager.',
    ],
    [
      { tasks: { write: { due: '2026-04-11' } } },
      'tasks/write/due',
      'The due of write should be 2026-04-11; it is 2026-04-10.',
    ],
    [
      { tasks: { write: { due: null } } },
      'tasks/write/due',
      'The due of write should be none; it is 2026-04-10.',
    ],
    [
      { tasks: { write: { remind: ['2026-04-07'] } } },
      'tasks/write/remind',
      'The remind of write should be 2026-04-07; it is 2026-04-08.',
    ],
    [
      { tasks: { write: { escalate: [] } } },
      'tasks/write/escalate',
      'The escalate of write should be none; it is 2026-04-15 to role:hr.',
    ],
    [
      { timers: { quarter: '2026-04-05' } },
      'timers/quarter',
      'The timer quarter should be due 2026-04-05; it is not armed.',
    ],
    [
      { effects: { rewards: [{ title: 'Thank you' }] } },
      'effects/rewards/0',
      'Here {"title":"Thank you"} should be among the rewards; there is none.',
    ],
  ])('%j', (then, place, message) => {
    expect(failuresOf({ when: toReview, then })).toEqual([[`/then/${place}`, message]]);
  });

  test('of a task that is not open', () => {
    expect(failuresOf({ then: { tasks: { write: {} } } })).toEqual([
      ['/then/tasks/write', 'The task write should be open. Open: none.'],
    ]);
  });

  test('of effects: each list is whole and in order', () => {
    const when: ScenarioStep[] = [...toReview, { complete: 'write', result: agreed }];
    const notified = (notifications: object[]) => failuresOf({ when, then: { effects: { notifications } } });
    expect(notified([{ to: 'owner', message: 'Agreed' }])).toEqual([]);
    expect(notified([{ message: 'Refused' }])).toEqual([
      [
        '/then/effects/notifications/0',
        'Here {"message":"Refused"} should be among the notifications; it is {"to":"owner","message":"Agreed on 2026-04-05."}.',
      ],
    ]);
    expect(notified([])).toEqual([
      [
        '/then/effects/notifications',
        'There should be 0 notifications; there are 1: {"to":"owner","message":"Agreed on 2026-04-05."} too.',
      ],
    ]);
  });

  test('and the scenario goes on to tell of the others', () => {
    const when: ScenarioStep[] = [
      { ...toReview[0], then: { stage: 'observe' } },
      { complete: 'write', result: returned, then: { round: 3 } },
    ];
    expect(failuresOf({ when, then: { stage: 'review' } }).map(([place]) => place)).toEqual([
      '/when/0/then/stage',
      '/when/1/then/round',
      '/then/stage',
    ]);
  });
});

test('a plan that does not start fails its scenario', () => {
  const broken = {
    initial: 'a',
    stages: { a: { after: [{ delay: 'unknown', to: 'z' }] }, z: { type: 'final' as const } },
  };
  const [[place, message] = []] = failuresOf({}, broken);
  expect([place, message?.startsWith('The plan does not start.')]).toEqual(['', true]);
});

test('containers count as stages that the plan is in', () => {
  const nested = {
    initial: 'outer',
    stages: {
      outer: {
        type: 'parallel' as const,
        stages: { left: { initial: 'in', stages: { in: {} } }, right: {} },
      },
    },
  };
  expect(failuresOf({ then: { stage: ['outer', 'left', 'in', 'right'] } }, nested)).toEqual([]);
});
