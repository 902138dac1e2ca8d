// CYC-12: a self-review is closed before the manager rates, or is sealed until then: the first figure anchors the next.
import type { Problem } from '../../model/problem.ts';
import { type ChartView, makeProblem, nameOf } from '../chart-view.ts';
import { add } from '../fixes/edits.ts';
import type { FlowGraph } from '../flow-graph.ts';
import type { TaskAt } from '../tasks-of.ts';
import type { RatingWalk } from './rating-walk.ts';

/** The manager's tasks that are open, or done and not yet released, while the self-review is open. */
function rivalOf(
  self: TaskAt,
  ratings: readonly TaskAt[],
  { nodes }: FlowGraph,
  { visits }: RatingWalk,
): TaskAt | null {
  const open = visits.filter(({ node }) => nodes[node]?.active.includes(self.stage));
  const beside = ratings.find(({ stage }) => open.some(({ node }) => nodes[node]?.active.includes(stage)));
  const after = open.some(({ phase }) => phase.rating === 'unreleased');
  return beside ?? (after ? (ratings[0] ?? null) : null);
}

export function checkSelfReviews(view: ChartView, graph: FlowGraph, walk: RatingWalk): Problem[] {
  const ratings = walk.tasks.filter(
    ({ purpose, task }) => purpose === 'appraisal' && task.assignee !== 'owner',
  );
  return walk.tasks.flatMap((self) => {
    if (self.purpose !== 'self-appraisal' || self.task.sealed === true) return [];
    const rival = rivalOf(self, ratings, graph, walk);
    if (rival === null) return [];
    const { place, stage, task } = self;
    const message = `"${task.title}" can be read while "${rival.task.title}" is under way. Close it before, or seal it until both are given.`;
    const problem = makeProblem('CYC-12', 'warning', { place, stage }, message);
    const command =
      task.sealed === undefined
        ? add(`/${place}/sealed`, true)
        : ({ op: 'replace', path: `/${place}/sealed`, value: true } as const);
    const related = [
      { pointer: `/${rival.place}`, stage: rival.stage, note: `Open in ${nameOf(view, rival.stage)}.` },
    ];
    return [{ ...problem, related, fixes: [{ title: 'Seal the self-review', commands: [command] }] }];
  });
}
