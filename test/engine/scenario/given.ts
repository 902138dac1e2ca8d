// A small review cycle and scenarios over it: say only what a test is about.
import { type Cycle, checkCycle, type Problem, type Scenario, testCycle } from '../../../engine/index.ts';
import { type Draft, makeCycle } from '../../support/given.ts';

export const review: Draft = {
  variables: { asked: 0 },
  initial: 'observe',
  stages: {
    observe: {
      after: [{ id: 'quarter', delay: 'P90D', to: 'review' }],
      on: {
        'review.requested': [
          {
            to: 'review',
            guard: 'event.data.urgent = true',
            do: [{ do: 'set', variable: 'asked', value: 'asked + 1' }],
          },
        ],
        'observation.recorded': [{ do: [{ do: 'appraise' }] }],
      },
    },
    review: {
      tasks: {
        write: {
          title: 'Write the review',
          assignee: 'manager',
          form: 'plan-agreement',
          due: '5bd',
          remind: ['-2bd'],
          escalate: [{ after: '3bd', to: 'role:hr' }],
        },
      },
      on: {
        'task.write.completed': [
          {
            to: 'agreed',
            guard: 'result.decision = "agreed"',
            do: [
              { do: 'reward', title: 'Thank you', key: '"round-" + string(round)' },
              { do: 'notify', to: 'owner', message: 'Agreed on {{ today }}.' },
            ],
          },
          { to: 'observe', do: [{ do: 'set', variable: 'round', value: 'round + 1' }] },
        ],
        'task.write.overdue': [{ do: [{ do: 'emit', event: 'review.late', data: { asked: 'asked' } }] }],
      },
    },
    agreed: { type: 'final', outcome: 'met' },
    stopped: { type: 'final', outcome: 'stopped' },
  },
  on: { 'plan.cancelled': [{ to: 'stopped' }] },
};

export const scenario = (given: Partial<Scenario>): Scenario => ({ name: 'It', ...given });

export const cycleWith = (scenarios: Scenario[], draft: Draft = review): Cycle =>
  makeCycle({ ...draft, scenarios });

/** What the only scenario's failures are: their place in it, and their message. */
export function failuresOf(
  given: Partial<Scenario>,
  draft: Draft = review,
): [place: string, message: string][] {
  const [only] = testCycle(cycleWith([scenario(given)], draft)).scenarios;
  return (only?.failures ?? []).map(({ pointer, message }) => [pointer.replace('/scenarios/0', ''), message]);
}

export const scenarioProblems = (cycle: Cycle): Problem[] =>
  checkCycle(cycle).filter(({ code }) => code.startsWith('SCN'));
