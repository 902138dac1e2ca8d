// A small sound cycle to break in one place at a time, and its problems in short.
import type { CheckContext, Cycle, Stages } from '../../../engine/index.ts';
import { checkCycle, cycleSchema } from '../../../engine/index.ts';

export const task = (key: string, given: object = {}) => ({
  [key]: {
    title: 'Do it',
    assignee: 'manager',
    form: 'feedback',
    due: '10bd',
    escalate: [{ after: '3bd', to: 'manager.manager' }],
    ...given,
  },
});

/** A stage that a person completes within ten working days, or somebody else is asked. */
export const work = (key: string, to: string, given: object = {}) => ({
  tasks: task(key),
  on: { [`task.${key}.completed`]: [{ to }] },
  ...given,
});

/** Counts the rounds, as every loop that a guard on the round shall end has to. */
export const nextRound = { do: 'set', variable: 'round', value: 'round + 1' };

export const soundStages = {
  plan: work('agree', 'observe'),
  observe: { after: [{ delay: 'P3M', to: 'appraise' }] },
  appraise: {
    entry: [{ do: 'appraise' }],
    on: {
      'outcome.below': [{ to: 'intervene' }],
      'outcome.meets': [{ to: 'met' }],
      'outcome.exceeds': [{ to: 'met' }],
      'outcome.not-scored': [{ to: 'plan', guard: 'round < 4', do: [nextRound] }, { to: 'met' }],
    },
  },
  intervene: work('analyse', 'met'),
  met: { type: 'final', outcome: 'met' },
};

export const cycleOf = (stages: object = soundStages, given: object = {}): Cycle =>
  cycleSchema.parse({
    schema: 'cycle/1',
    id: 'loop',
    name: 'Loop',
    initial: Object.keys(stages)[0],
    stages,
    ...given,
  });

/** As written, without the schema: what an editor may hold between two edits. */
export const rawCycle = (stages: object, given: object = {}): Cycle => ({
  schema: 'cycle/1',
  id: 'loop',
  name: 'Loop',
  initial: Object.keys(stages)[0] ?? '',
  stages: stages as Stages,
  ...given,
});

export const shortProblems = (cycle: Cycle, context?: CheckContext): string[] =>
  checkCycle(cycle, context)
    .filter(({ severity }) => severity !== 'info')
    .map(({ severity, code, pointer, stage }) => `${severity} ${code} ${pointer} in ${stage ?? 'the cycle'}`);
