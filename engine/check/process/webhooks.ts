// CYC-19: what leaves for other systems carries ids and not ratings. Time limits, retries, an end to them and a key
// that makes a repetition harmless are the server's for every delivery; no cycle can take them away.
import type { Problem } from '../../model/problem.ts';
import { type ChartView, makeProblem } from '../chart-view.ts';
import { remove } from '../fixes/edits.ts';
import { actionsAt } from '../places.ts';
import type { RatingWalk } from './rating-walk.ts';
import { ratingNames } from './ratings-in.ts';

/** Figures of a result; which outcome it is may be told. */
const figures = ['score', 'goals', 'measures'];

const escapeKey = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

export function checkWebhooks(view: ChartView, { tasks }: RatingWalk): Problem[] {
  const names = ratingNames(view, tasks);
  return actionsAt(view).flatMap(({ action, place, stage }) => {
    if (action.do !== 'emit') return [];
    return Object.entries(action.data ?? {}).flatMap(([key, text]) => {
      const asked = view.namesIn(text);
      if (!names.reveals(text, place) && !figures.some((name) => asked.has(name))) return [];
      const at = { place: `${place}/data/${escapeKey(key)}`, stage };
      const message = `"${key}" sends a rating to other systems. Send ids, and let them ask for what they may see.`;
      const problem = makeProblem('CYC-19', 'warning', at, message);
      return [{ ...problem, fixes: [{ title: `Do not send "${key}"`, commands: [remove(`/${at.place}`)] }] }];
    });
  });
}
