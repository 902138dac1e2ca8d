// How much each person works in each week, over the repeats of a simulation.

/** The weeks of people, side by side: entry i of each list belongs to the same person, week and repeat. */
export interface Weeks {
  people: string[];
  weeks: number[];
  tasks: number[];
  minutes: number[];
}

export interface Load {
  add(person: string, week: number, minutes: number): void;
  /** What is added from now on belongs to the next repeat. */
  endRepeat(): void;
  all(): Weeks;
}

/** `firstWeek` is the first in which anything can happen. */
export function makeLoad(firstWeek: number): Load {
  /** By person, the entry of each week from the first on. */
  let entries = new Map<string, number[]>();
  const all: Weeks = { people: [], weeks: [], tasks: [], minutes: [] };

  const entriesOf = (person: string): number[] => {
    const known = entries.get(person);
    if (known) return known;
    const fresh: number[] = [];
    entries.set(person, fresh);
    return fresh;
  };
  const entryOf = (person: string, week: number): number => {
    const own = entriesOf(person);
    const known = own[week - firstWeek];
    if (known !== undefined) return known;
    own[week - firstWeek] = all.weeks.length;
    all.people.push(person);
    all.tasks.push(0);
    all.minutes.push(0);
    return all.weeks.push(week) - 1;
  };

  return {
    add(person, week, minutes) {
      const entry = entryOf(person, week);
      all.tasks[entry] = (all.tasks[entry] ?? 0) + 1;
      all.minutes[entry] = (all.minutes[entry] ?? 0) + minutes;
    },
    endRepeat() {
      entries = new Map();
    },
    all: () => all,
  };
}
