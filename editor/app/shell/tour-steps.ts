// What the tour says at each place: what one comes there for, in the order in which the work goes round.
import { t } from '../../language/index.ts';
import type { Place } from './places.ts';

export interface TourStep {
  to: Place['to'];
  title: string;
  words: string;
}

const steps: TourStep[] = [
  {
    to: '/inbox',
    title: t('Inbox: what waits for you'),
    words: t(
      'Plans send tasks here, the most urgent first. Fill in the form of one, and its plan goes on by itself.',
    ),
  },
  {
    to: '/plans',
    title: t('Plans: where each one is'),
    words: t(
      'A plan documents what one component is to achieve and goes round its cycle. What is stuck or overdue comes first.',
    ),
  },
  {
    to: '/organisation',
    title: t('Organisation: what is managed'),
    words: t(
      'Departments, teams and people, each with who answers for it and how it stands. Open one to see its goals.',
    ),
  },
  {
    to: '/goals',
    title: t('Goals: what it is all for'),
    words: t(
      'Each goal serves one above it. Measures and their standards say what is below, meets or exceeds.',
    ),
  },
  {
    to: '/cycles',
    title: t('Cycles: how it goes round'),
    words: t(
      'A cycle is a drawing: stages, tasks, timers, and what moves a plan on. Open one to look at it, rehearse it or draw on.',
    ),
  },
  {
    to: '/reports',
    title: t('Reports: what came of it'),
    words: t(
      'How plans come out, where they wait, who has how much to do: each with the table behind its chart.',
    ),
  },
];

/** Only of the places that the person may open. */
export const tourFor = (open: readonly Pick<Place, 'to'>[]): TourStep[] =>
  steps.filter(({ to }) => open.some((place) => place.to === to));
