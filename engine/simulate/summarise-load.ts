// Who is overloaded in which week, and how full the weeks of managers are.
import type { SimulationResult } from '../model/simulation-result.ts';
import { isoWeek } from '../time/civil.ts';
import { groupedShareOf, shareOf, spreadOf } from './intervals.ts';
import type { Weeks } from './load.ts';
import { loadGrid } from './load-grid.ts';
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

/** One person's week over the repeats in which the person worked in it. */
interface BusyWeek {
  person: string;
  week: number;
  tasks: number[];
  minutes: number[];
  over: number;
}

/** Only of those that are above the limit at least once: all others are many and of no interest. */
function busyWeeks({ people, weeks, tasks, minutes }: Weeks, limit: number): BusyWeek[] {
  const found = new Map<string, BusyWeek>();
  const keyAt = (entry: number): string => `${weeks[entry]} ${people[entry]}`;
  for (const [entry, minute] of minutes.entries()) {
    if (minute <= limit || found.has(keyAt(entry))) continue;
    const [person = '', week = 0] = [people[entry], weeks[entry]];
    found.set(keyAt(entry), { person, week, tasks: [], minutes: [], over: 0 });
  }
  for (const [entry, minute] of found.size === 0 ? [] : minutes.entries()) {
    const week = found.get(keyAt(entry));
    if (!week) continue;
    week.tasks.push(tasks[entry] ?? 0);
    week.minutes.push(minute);
    if (minute > limit) week.over += 1;
  }
  return [...found.values()];
}

const flag = ({ person, week, tasks, minutes, over }: BusyWeek): LoadResult['flagged'][number] => ({
  person,
  week: isoWeek(week),
  tasks: middle(tasks),
  minutes: middle(minutes),
  overloaded: shareOf(over, minutes.length),
});

const most = ({ minutes }: BusyWeek): number => Math.max(...minutes);

/** Often overloaded goes before seldom, and far before slightly. */
const worstFirst = (a: BusyWeek, b: BusyWeek): number =>
  b.over - a.over || most(b) - most(a) || a.week - b.week || (a.person < b.person ? -1 : 1);

interface Group {
  count: number;
  of: number;
}

/** The weeks of one person are alike, so a person is what is drawn again. */
function groupsOf({ people, minutes }: Weeks, managers: ReadonlySet<string>, limit: number): Group[] {
  const groups = new Map<string, Group>();
  for (const [entry, person] of people.entries()) {
    if (!managers.has(person)) continue;
    const group = groups.get(person) ?? { count: 0, of: 0 };
    groups.set(person, group);
    group.of += 1;
    if ((minutes[entry] ?? 0) > limit) group.count += 1;
  }
  return [...groups.values()];
}

export function summariseLoad(
  world: World,
  { seed, repeats }: { seed: number; repeats: number },
): LoadResult {
  const { limit } = world;
  const managers = managersOf(world);
  const all = world.tally.load.all();
  const isManaged = all.people.map((person) => managers.has(person));
  const managed = (values: readonly number[]) => spreadOf(values.filter((_, entry) => isManaged[entry]));
  const busy = busyWeeks(all, limit).sort(worstFirst);
  return {
    limit,
    managers: managers.size,
    tasksPerWeek: managed(all.tasks),
    minutesPerWeek: managed(all.minutes),
    overloaded: groupedShareOf(groupsOf(all, managers, limit), makeRandom(seed, stream)),
    flagged: busy.slice(0, mostFlagged).map(flag),
    flaggedCount: busy.length,
    grid: loadGrid(all, { managers, repeats, limit }),
  };
}
