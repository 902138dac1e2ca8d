// The words that the helps explain, each in a line; the glossary in `docs/` has them all.
import { t, tAs } from '../language/index.ts';

export interface Explained {
  word: string;
  meaning: string;
}

export const words = {
  cycle: { word: t('Cycle'), meaning: t('what a designer draws: stages, tasks, and what moves a plan on') },
  stage: { word: t('Stage'), meaning: t('a step of a cycle, such as planning, observing or appraising') },
  transition: {
    word: t('Transition'),
    meaning: t('what leads from one stage to the next: an event, a time, a condition'),
  },
  plan: {
    word: t('Plan'),
    meaning: t('one component’s passage through a cycle, with its goals and its history'),
  },
  component: {
    word: t('Component'),
    meaning: t('what is managed: an organisation, department, team, process or person'),
  },
  task: { word: t('Task'), meaning: t('something that one person must do by a day') },
  standin: {
    word: t('Stand-in'),
    meaning: t('who works a task while somebody is away; it comes back to them'),
  },
  goal: { word: t('Goal'), meaning: t('what a component is to achieve, with a priority') },
  measure: { word: t('Measure'), meaning: t('how a goal is quantified') },
  standard: {
    word: tAs('noun', 'Standard'),
    meaning: t('which values are below, meet or exceed what is expected'),
  },
  score: { word: t('Score'), meaning: t('0 to 120: 100 meets the standard, 120 exceeds it') },
  outcome: { word: t('Outcome'), meaning: t('below, meets or exceeds; without data it is not scored') },
  observation: { word: t('Observation'), meaning: t('one recorded fact for a period') },
  visibility: { word: t('Visibility'), meaning: t('who reads the feedback; it is chosen before you write') },
  alignment: {
    word: t('Alignment'),
    meaning: t('which goal above a goal serves, and how much it contributes'),
  },
  draft: { word: tAs('noun', 'Draft'), meaning: t('the cycle as it is being drawn; no plan runs on it') },
  version: { word: t('Version'), meaning: t('a published cycle; it never changes again') },
  rehearsal: { word: t('Rehearsal'), meaning: t('what would happen, tried without doing it') },
  launch: { word: tAs('noun', 'Launch'), meaning: t('a cycle begun for many components at once') },
  migration: { word: t('Migration'), meaning: t('running plans taken to another version of their cycle') },
  mapping: { word: t('Mapping'), meaning: t('which stage of the old version becomes which of the new') },
  calibration: {
    word: t('Calibration'),
    meaning: t('ratings compared side by side before anybody reads theirs'),
  },
  release: { word: t('Release'), meaning: t('after it, whom a rating is about may read it') },
  event: { word: t('Event'), meaning: t('a fact told to a plan, such as goals.agreed') },
  subscription: { word: t('Subscription'), meaning: t('a standing wish to hear of events by webhook') },
  incident: { word: t('Incident'), meaning: t('a step of a plan that failed and waits for a person') },
  coverage: { word: t('Coverage'), meaning: t('the share of the weight that has data') },
  digest: { word: t('Digest'), meaning: t('the mail that tells you what is due') },
  difference: {
    word: t('Difference'),
    meaning: t('what two versions do not have alike: behaviour, wording or layout'),
  },
  request: {
    word: t('Request to publish'),
    meaning: t('a draft kept as it was, for a second person to decide on'),
  },
  template: { word: t('Template'), meaning: t('a ready cycle; using it makes a draft of your own') },
} satisfies Record<string, Explained>;

export type WordId = keyof typeof words;
