// A small cycle with everything a command can touch.
import type { Cycle } from '../../../engine/index.ts';

export const smallCycle: Cycle = {
  schema: 'cycle/1',
  id: 'small',
  name: 'Small',
  variables: { maxRounds: 4 },
  initial: 'plan',
  stages: {
    plan: {
      name: 'Plan',
      kind: 'plan',
      tasks: { 'agree-plan': { title: 'Agree the plan', assignee: 'manager', form: 'plan-agreement' } },
      on: {
        'task.agree-plan.completed': [{ to: 'observe', guard: 'result.decision = "agreed"' }, { to: 'plan' }],
      },
    },
    observe: {
      name: 'Observe',
      kind: 'observe',
      initial: 'watch',
      stages: {
        watch: { name: 'Watch', after: [{ delay: 'P1M', to: 'look' }] },
        look: { name: 'Look', on: { 'task.look.completed': [{ to: 'watch' }] } },
        before: { type: 'history', to: 'look' },
      },
      after: [{ delay: 'P3M', to: 'done' }],
      on: { 'plan.returned': [{ to: 'plan', do: [{ do: 'reschedule', timer: 'observe.0', delay: 'P1D' }] }] },
    },
    done: { type: 'final', name: 'Done', outcome: 'met' },
  },
  on: { 'plan.cancelled': [{ to: 'done' }] },
  layout: {
    plan: { x: 0, y: 0 },
    observe: { x: 360, y: 0 },
    watch: { x: 24, y: 64 },
    look: { x: 24, y: 176 },
    before: { x: 24, y: 288 },
    done: { x: 800, y: 0 },
  },
};
