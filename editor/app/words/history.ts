// A line of a plan's history in words: what happened, who did it, and what followed from it.
import type { HistoryLine } from '../api/wire.ts';

/** "task.agree-plan.completed" → "agree plan"; the dotted name stays on hover. */
export const inWords = (slug: string): string => slug.replaceAll(/[-_.]/g, ' ');

const known: Record<string, string> = {
  'plan.started': 'The plan began',
  'observation.recorded': 'An observation was recorded',
  'feedback.received': 'Feedback was given',
  'children.settled': 'All plans below are settled',
  'component.manager-changed': 'The manager changed',
  'component.moved': 'The component moved',
};

const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

function eventWords(type: string, actor: string, titles: Record<string, string>): string {
  const task = /^task\.(.+)\.(completed|overdue)$/.exec(type);
  const title = titles[task?.[1] ?? ''] ?? sentence(inWords(task?.[1] ?? ''));
  if (task?.[2] === 'completed') return `${actor} did “${title}”`;
  if (task) return `“${title}” became overdue`;
  const outcome = /^outcome\.(below|meets|exceeds)$/.exec(type);
  if (outcome) return `The outcome was ${outcome[1]}`;
  const timer = /^(?:after|timer)\.(.+)$/.exec(type);
  if (timer) return 'The time was up';
  return known[type] ?? sentence(inWords(type));
}

export interface HistoryWords {
  title: string;
  /** What followed: stages left and entered, and effects, each a sentence part. */
  after: string[];
}

/** What stages and tasks are called in the plan's version of the cycle. */
export interface Names {
  stages: Record<string, string>;
  tasks: Record<string, string>;
}

export function historyWords(line: HistoryLine, names: Names): HistoryWords {
  const name = (id: string) => names.stages[id] ?? inWords(id);
  const from = line.left.map(name).join(', ');
  const to = line.entered.map(name).join(', ');
  const moved = to === '' ? [] : [from === '' ? `now in ${to}` : `from ${from} to ${to}`];
  const type = line.revision === 1 && line.left.length === 0 ? 'plan.started' : line.event.type;
  return {
    title: eventWords(type, line.actor.name, names.tasks),
    after: [...moved, ...line.effects.map(({ text }) => text)],
  };
}
