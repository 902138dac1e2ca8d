// What routing finds hardest: a self-loop, a pair both ways, a back edge, and stages inside stages.
import type { Cycle } from '../../../engine/index.ts';

export const knottyCycle: Cycle = {
  schema: 'cycle/1',
  id: 'knotty',
  name: 'Knotty',
  initial: 'plan',
  stages: {
    plan: { name: 'Plan', on: { 'plan.agreed': [{ to: 'observe' }], 'plan.changed': [{ to: 'plan' }] } },
    observe: {
      name: 'Observe',
      initial: 'watch',
      stages: {
        watch: { name: 'Watch', after: [{ delay: 'P1M', to: 'look' }] },
        look: {
          name: 'Look',
          on: { 'look.done': [{ to: 'watch', guard: 'round < 3' }], 'look.late': [{ to: 'closed' }] },
        },
      },
      on: { 'plan.returned': [{ to: 'plan' }] },
      after: [{ delay: 'P3M', to: 'appraise' }],
    },
    appraise: {
      name: 'Appraise',
      on: {
        'outcome.below': [{ to: 'plan', guard: 'round < 4' }],
        'outcome.meets': [{ to: 'closed' }],
        'outcome.exceeds': [{ to: 'closed' }],
      },
    },
    closed: { type: 'final', name: 'Closed' },
  },
  on: { 'plan.cancelled': [{ to: 'closed' }] },
  layout: {
    plan: { x: 0, y: 40 },
    observe: { x: 376, y: 0 },
    watch: { x: 32, y: 64 },
    look: { x: 400, y: 64 },
    appraise: { x: 1200, y: 40 },
    closed: { x: 1560, y: 48 },
  },
};
