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

/** Weeks of a person in one number, small enough to be looked up fast. */
const mostWeeks = 6_000;

/** `firstWeek` is the first in which anything can happen; a simulation is shorter than the most weeks. */
export function makeLoad(firstWeek: number): Load {
  const numbers = new Map<string, number>();
  const entries = new Map<number, number>();
  const all: Weeks = { people: [], weeks: [], tasks: [], minutes: [] };

  const numberOf = (person: string): number => {
    const known = numbers.get(person);
    if (known !== undefined) return known;
    numbers.set(person, numbers.size);
    return numbers.size - 1;
  };
  const entryOf = (person: string, week: number): number => {
    const key = numberOf(person) * mostWeeks + week - firstWeek;
    const known = entries.get(key);
    if (known !== undefined) return known;
    entries.set(key, all.weeks.length);
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
    endRepeat: () => entries.clear(),
    all: () => all,
  };
}
