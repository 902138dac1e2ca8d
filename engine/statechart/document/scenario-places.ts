// The places inside a scenario, and the keys that each may have, in the order in which they are written.
import {
  expectedEffectsSchema,
  expectedTaskSchema,
  givenSchema,
  scenarioCalendarSchema,
  scenarioChildSchema,
  scenarioComponentSchema,
  scenarioGoalSchema,
  scenarioMeasureSchema,
  scenarioObservationSchema,
  scenarioSchema,
  scenarioStepSchema,
  thenSchema,
} from '../../model/scenario.ts';

/** Lists and records, and what is in them. */
export const scenarioMembers = {
  scenarios: 'scenario',
  'scenario-steps': 'scenario-step',
  'scenario-goals': 'scenario-goal',
  'scenario-measures': 'scenario-measure',
  'scenario-observations': 'scenario-observation',
  'scenario-children': 'scenario-child',
  'expected-tasks': 'expected-task',
} as const;

export const scenarioFields = {
  scenario: { given: 'scenario-given', when: 'scenario-steps', then: 'scenario-then' },
  'scenario-step': { then: 'scenario-then' },
  'scenario-given': {
    component: 'scenario-component',
    calendar: 'scenario-calendar',
    goals: 'scenario-goals',
    measures: 'scenario-measures',
    observations: 'scenario-observations',
    children: 'scenario-children',
  },
  'scenario-then': { tasks: 'expected-tasks', effects: 'expected-effects' },
} as const;

export const scenarioKeys = {
  scenario: Object.keys(scenarioSchema.shape),
  'scenario-given': Object.keys(givenSchema.shape),
  'scenario-component': Object.keys(scenarioComponentSchema.shape),
  'scenario-calendar': Object.keys(scenarioCalendarSchema.shape),
  'scenario-goal': Object.keys(scenarioGoalSchema.shape),
  'scenario-measure': Object.keys(scenarioMeasureSchema.shape),
  'scenario-observation': Object.keys(scenarioObservationSchema.shape),
  'scenario-child': Object.keys(scenarioChildSchema.shape),
  'scenario-step': Object.keys(scenarioStepSchema.shape),
  'scenario-then': Object.keys(thenSchema.shape),
  'expected-task': Object.keys(expectedTaskSchema.shape),
  'expected-effects': Object.keys(expectedEffectsSchema.shape),
};

export type ScenarioPlaceKind = keyof typeof scenarioMembers | keyof typeof scenarioKeys;
