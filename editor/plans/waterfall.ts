// How a score comes about: from 100, each goal pushes it up or pulls it down; together they make the score exactly.
import type { ComponentScore, Goal } from '../../engine/index.ts';

export interface Step {
  id: string;
  name: string;
  contribution: number;
  /** Where the bar begins and ends on the scale of the whole, 0..1. */
  from: number;
  to: number;
}
export interface Waterfall {
  steps: Step[];
  score: number;
  /** The places of 100 and of the score on the scale. */
  start: number;
  end: number;
}

const least = 10;

interface Named {
  goals: readonly Pick<Goal, 'id' | 'title'>[];
  /** What makes up the score of a component without goals of its own. */
  parts: readonly { componentId: string; name: string }[];
}

/** Null: there is nothing scored to show. */
export function waterfallOf(score: ComponentScore | null, { goals, parts }: Named): Waterfall | null {
  if (!score || score.score === null || score.parts.length === 0) return null;
  const names = new Map([
    ...parts.map(({ componentId, name }): [string, string] => [componentId, name]),
    ...goals.map(({ id, title }): [string, string] => [id, title]),
  ]);
  let at = 100;
  const levels = score.parts.map((part) => {
    const from = at;
    at += part.contribution;
    return { part, from, to: at };
  });
  const low = Math.min(100, ...levels.map(({ to }) => to)) - 2;
  const high = Math.max(100, ...levels.map(({ to }) => to), low + least) + 2;
  const place = (value: number) => (value - low) / (high - low);
  return {
    steps: levels.map(({ part, from, to }) => ({
      id: part.id,
      name: names.get(part.id) ?? part.id,
      contribution: part.contribution,
      from: place(Math.min(from, to)),
      to: place(Math.max(from, to)),
    })),
    score: score.score,
    start: place(100),
    end: place(score.score),
  };
}
