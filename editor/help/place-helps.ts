// What is to be known of each place: what one comes there for, what one does there, and its words.
import type { Place } from '../app/shell/places.ts';
import { t } from '../language/index.ts';
import type { WordId } from './words.ts';

export interface Help {
  name: string;
  purpose: string;
  acts: readonly string[];
  words: readonly WordId[];
}

export const placeHelps: Record<Place['to'], Help> = {
  '/inbox': {
    name: t('Inbox'),
    purpose: t('What waits for you, the most urgent first.'),
    acts: [
      t('Open a task, fill in its form and send it: its plan goes on by itself.'),
      t('What you type is kept as a draft until you send it; for some seconds more you can take it back.'),
      t('Put a task off until later, or give it to somebody else.'),
      t('Filter, and keep the filter under a name; your team may see it too.'),
    ],
    words: ['task', 'standin', 'plan'],
  },
  '/plans': {
    name: t('Plans'),
    purpose: t('Where each plan is, and what is late or stuck.'),
    acts: [
      t('Look at them as a list, on a board by stage, or over time.'),
      t('Narrow by cycle, stage, outcome or words; the address keeps it for a link.'),
      t('Open a plan to see its goals, its progress and its history.'),
    ],
    words: ['plan', 'stage', 'outcome'],
  },
  '/feedback': {
    name: t('Feedback'),
    purpose: t('What people tell each other about their work, at any time.'),
    acts: [
      t('Give feedback to a person, also about one goal.'),
      t('Ask others for feedback, and answer those who ask you.'),
      t('Read what you received and gave, and the wall of recognition.'),
    ],
    words: ['visibility', 'goal'],
  },
  '/organisation': {
    name: t('Organisation'),
    purpose: t('What is managed, and who answers for it.'),
    acts: [
      t('Look at it as a tree, a table or a chart, today or on an earlier day.'),
      t('Search by name: the way to what is found opens.'),
      t('Open a component to see its goals, plans and parts.'),
    ],
    words: ['component', 'outcome', 'coverage'],
  },
  '/goals': {
    name: t('Goals'),
    purpose: t('What it is all for: how each goal serves one above it.'),
    acts: [
      t('Look at them by component, as a cascade or as a matrix.'),
      t('In the cascade drag a goal onto the one that it is to serve, or link it by its menu.'),
      t('Narrow by words, or by a dimension such as quality or cost.'),
      t('Show only those with remarks: each says what is missing.'),
    ],
    words: ['goal', 'measure', 'alignment'],
  },
  '/cycles': {
    name: t('Cycles'),
    purpose: t('How the work goes round: every cycle with its draft and its versions.'),
    acts: [
      t('Open a cycle to look at it, rehearse it or draw on.'),
      t('Begin a new one, empty or from a template, or import a file.'),
      t('Launch a published version for your components.'),
    ],
    words: ['cycle', 'draft', 'version'],
  },
  '/launches': {
    name: t('Launches'),
    purpose: t('Which cycles were launched for whom, and how far that is.'),
    acts: [
      t('Open a launch to see its plans, and what could not begin.'),
      t('Launch a cycle for many components at once.'),
    ],
    words: ['launch', 'cycle', 'plan'],
  },
  '/calibrations': {
    name: t('Calibration sessions'),
    purpose: t('When ratings are discussed, of which part, and who sits together.'),
    acts: [
      t('Plan a session for a launch or one group of it, where you may.'),
      t('Open one in which you sit: its ratings are there while it is held.'),
    ],
    words: ['calibration', 'launch', 'outcome'],
  },
  '/reports': {
    name: t('Reports'),
    purpose: t('What came of it: outcomes, progress, and where plans wait.'),
    acts: [
      t('Narrow by cycle, version and part of the organisation; a link shows the same.'),
      t('See the table behind each chart.'),
      t('Small groups are withheld, so that no figure tells of one person.'),
    ],
    words: ['outcome', 'score', 'coverage'],
  },
  '/automations': {
    name: t('Automations'),
    purpose: t('How other systems tell plans what happened, and hear from them.'),
    acts: [
      t('Add a source that sends events, or a subscription that hears them.'),
      t('See each delivery with its attempts, and send it again.'),
      t('Settle the incidents: what failed waits there for a person.'),
    ],
    words: ['event', 'subscription', 'incident'],
  },
  '/settings': {
    name: t('Settings'),
    purpose: t('Who you are here, how the screens look to you, and what an administrator keeps.'),
    acts: [
      t('Set your zone, dates, language and theme.'),
      t('Say when you are away, and who stands in for you.'),
      t('Choose how often mail tells you what is due.'),
      t('As an administrator, turn off the parts that your organisation does without.'),
    ],
    words: ['standin', 'digest'],
  },
};
