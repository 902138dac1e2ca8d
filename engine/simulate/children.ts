// The plans of the parts, as the plan of the component above sees them in the course of time. A plan knows nothing
// of the one above it, so the parts are simulated first and what they went through is shown afterwards.
import type { ChildPlan } from '../model/facts.ts';
import type { StageId } from '../model/ids.ts';
import type { Outcome } from '../model/measure.ts';
import type { Plan } from '../model/plan.ts';

/** Where a plan stood from when on; entry i of each list belongs to the same instant. Many are kept at once. */
export interface Track {
  componentId: string;
  at: number[];
  stages: StageId[][];
  outcomes: (Outcome | null)[];
  scores: (number | null)[];
  /** When it ended. */
  settled: number | null;
}

export const newTrack = (componentId: string): Track => ({
  componentId,
  at: [],
  stages: [],
  outcomes: [],
  scores: [],
  settled: null,
});

export function follow(track: Track, { stage, outcome, score, status }: Plan, now: number): void {
  track.at.push(now);
  track.stages.push(stage);
  track.outcomes.push(outcome);
  track.scores.push(score);
  if (status === 'ended') track.settled = now;
}

export interface Children {
  /** The plan of each part that has begun by then; the same list as long as nothing changes. */
  at(now: number): ChildPlan[];
  /** When the last plan that was still going had ended. */
  settled: readonly number[];
}

const none: ChildPlan[] = [];
export const noChildren: Children = { at: () => none, settled: [] };

const seen = ({ componentId, at, stages, outcomes, scores, settled }: Track, entry: number): ChildPlan => ({
  planId: 'simulated',
  componentId,
  componentName: componentId,
  settled: settled !== null && entry === at.length - 1,
  stage: stages[entry] ?? [],
  outcome: outcomes[entry] ?? null,
  score: scores[entry] ?? null,
});

/** The instants that are asked for must not go back. */
export function watchChildren(tracks: readonly Track[]): Children {
  /** How many entries of each track lie in the past. */
  const past = tracks.map(() => 0);
  let shown = none;
  let nextChange = Number.NEGATIVE_INFINITY;

  const look = (now: number): void => {
    nextChange = Number.POSITIVE_INFINITY;
    for (const [child, { at }] of tracks.entries()) {
      let entry = past[child] ?? 0;
      while ((at[entry] ?? Number.POSITIVE_INFINITY) <= now) entry += 1;
      past[child] = entry;
      nextChange = Math.min(nextChange, at[entry] ?? Number.POSITIVE_INFINITY);
    }
    shown = tracks.flatMap((track, child) => {
      const entries = past[child] ?? 0;
      return entries === 0 ? [] : [seen(track, entries - 1)];
    });
  };

  return {
    settled: settledIn(tracks),
    at(now) {
      if (now >= nextChange) look(now);
      return shown;
    },
  };
}

/** After each end: were all plans that had begun over by then? */
function settledIn(tracks: readonly Track[]): number[] {
  const ends = tracks.flatMap(({ settled }) => (settled === null ? [] : [settled]));
  const isOver = (end: number): boolean =>
    tracks.every(({ at, settled }) => (at[0] ?? end + 1) > end || (settled !== null && settled <= end));
  return [...new Set(ends)].sort((a, b) => a - b).filter(isOver);
}
