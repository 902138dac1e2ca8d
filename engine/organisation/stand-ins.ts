// Who works a task while the person whose it is is away, or has named somebody for good: the rules alone.
// What only the person themselves can say waits for them; nobody works what judges them.
import { type BuiltInForm, builtInForms } from '../model/cycle.ts';

/** A kind of task is its form; forms of a cycle's own are one kind together. */
export const taskKinds = [...builtInForms, 'own-form'] as const;
export type TaskKind = (typeof taskKinds)[number];

export const taskKindOf = (form: unknown): TaskKind =>
  builtInForms.find((name): name is BuiltInForm => name === form) ?? 'own-form';

export interface NamedSubstitute {
  substituteId: string;
  /** Also while the person is there. */
  always: boolean;
  /** Null: for every kind of task. */
  kind: TaskKind | null;
}

export interface Presence {
  away: boolean;
  /** The first choice ahead. */
  named: readonly NamedSubstitute[];
}

export interface Seat {
  /** Whose task it is. */
  personId: string;
  kind: TaskKind;
  /** Asked when nobody named can: the nearest first. */
  above: readonly string[];
  /** Who must not work it, such as the one whom it judges. */
  barred: ReadonlySet<string>;
}

const there: Presence = { away: false, named: [] };

/** For one kind of task goes before for all. */
function substitutesFor({ away, named }: Presence, kind: TaskKind): string[] {
  const fitting = named.filter((one) => (away || one.always) && (one.kind === null || one.kind === kind));
  const [own, general] = [
    fitting.filter((one) => one.kind !== null),
    fitting.filter((one) => one.kind === null),
  ];
  return [...own, ...general].map(({ substituteId }) => substituteId);
}

/** Each person is asked once, so that people who name each other end the search. Null: nobody is left. */
export function whoWorks(seat: Seat, presenceOf: (personId: string) => Presence | undefined): string | null {
  const asked = new Set<string>();
  const find = (personId: string): string | null => {
    if (asked.has(personId)) return null;
    asked.add(personId);
    const presence = presenceOf(personId) ?? there;
    for (const substitute of substitutesFor(presence, seat.kind)) {
      const found = find(substitute);
      if (found !== null) return found;
    }
    return presence.away || seat.barred.has(personId) ? null : personId;
  };
  for (const personId of [seat.personId, ...seat.above]) {
    const found = find(personId);
    if (found !== null) return found;
  }
  return null;
}

const ownWords: ReadonlySet<TaskKind> = new Set(['self-appraisal', 'acknowledgement', 'feedback']);

/** What nobody can say for another: their own view, and their own signature. */
export const isPersonal = (kind: TaskKind, relation: string): boolean =>
  ownWords.has(kind) || ((kind === 'plan-agreement' || kind === 'nomination') && relation === 'owner');

const gathering: ReadonlySet<TaskKind> = new Set(['goals', 'measures', 'standards', 'observation']);

/** A decision or a judgement: whoever gave one in a plan does not give the next one in another's place. */
export const isDecision = (kind: TaskKind): boolean => !gathering.has(kind) && !ownWords.has(kind);
