// What comes before a reward. CYC-10: a signature, and a window in which the result can be disputed.
// CYC-14: both lie before it together with the release, and its key does not change from one time to the next.
import type { Problem } from '../../model/problem.ts';
import { type ChartView, makeProblem } from '../chart-view.ts';
import { remove } from '../fixes/edits.ts';
import { type ActionAt, actionsAt } from '../places.ts';
import { listOf, type Passage, type Phase, passagesDoing, type RatingWalk } from './rating-walk.ts';

interface Reward {
  at: ActionAt;
  /** What is known of the rating each time that it may be given. */
  phases: readonly Phase[];
}

/** On entering a stage, the stage counts already; on the way there not yet. */
const phaseFor = (list: string, { before, after }: Passage): Phase =>
  list.endsWith('/entry') ? after : before;

function rewardsIn(view: ChartView, walk: RatingWalk): Reward[] {
  const rewards = actionsAt(view).filter(({ action }) => action.do === 'reward');
  const doing = passagesDoing(view, walk, new Set(rewards.map(({ place }) => listOf(place))));
  return rewards.map((at) => {
    const list = listOf(at.place);
    return { at, phases: (doing.get(list) ?? []).map((passage) => phaseFor(list, passage)) };
  });
}

const say = (code: string, { place, stage }: ActionAt, message: string): Problem =>
  makeProblem(code, 'warning', { place, stage }, message);

function missingProcess({ at, phases }: Reward, { disputes }: RatingWalk): Problem[] {
  if (phases.length === 0) return [];
  if (!phases.every(({ asked }) => asked)) {
    return [
      say(
        'CYC-10',
        at,
        'This reward can be given before the owner was asked to sign or refuse the result. Ask for an acknowledgement first.',
      ),
    ];
  }
  if (disputes) return [];
  return [
    say(
      'CYC-10',
      at,
      'Nobody can dispute the result before this reward. Let a refusal lead to an appeal, or add a task for a dispute, open for five working days at least.',
    ),
  ];
}

function wrongOrder({ at, phases }: Reward, { disputes, releases }: RatingWalk): Problem[] {
  const early = phases.some(({ disputable, asked }) => asked && !disputable);
  if (disputes && early)
    return [
      say(
        'CYC-14',
        at,
        'This reward can be given before the window for a dispute. Lead to it only after that.',
      ),
    ];
  if (!phases.some(({ rating }) => rating === 'unreleased')) return [];
  const how = releases
    ? 'Lead to it only after the stage that releases them.'
    : 'Mark the stage that releases them.';
  return [say('CYC-14', at, `This reward can be given before the ratings are released. ${how}`)];
}

const changing = ['now', 'today'];

function changingKey(view: ChartView, { at }: Reward): Problem[] {
  const { action, place, stage } = at;
  if (action.do !== 'reward' || action.key === undefined) return [];
  const names = view.namesIn(action.key);
  const name = changing.find((one) => names.has(one));
  if (name === undefined) return [];
  const message = `The key of this reward changes with "${name}", so that it may be given twice. Leave it out: it is then given once per round.`;
  const problem = makeProblem('CYC-14', 'warning', { place: `${place}/key`, stage }, message);
  return [{ ...problem, fixes: [{ title: 'Give it once per round', commands: [remove(`/${place}/key`)] }] }];
}

export const checkRewards = (view: ChartView, walk: RatingWalk): Problem[] =>
  rewardsIn(view, walk).flatMap((reward) => [
    ...missingProcess(reward, walk),
    ...wrongOrder(reward, walk),
    ...changingKey(view, reward),
  ]);
