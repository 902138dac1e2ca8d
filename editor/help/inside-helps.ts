// What is to be known of the pages inside the places, and of those beside them.
import { t, tAs } from '../language/index.ts';
import type { Help } from './place-helps.ts';

export const insideHelps = {
  '/plans/$planId': {
    name: t('Plan'),
    purpose: t('One component’s plan: what was agreed, how it goes, and why it is where it is.'),
    acts: [
      t('Read its goals, and its progress against what is expected by today.'),
      t('Follow its way on the drawing of its cycle, step by step.'),
      t('See what it waits for, and which event moved it last.'),
    ],
    words: ['goal', 'observation', 'score', 'event'],
  },
  '/organisation/$componentId': {
    name: t('Component'),
    purpose: t('One part of the organisation or one person: goals, plans, parts and history.'),
    acts: [
      t('See how it stands, and what adds to its score or takes from it.'),
      t('Add a goal, its measures and their standards, where you may.'),
      t('Go on to its plans, or to its parts.'),
    ],
    words: ['component', 'measure', 'standard', 'score'],
  },
  '/cycles/$cycleId': {
    name: t('Cycle'),
    purpose: t('The drawing of one cycle: its stages, its tasks, and what moves a plan on.'),
    acts: [
      t('Draw stages and connect them; each change is saved and can be undone.'),
      t('Select something to change it in the details beside the drawing.'),
      t('Mend the problems, rehearse the cycle, then publish a version.'),
      t('On a published version, see where its plans are.'),
    ],
    words: ['stage', 'transition', 'rehearsal'],
  },
  '/cycles/$cycleId/compare': {
    name: t('Compare'),
    purpose: t('Two versions of a cycle on one drawing.'),
    acts: [
      t('Choose what is compared with what.'),
      t('Go through the changes one by one; each is shown on the drawing.'),
      t('Restore a version into the draft.'),
    ],
    words: ['difference', 'draft', 'version'],
  },
  '/cycles/$cycleId/approval': {
    name: t('Approval'),
    purpose: t('A draft that somebody asks to publish, for a second person to decide.'),
    acts: [
      t('Look at each change against the version in force.'),
      t('Approve it: it is published as it was asked for.'),
      t('Return it with what should be otherwise.'),
    ],
    words: ['request', 'difference', 'version'],
  },
  '/cycles/$cycleId/migrate': {
    name: t('Migrate plans'),
    purpose: t('Running plans taken to another version of their cycle.'),
    acts: [
      t('Say where each stage goes that is no longer there.'),
      t('Rehearse it: see plan by plan what would happen.'),
      t('Migrate, and take it back while that is possible.'),
    ],
    words: ['migration', 'mapping', 'rehearsal'],
  },
  '/templates': {
    name: t('Templates'),
    purpose: t('Ready cycles to begin from.'),
    acts: [
      t('Look at the picture of each, and at what it is for.'),
      t('Use one: it becomes a draft of your own.'),
      t('Change the draft as you like; the template stays as it is.'),
    ],
    words: ['template', 'cycle', 'draft'],
  },
  '/launches/new': {
    name: t('New launch'),
    purpose: t('A published cycle begins for the components that you choose.'),
    acts: [
      t('Choose the cycle, and a part of the organisation.'),
      t('Say what the cycle asks for, such as the period.'),
      t('Check how many plans will begin, then launch.'),
    ],
    words: ['launch', 'component', 'plan'],
  },
  '/launches/$launchId': {
    name: tAs('noun', 'Launch'),
    purpose: t('One launch: what began, and what could not.'),
    acts: [
      t('See why a component got no plan, and launch it again.'),
      t('Go on to its plans.'),
      t('Compare the ratings before they are released, where you may.'),
    ],
    words: ['launch', 'calibration', 'release'],
  },
  '/launches/$launchId/calibration': {
    name: t('Calibration'),
    purpose: t('The ratings of a launch side by side, before anybody reads theirs.'),
    acts: [
      t('Open a rating: the evidence comes first.'),
      t('Keep or change it; the reason stays in the record.'),
      t('See what the checks ask, then release the ratings.'),
    ],
    words: ['calibration', 'outcome', 'release'],
  },
  '/calibrations/$sessionId': {
    name: t('Calibration session'),
    purpose: t('One session: its ratings side by side, never your own, and what came of them.'),
    acts: [
      t('Begin it when all are there, and close it at the end, where you lead it.'),
      t('Keep or change it; the reason stays in the record.'),
      t('Read what was changed, by whom and why.'),
    ],
    words: ['calibration', 'outcome', 'release'],
  },
  '/import': {
    name: t('Import'),
    purpose: t('Components, goals and figures read from a file.'),
    acts: [
      t('Choose what the file has, and then the file.'),
      t('See what it would change, and mend the rows that are named.'),
      t('It is read whole or not at all.'),
    ],
    words: ['component', 'measure', 'observation'],
  },
} satisfies Record<string, Help>;
