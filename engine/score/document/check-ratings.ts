// Whether ratings can be counted: levels that their item has, and one rating of a rater for each item.
import type { Problem } from '../../model/problem.ts';
import type { Rating } from '../../model/rating.ts';
import type { RatedItem } from '../raters/rate-item.ts';
import { fault, type Path } from './faults.ts';

export interface LocatedRating {
  rating: Rating;
  path: Path;
}

function levelFaults({ rating, path }: LocatedRating, item: RatedItem | undefined): Problem[] {
  if (item === undefined) {
    const message = `${rating.itemId} has no levels to be rated on. Give it the kind "rubric".`;
    return [fault('RAT-no-scale', [...path, 'itemId'], message)];
  }
  if (Object.hasOwn(item.levels, String(rating.level))) return [];
  const levels = Object.keys(item.levels).join(', ');
  const message = `${JSON.stringify(rating.level)} is not a level of ${item.id}. Use one of ${levels}.`;
  return [fault('DOC-invalid', [...path, 'level'], message)];
}

const keyOf = ({ itemId, raterGroup, raterId, version }: Rating): string =>
  JSON.stringify([itemId, raterGroup, raterId, version]);

function repeatFaults(all: readonly LocatedRating[]): Problem[] {
  const replaced = new Set(all.map(({ rating }) => rating.supersedes));
  const first = new Map<string, Rating>();
  return all.flatMap(({ rating, path }) => {
    if (replaced.has(rating.id)) return [];
    const known = first.get(keyOf(rating));
    if (known === undefined) {
      first.set(keyOf(rating), rating);
      return [];
    }
    const message = `${rating.raterId} rated ${rating.itemId} already, in "${known.id}". Give the newer one a higher version, or "supersedes": "${known.id}".`;
    return [fault('RAT-duplicate', path, message)];
  });
}

function referenceFaults(all: readonly LocatedRating[]): Problem[] {
  const ids = new Set<string>();
  const taken = all.flatMap(({ rating, path }) => {
    if (!ids.has(rating.id)) {
      ids.add(rating.id);
      return [];
    }
    return [fault('DOC-id-taken', [...path, 'id'], `The rating "${rating.id}" is there already.`)];
  });
  const lost = all.flatMap(({ rating: { supersedes }, path }) =>
    supersedes === null || ids.has(supersedes)
      ? []
      : [fault('DOC-dangling', [...path, 'supersedes'], `There is no rating "${supersedes}" to replace.`)],
  );
  return [...taken, ...lost];
}

export function ratingFaults(
  all: readonly LocatedRating[],
  items: ReadonlyMap<string, RatedItem>,
): Problem[] {
  return [
    ...all.flatMap((one) => levelFaults(one, items.get(one.rating.itemId))),
    ...referenceFaults(all),
    ...repeatFaults(all),
  ];
}
