// What a conscientious person would answer to each built-in form, for plans that the demo takes ahead.
// Nothing that is recorded is changed: the figures speak for themselves.
import type { BuiltInForm, FormResult, Outcome } from '../../../engine/index.ts';

const comment = 'The figures come from the published report.';
const evidence = 'The published figures of the year.';

export interface Answering {
  goalIds: string[];
  /** The first day of the period, so that answers of different plans differ in their dates. */
  since: string;
  /** By the figures, where they are scored already. */
  outcome: Outcome | null;
}

export const likelyAnswers: { [Form in BuiltInForm]: (about: Answering) => FormResult<Form> } = {
  goals: () => ({ goals: [], comment }),
  measures: () => ({ measures: [], comment }),
  standards: () => ({ standards: [], comment }),
  observation: () => ({ observations: [], comment }),
  'plan-agreement': () => ({
    decision: 'agreed',
    comment: 'The goals serve the city’s own, and each can be measured.',
  }),
  acknowledgement: () => ({ decision: 'signed' }),
  feedback: ({ since }) => ({
    text: `In the weeks after ${since} two reviews waited over a week, because one desk was empty. What would help to shorten that?`,
  }),
  'self-appraisal': ({ goalIds }) => ({
    results: 'meets',
    methods: 'meets',
    goals: goalIds.map((goalId) => ({
      goalId,
      text: 'It went as agreed; the figures beside show it month by month.',
      factors: 'A second desk on Mondays helped; the vacant post in spring did not.',
    })),
    evidence,
  }),
  // Of one goal among others the figures of the plan say nothing.
  appraisal: ({ goalIds, outcome }) => ({
    goals: goalIds.map((goalId) => ({
      ...{ goalId, methods: 'meets', evidence },
      results: goalIds.length === 1 ? outcome : null,
    })),
    ...(outcome === null ? {} : { results: outcome }),
    methods: 'meets',
    summary: 'Judged by the figures; the way of working was sound and the team asked for help in time.',
  }),
  calibration: () => ({ decision: 'kept', reason: 'The evidence is the same as for comparable teams.' }),
  reward: () => ({ decision: 'approved', comment: 'Say thank you in the next all-hands meeting.' }),
  intervention: () => ({
    cause: 'resources',
    analysis: 'Two posts were vacant from March to June, and the backlog grew in those months.',
    support: 'Fill the posts, and lend two people from the neighbouring unit until then.',
  }),
  nomination: () => ({ peers: [], reports: [], comment }),
};
