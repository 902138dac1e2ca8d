// What differs between two versions, as one looks at it: a change for each stage, each transition and the cycle as a
// whole, with its fields before and after, and the marks that the canvas draws. Pure.
import { type Aspect, type Cycle, compareCycles, type Difference, type StageId } from '../../engine/index.ts';
import type { ChangeLook, ChangeMarks } from '../canvas/flow/overlay.ts';
import { shownAs } from '../canvas/view/shown-as.ts';
import { listStages, nameOf } from '../document/stage-tree.ts';
import { listTransitions, type PlacedTransition } from '../document/transitions.ts';
import { triggerWords } from '../document/words.ts';
import { t } from '../language/index.ts';
import { withGhosts } from './with-ghosts.ts';

export type ChangedThing =
  | { kind: 'cycle' }
  | { kind: 'stage'; stage: StageId }
  /** `at` is the JSON Pointer of the transition in the picture. */
  | { kind: 'transition'; at: string; from: StageId | null; to: StageId | null };

export interface Change {
  /** The same for the same thing, so that an address can name it. */
  id: string;
  look: ChangeLook;
  aspect: Aspect;
  thing: ChangedThing;
  title: string;
  differences: Difference[];
}

export interface OnCanvas {
  /** The new version with the ghosts of the old one. */
  cycle: Cycle;
  marks: ChangeMarks;
  /** In the order of the picture's document. */
  changes: Change[];
  behavesAlike: boolean;
}

const isTransition = ({ kind }: Difference): boolean =>
  /^(transition|timer)-(added|removed|changed|renamed)$/.test(kind);

const parent = (pointer: string): string => pointer.slice(0, pointer.lastIndexOf('/'));

/** Where the transition that a difference is about is drawn; null when it cannot be drawn. */
function drawnAt(difference: Difference, placeOfGone: ReadonlyMap<string, string>): string | null {
  if (difference.field !== null) return difference.holder ?? parent(difference.new ?? '');
  return difference.new ?? placeOfGone.get(difference.old ?? '') ?? null;
}

const cycleId = 'cycle';

/** To what a difference belongs: a transition's place, a stage, or the cycle. */
function subjectOf(difference: Difference, placeOfGone: ReadonlyMap<string, string>): string {
  const at = isTransition(difference) ? drawnAt(difference, placeOfGone) : null;
  return at ?? difference.stage ?? cycleId;
}

function lookOf(differences: readonly Difference[]): ChangeLook {
  const [first] = differences;
  if (differences.every(({ kind }) => kind === 'layout-changed')) return 'moved';
  if (first && /^(stage|transition|timer)-added$/.test(first.kind)) return 'added';
  if (first && /^(stage|transition|timer)-removed$/.test(first.kind)) return 'removed';
  return 'changed';
}

const ranks: readonly Aspect[] = ['behaviour', 'wording', 'layout'];
const weightiest = (differences: readonly Difference[]): Aspect =>
  ranks.find((rank) => differences.some(({ aspect }) => aspect === rank)) ?? 'layout';

/** A stage that is new or gone has its place with it. */
const ownPlaceOnly = (all: readonly Difference[]): Difference[] => {
  const whole = new Set(
    all.filter(({ kind }) => kind === 'stage-added' || kind === 'stage-removed').map(({ stage }) => stage),
  );
  return all.filter(({ kind, stage }) => kind !== 'layout-changed' || !whole.has(stage));
};

interface Subjects {
  stages: ReadonlyMap<string, string>;
  transitions: ReadonlyMap<string, PlacedTransition>;
}

function transitionTitle({ at, trigger, transition }: PlacedTransition, { stages }: Subjects): string {
  const name = (id: StageId | null | undefined) => (id ? (stages.get(id) ?? id) : null);
  const [from, to] = [name(at.stage) ?? t('Any stage'), name(transition.to)];
  return `${to === null ? from : `${from} → ${to}`}, ${triggerWords(trigger)}`;
}

function toChange(id: string, differences: Difference[], subjects: Subjects): Change {
  const about = { look: lookOf(differences), aspect: weightiest(differences), differences };
  const transition = subjects.transitions.get(id);
  if (transition) {
    const { at } = transition;
    const thing = {
      kind: 'transition',
      at: id,
      from: at.stage,
      to: transition.transition.to ?? null,
    } as const;
    return { ...about, id, thing, title: transitionTitle(transition, subjects) };
  }
  const name = subjects.stages.get(id);
  if (name !== undefined)
    return { ...about, id: `stage.${id}`, thing: { kind: 'stage', stage: id }, title: name };
  return { ...about, id: cycleId, thing: { kind: 'cycle' }, title: t('The cycle as a whole') };
}

const stageOf = (thing: ChangedThing): StageId | null => {
  if (thing.kind === 'cycle') return null;
  return thing.kind === 'stage' ? thing.stage : thing.from;
};

/** Containers that are folded up over something that has changed. */
const foldedOver = (cycle: Cycle, changes: readonly Change[]): StageId[] =>
  changes
    .filter(({ look }) => look !== 'moved')
    .map(({ thing }) => stageOf(thing))
    .filter((id) => id !== null)
    .flatMap((id) => (shownAs(cycle, id) === id ? [] : [shownAs(cycle, id)]));

/** What lies in a stage that is new or gone is new or gone with it; what is folded away shows at its container. */
function marksOf(cycle: Cycle, changes: readonly Change[]): ChangeMarks {
  const stages: Record<StageId, ChangeLook> = {};
  const transitions: Record<string, ChangeLook> = {};
  for (const id of foldedOver(cycle, changes)) stages[id] = 'changed';
  for (const { thing, look } of changes) {
    if (thing.kind === 'stage') stages[thing.stage] = look;
    if (thing.kind === 'transition') transitions[thing.at] = look;
  }
  for (const { at, pointer } of listTransitions(cycle)) {
    const holder = at.stage === null ? undefined : stages[at.stage];
    if (holder === 'added' || holder === 'removed') transitions[pointer] = holder;
  }
  return { stages, transitions };
}

export function compareOnCanvas(old: Cycle, other: Cycle): OnCanvas {
  const differences = compareCycles(old, other);
  const { cycle, placeOfGone } = withGhosts(old, other, differences);
  const subjects: Subjects = {
    stages: new Map(listStages(cycle).map(({ id, stage }) => [id, nameOf(id, stage)])),
    transitions: new Map(listTransitions(cycle).map((placed) => [placed.pointer, placed])),
  };
  const order = [cycleId, ...orderOf(cycle)];
  const groups = Map.groupBy(ownPlaceOnly(differences), (one) => {
    const subject = subjectOf(one, placeOfGone);
    return order.includes(subject) ? subject : cycleId;
  });
  const changes = [...groups]
    .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .map(([id, group]) => toChange(id, group, subjects));
  const behavesAlike = differences.every(({ aspect }) => aspect !== 'behaviour');
  return { cycle, marks: marksOf(cycle, changes), changes, behavesAlike };
}

/** Each stage, then what leads out of it. */
function orderOf(cycle: Cycle): string[] {
  const transitions = listTransitions(cycle);
  const from = (stage: StageId | null) =>
    transitions.filter(({ at }) => at.stage === stage).map(({ pointer }) => pointer);
  return [...listStages(cycle).flatMap(({ id }) => [id, ...from(id)]), ...from(null)];
}
