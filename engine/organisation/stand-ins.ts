// Who works a task while the person whose it is is away, or has named somebody for good: the rules alone.
// What only the person themselves can say waits for them; nobody works what judges them.
import { type BuiltInForm, builtInForms, type Purpose } from '../model/cycle.ts';
import { managerLevel } from './relations.ts';

/** A kind of task is its form; forms of a cycle's own are one kind together. */
export const taskKinds = [...builtInForms, 'own-form'] as const;
export type TaskKind = (typeof taskKinds)[number];

/** What a task is for: its form, or what it says; null for a form of its own that says nothing. */
export type Work = Purpose | TaskKind | null;

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

const ownWords: ReadonlySet<Work> = new Set(['self-appraisal', 'acknowledgement', 'feedback']);

/** Of these each side has its own task. */
const bySides: ReadonlySet<Work> = new Set(['plan-agreement', 'nomination']);

/** Who has one side of it does not have the other. */
export const hasTwoSides = (work: Work): boolean => bySides.has(work);

/** What nobody can say for another: their own view, and their own signature. */
export const isPersonal = (work: Work, relation: string): boolean =>
  ownWords.has(work) || ((bySides.has(work) || work === 'dispute') && relation === 'owner');

const judgements: ReadonlySet<Work> = new Set([
  'appraisal',
  'calibration',
  'reward',
  'intervention',
  'release',
  'appeal',
]);

/**
 * What somebody else says or decides about whoever answers for the component, who is therefore never the one. Where a
 * cycle asks the owner, it means a view of their own. Rule: CYC-07.
 */
export const isForOthers = (work: Work, relation: string): boolean =>
  relation !== 'owner' && (judgements.has(work) || bySides.has(work) || work === 'feedback');

/** A piece of work that somebody has or has done in a plan. */
export interface WorkInPlan {
  work: Work;
  relation: string;
}

/**
 * Who rated decides on no rating, and agrees to none as the manager of another level; who calibrated decides on no
 * objection, and approves nothing in the place of a manager further up. Rule: CYC-07.
 */
export function isOwnRating(done: WorkInPlan, wanted: WorkInPlan): boolean {
  const isRated = done.work === 'appraisal';
  if (!isRated && done.work !== 'calibration') return false;
  if (wanted.work === 'appeal') return true;
  if (wanted.work === 'calibration') return isRated;
  if (!bySides.has(wanted.work) || done.relation === wanted.relation) return false;
  const [from, to] = [managerLevel(done.relation), managerLevel(wanted.relation)];
  return isRated ? from > 0 && to > 0 : to > 1;
}

/** Nobody judges in a plan from two places. Rule: CYC-07. */
export const isJudgedTwice = (done: WorkInPlan, wanted: WorkInPlan): boolean =>
  done.relation !== wanted.relation && judgements.has(done.work) && judgements.has(wanted.work);

const gathering: ReadonlySet<Work> = new Set(['goals', 'measures', 'standards', 'observation']);

/** A decision or a judgement: whoever gave one in a plan does not give the next one in another's place. */
export const isDecision = (kind: TaskKind): boolean => !gathering.has(kind) && !ownWords.has(kind);

/** plan: with its ratings · plan-as-owner: as whoever answers for the component reads it · goals: these and their measures. */
export type LentSight = 'plan' | 'plan-as-owner' | 'goals';

/** What a task lets whoever works it read, who would not otherwise: what it cannot be worked without. Null: nothing. */
export function sightLentBy(work: Work): LentSight | null {
  if (judgements.has(work)) return 'plan';
  if (work === 'plan-agreement' || work === 'dispute' || work === 'acknowledgement') return 'plan-as-owner';
  return gathering.has(work) ? 'goals' : null;
}
