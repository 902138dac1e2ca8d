// The habits of a person, kept on this computer: the zone, the day that a week begins with, how days are written, and how
// long what they sent can be taken back. Read once; a change begins with another page, as another language does.
export interface Habits {
  /** Null: the zone of this computer. */
  zone: string | null;
  /** 0 is Sunday. */
  firstWeekday: 0 | 1 | 6;
  /** In the words of the language, or as 2026-11-26. */
  days: 'words' | 'numbers';
  /** How long a task that was sent can be taken back; 0: not at all. */
  undoSeconds: UndoSeconds;
}

export const undoChoices = [0, 5, 10, 20] as const;
type UndoSeconds = (typeof undoChoices)[number];

const key = 'cw-habits';
const usual: Habits = { zone: null, firstWeekday: 1, days: 'words', undoSeconds: 10 };

const isZone = (zone: unknown): zone is string => {
  if (typeof zone !== 'string') return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).format(0) !== '';
  } catch {
    return false;
  }
};

/** What was kept, as far as it makes sense; `storage` is asked for inside, since a browser may refuse it. */
export function readHabits(storage: () => Pick<Storage, 'getItem'>): Habits {
  try {
    const kept: Partial<Record<keyof Habits, unknown>> = JSON.parse(storage().getItem(key) ?? '{}') ?? {};
    return {
      zone: isZone(kept.zone) ? kept.zone : usual.zone,
      firstWeekday:
        kept.firstWeekday === 0 || kept.firstWeekday === 6 ? kept.firstWeekday : usual.firstWeekday,
      days: kept.days === 'numbers' ? 'numbers' : usual.days,
      undoSeconds: undoChoices.find((each) => each === kept.undoSeconds) ?? usual.undoSeconds,
    };
  } catch {
    // Storage is switched off, or something else wrote there.
    return usual;
  }
}

export const habits: Habits = readHabits(() => window.localStorage);

export function changeHabits(change: Partial<Habits>): void {
  try {
    window.localStorage.setItem(key, JSON.stringify({ ...habits, ...change }));
  } catch {
    // Nothing is kept without storage.
  }
  window.location.reload();
}
