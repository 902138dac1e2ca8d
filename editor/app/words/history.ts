// A line of a plan's history in words: what happened, who did it, and what followed from it.

import { t } from '../../language/index.ts';
import type { HistoryLine } from '../api/wire.ts';
import { saidInWords } from './due.ts';
import { scoreText } from './score.ts';

/** "task.agree-plan.completed" → "agree plan"; the dotted name stays on hover. */
export const inWords = (slug: string): string => slug.replaceAll(/[-_.]/g, ' ');

const known: Record<string, string> = {
  'plan.started': t('The plan began'),
  'plan.cancelled': t('The plan was cancelled'),
  'plan.migrated': t('The plan went on to another version of its cycle'),
  'plan.migration-undone': t('The plan went back to the version it came from'),
  'observation.recorded': t('An observation was recorded'),
  'feedback.received': t('Feedback was given'),
  'children.settled': t('All plans below are settled'),
  'beside.settled': t('All plans beside it have ended'),
  'component.manager-changed': t('The manager changed'),
  'component.moved': t('The component moved'),
  'calendar.changed': t('Due days were counted again'),
  'plan.task-reopened': t('A task was opened again'),
  'leave.started': t('A long leave began'),
  'leave.ended': t('A long leave ended'),
  'plan.figures-changed': t('Figures changed after the appraisal'),
  'person.left': t('The person left for good'),
};

const outcomes: Record<string, string> = {
  below: t('The outcome was below'),
  meets: t('The outcome was meets'),
  exceeds: t('The outcome was exceeds'),
};

const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** What raters did is told without them: the line is the server's own then. */
const isServer = ({ id }: HistoryLine['actor']): boolean => id === 'system';

const isLeftOut = ({ event: { data } }: HistoryLine): boolean =>
  data !== null && typeof data === 'object' && 'leftOut' in data;

function eventWords(type: string, line: HistoryLine, titles: Record<string, string>): string {
  const { actor } = line;
  const task = /^task\.(.+)\.(completed|overdue)$/.exec(type);
  const title = titles[task?.[1] ?? ''] ?? sentence(inWords(task?.[1] ?? ''));
  if (task && isLeftOut(line)) return t('“{title}” was left out: nobody held the post', { title });
  if (task?.[2] === 'completed')
    return isServer(actor)
      ? t('“{title}” was done', { title })
      : t('{actor} did “{title}”', { actor: actor.name, title });
  if (task) return t('“{title}” became overdue', { title });
  const outcome = /^outcome\.(below|meets|exceeds)$/.exec(type);
  if (outcome) return outcomes[outcome[1] ?? ''] ?? type;
  const timer = /^(?:after|timer)\.(.+)$/.exec(type);
  if (timer) return t('The time was up');
  return known[type] ?? sentence(inWords(type));
}

export interface HistoryWords {
  title: string;
  /** What followed: where the plan went and what this asked of people, each a sentence part. */
  after: string[];
}

/** What stages and tasks are called in the plan's version of the cycle. */
export interface Names {
  stages: Record<string, string>;
  tasks: Record<string, string>;
}

/** The machinery behind a step: told by its title and by where the plan went. */
const unsaid = new Set(['close-task', 'arm-timer', 'cancel-timer', 'record-score', 'end-plan']);

/** Stages that were only passed through are left out. */
function wayWords(line: HistoryLine, before: HistoryLine | undefined, names: Names): string[] {
  const name = (ids: string[]) => [...new Set(ids.map((id) => names.stages[id] ?? inWords(id)))].join(', ');
  const earlier = before?.stage ?? [];
  const from = earlier.filter((id) => !line.stage.includes(id));
  const to = line.stage.filter((id) => !earlier.includes(id));
  if (to.length > 0)
    return [
      from.length > 0
        ? t('from {from} to {to}', { from: name(from), to: name(to) })
        : t('now in {name}', { name: name(to) }),
    ];
  const again = line.entered.filter((id) => line.stage.includes(id));
  return again.length > 0 ? [t('again in {name}', { name: name(again) })] : [];
}

const reasonWords = ({ event: { type, data } }: HistoryLine): string[] =>
  type === 'plan.cancelled' &&
  data !== null &&
  typeof data === 'object' &&
  'reason' in data &&
  typeof data.reason === 'string'
    ? [t('because: {reason}', { reason: data.reason })]
    : [];

const scoreIn = (data: unknown, side: 'given' | 'now'): number | null => {
  const figures = (data as Partial<Record<typeof side, { score?: unknown }>> | null)?.[side];
  return typeof figures?.score === 'number' ? figures.score : null;
};

export const scoreWords = (score: number | null): string =>
  score === null ? t('no score') : scoreText(score);

/** Of a plan under review it is not told. */
const figuresWords = ({ event: { type, data } }: HistoryLine): string[] =>
  type === 'plan.figures-changed' && data !== null && typeof data === 'object' && 'now' in data
    ? [
        t('the figure given was {given}; with later figures {now}', {
          given: scoreWords(scoreIn(data, 'given')),
          now: scoreWords(scoreIn(data, 'now')),
        }),
      ]
    : [];

/** `before` is the line of the revision before; the first line has none. */
export function historyWords(line: HistoryLine, names: Names, before?: HistoryLine): HistoryWords {
  const type = line.revision === 1 && line.left.length === 0 ? 'plan.started' : line.event.type;
  const said = line.effects.filter((effect) => !unsaid.has(effect.type));
  return {
    title: eventWords(type, line, names.tasks),
    after: [
      ...reasonWords(line),
      ...figuresWords(line),
      ...wayWords(line, before, names),
      ...said.map(({ text }) => saidInWords(text)),
    ],
  };
}
