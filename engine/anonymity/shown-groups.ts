// Which groups of answers may be shown so that no combination of what is shown gives a smaller group away.
// What can be worked out from groups that lie in each other is exactly what remains of each when those shown inside it
// are taken out, and unions of such remainders. So a group is shown only while no remainder is smaller than the
// threshold: a group that could be had by subtraction is hidden with the one that it would give away.

export interface AnswerGroup {
  id: string;
  /** Who answered here, outside the groups inside it. */
  people: readonly string[];
  inside: readonly AnswerGroup[];
}

const peopleIn = ({ people, inside }: AnswerGroup): string[] => [...people, ...inside.flatMap(peopleIn)];

/** The uppermost groups inside it that are shown. */
const shownInside = ({ inside }: AnswerGroup, shown: ReadonlySet<string>): AnswerGroup[] =>
  inside.flatMap((group) => (shown.has(group.id) ? [group] : shownInside(group, shown)));

/** The people who are in the group and in no group shown inside it. */
function remainder(group: AnswerGroup, shown: ReadonlySet<string>): Set<string> {
  const own = (one: AnswerGroup): string[] => [
    ...one.people,
    ...one.inside.flatMap((inner) => (shown.has(inner.id) ? [] : own(inner))),
  ];
  return new Set(own(group));
}

const sizeOf = (group: AnswerGroup): number => new Set(peopleIn(group)).size;
const allIn = (group: AnswerGroup): AnswerGroup[] => [group, ...group.inside.flatMap(allIn)];

/** The smallest says the least; of two the first by id, so that the same answers always show the same. */
const bySize = (a: AnswerGroup, b: AnswerGroup): number => sizeOf(a) - sizeOf(b) || (a.id < b.id ? -1 : 1);

/** A group that gives a smaller one away, and what has to be hidden with it. */
function nextToHide(groups: readonly AnswerGroup[], shown: ReadonlySet<string>, threshold: number) {
  for (const group of groups) {
    if (!shown.has(group.id)) continue;
    const { size } = remainder(group, shown);
    if (size === 0 || size >= threshold) continue;
    return shownInside(group, shown).sort(bySize)[0] ?? group;
  }
  return null;
}

/** Ids of the groups that may be shown. Ids are unique in the whole tree. */
export function shownGroups(root: AnswerGroup, threshold: number): Set<string> {
  const groups = allIn(root);
  const shown = new Set(groups.filter((group) => sizeOf(group) >= threshold).map(({ id }) => id));
  for (let hide = nextToHide(groups, shown, threshold); hide; hide = nextToHide(groups, shown, threshold))
    shown.delete(hide.id);
  return shown;
}
