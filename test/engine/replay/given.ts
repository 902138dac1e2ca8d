// A plan that was agreed, observed, talked about and rewarded, and drafts of its cycle that differ a little.
import {
  advance,
  type Cycle,
  compileCycle,
  type Facts,
  type PlanEvent,
  type RecordedPlan,
  type RecordedStep,
  startPlan,
} from '../../../engine/index.ts';
import { completed, event, makeCycle, someFacts, timerFired } from '../../support/given.ts';
import { record } from '../../support/recorded.ts';

const period = { start: '2026-01-01', end: '2026-12-31' };

const document = {
  initial: 'plan',
  stages: {
    plan: {
      tasks: { agree: { title: 'Agree', assignee: 'owner', form: 'plan-agreement', due: 'P10D' } },
      on: {
        'task.agree.completed': [{ to: 'observe', guard: 'result.decision = "agreed"' }, { to: 'plan' }],
      },
    },
    observe: { after: [{ delay: 'P30D', to: 'talk' }], on: { 'sale.made': [{ to: 'observe' }] } },
    talk: {
      tasks: { talk: { title: 'Talk', assignee: 'manager', form: 'feedback' } },
      on: { 'task.talk.completed': [{ to: 'closed', do: [{ do: 'reward', title: 'Day off' }] }] },
    },
    closed: { type: 'final', outcome: 'met' },
  },
} as const satisfies Partial<Cycle>;
export const original = makeCycle(structuredClone(document) as never);

const startedAt = '2026-01-05T09:00:00.000Z';

const recordedIn =
  (cycle: Cycle, known: Partial<Facts> = {}) =>
  (...events: [at: string, event: PlanEvent][]): RecordedPlan => {
    const version = compileCycle(cycle, 1);
    const facts = { ...someFacts, ...known };
    let step = startPlan(version, { id: 'plan-1', componentId: 'parks', period }, { at: startedAt, facts });
    const steps: RecordedStep[] = [record(step, event('plan.started'))];
    for (const [at, next] of events) {
      if (step.kind === 'rejected') throw new Error(step.reason.code);
      step = advance(version, step.plan, next, { at, facts });
      steps.push(record(step, next));
    }
    return { planId: 'plan-1', period, variables: {}, steps, facts };
  };

/** A plan of the original cycle, or `in` another one and with other facts. */
export const recordedPlan = Object.assign(recordedIn(original), { in: recordedIn });

export const finished = recordedPlan(
  ['2026-01-07T09:00:00.000Z', completed('agree', { decision: 'change' })],
  ['2026-01-08T15:00:00.000Z', completed('agree', { decision: 'agreed' })],
  ['2026-02-07T15:00:04.000Z', timerFired('observe.0')],
  ['2026-02-09T10:00:00.000Z', completed('talk', { text: 'Well done' })],
);

export function edited(change: (draft: Cycle) => void): Cycle {
  const draft = structuredClone(original);
  change(draft);
  return draft;
}

export function waiting(draft: Cycle, id: string) {
  const stage = draft.stages[id];
  if (!stage || stage.type === 'final' || stage.type === 'history') throw new Error(`${id} does not wait.`);
  return stage;
}
