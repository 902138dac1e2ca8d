// Who is overloaded in which week, and how full the weeks of managers are.
import type { SimulationResult } from '../model/simulation-result.ts';
import { isoWeek } from '../time/civil.ts';
import { groupedShareOf, shareOf, spreadOf } from './intervals.ts';
import type { WeekLoad } from './load.ts';
import { makeRandom } from './random.ts';
import type { World } from './world.ts';

type LoadResult = SimulationResult['load'];

const mostFlagged = 50;
/** Apart from those of plans. */
const stream = 2_000_003;

function managersOf({ organisation, directory }: World): Set<string> {
  return new Set(organisation.components.flatMap((_, number) => directory.resolve(number, 'manager')));
}

const middle = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
};

const overloads = ({ minutes }: WeekLoad, limit: number): number =>
  minutes.filter((minute) => minute > limit).length;

const flag = ({ person, week, tasks, minutes }: WeekLoad, over: number): LoadResult['flagged'][number] => ({
  person,
  week: isoWeek(week),
  tasks: middle(tasks),
  minutes: middle(minutes),
  overloaded: shareOf(over, minutes.length),
});

/** Often overloaded goes before seldom, and far before slightly. */
function worst(weeks: readonly WeekLoad[], limit: number): { flagged: LoadResult['flagged']; count: number } {
  const over = weeks
    .map((week) => ({ week, over: overloads(week, limit), most: Math.max(...week.minutes) }))
    .filter((one) => one.over > 0)
    .sort(
      (a, b) =>
        b.over - a.over ||
        b.most - a.most ||
        a.week.week - b.week.week ||
        (a.week.person < b.week.person ? -1 : 1),
    );
  return { flagged: over.slice(0, mostFlagged).map((one) => flag(one.week, one.over)), count: over.length };
}

/** The weeks of one person are alike, so a person is what is drawn again. */
function groupsOf(weeks: readonly WeekLoad[], limit: number): { count: number; of: number }[] {
  const groups = new Map<string, { count: number; of: number }>();
  for (const week of weeks) {
    const group = groups.get(week.person) ?? { count: 0, of: 0 };
    group.count += overloads(week, limit);
    group.of += week.minutes.length;
    groups.set(week.person, group);
  }
  return [...groups.values()];
}

export function summariseLoad(world: World, seed: number): LoadResult {
  const { limit } = world;
  const managers = managersOf(world);
  const weeks = [...world.tally.load.weeks()];
  const managed = weeks.filter(({ person }) => managers.has(person));
  const { flagged, count } = worst(weeks, limit);
  return {
    limit,
    managers: managers.size,
    tasksPerWeek: spreadOf(managed.flatMap(({ tasks }) => tasks)),
    minutesPerWeek: spreadOf(managed.flatMap(({ minutes }) => minutes)),
    overloaded: groupedShareOf(groupsOf(managed, limit), makeRandom(seed, stream)),
    flagged,
    flaggedCount: count,
  };
}
