// How much each person works in each week, over the repeats of a simulation.

export interface WeekLoad {
  person: string;
  week: number;
  /** One for each repeat in which the person worked in this week. */
  tasks: number[];
  minutes: number[];
}

export interface Load {
  add(person: string, week: number, minutes: number): void;
  /** What is added from now on belongs to the next repeat. */
  endRepeat(): void;
  weeks(): Iterable<WeekLoad>;
}

/** Weeks of a person in one number, small enough to be looked up fast. */
const mostWeeks = 6_000;

/** `firstWeek` is the first in which anything can happen; a simulation is shorter than the most weeks. */
export function makeLoad(firstWeek: number): Load {
  const numbers = new Map<string, number>();
  const weeks = new Map<number, WeekLoad>();
  const touched = new Map<number, { tasks: number; minutes: number }>();

  const numberOf = (person: string): number => {
    const number = numbers.get(person) ?? numbers.size;
    numbers.set(person, number);
    return number;
  };

  return {
    add(person, week, minutes) {
      const key = numberOf(person) * mostWeeks + week - firstWeek;
      const one = touched.get(key);
      if (one) {
        one.tasks += 1;
        one.minutes += minutes;
        return;
      }
      touched.set(key, { tasks: 1, minutes });
      if (!weeks.has(key)) weeks.set(key, { person, week, tasks: [], minutes: [] });
    },
    endRepeat() {
      for (const [key, { tasks, minutes }] of touched) {
        const week = weeks.get(key);
        week?.tasks.push(tasks);
        week?.minutes.push(minutes);
      }
      touched.clear();
    },
    weeks: () => weeks.values(),
  };
}
