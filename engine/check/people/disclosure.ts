// CYC-05: nobody reads what others said about them before it is released.
import type { Problem } from '../../model/problem.ts';
import { type ChartView, makeProblem, nameOf } from '../chart-view.ts';
import { add } from '../fixes/edits.ts';
import type { Flow } from '../flow.ts';
import { type ActionAt, actionsAt } from '../places.ts';
import { listOf, type Phase, passagesDoing, type RatingWalk } from '../process/rating-walk.ts';
import { ratingNames, revealedBy } from '../process/ratings-in.ts';
import { tasksOf } from '../tasks-of.ts';

/** The stage that the plan is in, or comes to, when the action is done. */
function stageAfter(view: ChartView, { place, stage }: ActionAt): string | null {
  const transition = (stage === null ? view.everywhere : (view.transitions.get(stage) ?? [])).find((placed) =>
    place.startsWith(`${placed.place}/`),
  );
  return transition?.transition.to ?? stage;
}

function releaseFix(view: ChartView, stage: string | null) {
  const entry = stage === null ? undefined : view.index.get(stage);
  if (!entry || entry.stage.type === 'history') return [];
  const title = `Release the ratings in ${nameOf(view, entry.id)}`;
  return [{ title, commands: [add(`/${entry.place}/released`, true)] }];
}

interface Telling {
  at: ActionAt;
  shown: string;
}

/** Messages to the owner that say what others said of them. */
function tellingMessages(view: ChartView, { tasks }: RatingWalk): Telling[] {
  const names = ratingNames(view, tasks);
  return actionsAt(view).flatMap((at) => {
    const isToOwner = at.action.do === 'notify' && at.action.to === 'owner';
    const shown = isToOwner ? revealedBy(names, at)[0] : undefined;
    return shown === undefined ? [] : [{ at, shown }];
  });
}

const isHeldBack = ({ rating, answers }: Phase): boolean =>
  rating === 'unreleased' || answers === 'unreleased';

function messages(view: ChartView, walk: RatingWalk): Problem[] {
  const telling = tellingMessages(view, walk);
  const doing = passagesDoing(view, walk, new Set(telling.map(({ at }) => listOf(at.place))));
  return telling.flatMap(({ at, shown }) => {
    const { place, stage } = at;
    if (!(doing.get(listOf(place)) ?? []).some(({ after }) => isHeldBack(after))) return [];
    const message = `This message tells the owner "${shown}" before the ratings are released. Send it from a stage that releases them.`;
    const problem = makeProblem('CYC-05', 'error', { place: `${place}/message`, stage }, message);
    return [{ ...problem, fixes: releaseFix(view, stageAfter(view, at)) }];
  });
}

/** Signing an appraisal is reading it. */
function signatures(view: ChartView, { graph }: Flow, { visits, releases }: RatingWalk): Problem[] {
  const early = new Set(
    visits
      .filter(({ phase }) => phase.rating === 'unreleased')
      .flatMap(({ node }) => graph.nodes[node]?.active ?? []),
  );
  return view.stages
    .filter(({ id }) => early.has(id))
    .flatMap(({ id, stage, place }) =>
      tasksOf(stage).flatMap(([key, task]) => {
        if (task.assignee !== 'owner' || task.form !== 'acknowledgement') return [];
        const message = releases
          ? `The owner is asked to sign an appraisal in ${nameOf(view, id)} before a stage releases it. Release it here, or before.`
          : `The owner is asked to sign an appraisal in ${nameOf(view, id)}, and no stage says that it is released. Mark this one.`;
        const at = { place: `${place}/tasks/${key}`, stage: id };
        const problem = makeProblem('CYC-05', releases ? 'error' : 'warning', at, message);
        return [{ ...problem, fixes: releaseFix(view, id) }];
      }),
    );
}

export const checkDisclosure = (view: ChartView, flow: Flow, walk: RatingWalk): Problem[] => [
  ...messages(view, walk),
  ...signatures(view, flow, walk),
];
