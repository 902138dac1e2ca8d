// All mutants of a cycle: targets swapped, days added and taken, guards dropped, outcomes swapped, rows of decision
// tables left out and swapped.
// One that cannot differ from the cycle is left out where that can be proved.
import type { Cycle, CycleTask } from '../../model/cycle.ts';
import { type IndexedStage, listStages } from '../../statechart/structure/stage-index.ts';
import { structuralFaults } from '../../statechart/structure/structural-faults.ts';
import {
  type PlacedTransition,
  transitionsOfCycle,
  transitionsOfStage,
} from '../../statechart/structure/transitions.ts';
import { type TableRow, tableRows } from '../table-rows.ts';
import { offByADay, offByADayIn } from './days.ts';
import { changed, type Mutant, type MutantKind } from './mutant.ts';

interface Edit {
  kind: MutantKind;
  pointer: string;
  change: string;
  stage: string | null;
  by: unknown;
}

interface Owned extends PlacedTransition {
  stage: string | null;
}

const ownedBy = ({ id, stage, place }: IndexedStage): Owned[] =>
  transitionsOfStage(id, stage, place).map((placed) => ({ ...placed, stage: id }));

/** Never tried: one before it in its list has no guard. */
function isDead({ place, trigger }: Owned, all: readonly Owned[]): boolean {
  // Each timer is a list of its own.
  if (trigger.kind === 'timer') return false;
  const list = place.slice(0, place.lastIndexOf('/'));
  const number = Number(place.slice(list.length + 1));
  return all.some(
    (other) =>
      other.transition.guard === undefined &&
      other.place.startsWith(`${list}/`) &&
      Number(other.place.slice(list.length + 1)) < number,
  );
}

/** The next stage beside it, around to the first; else the next one anywhere. */
function otherTarget(to: string, stages: readonly IndexedStage[]): string | null {
  const real = stages.filter(({ stage }) => stage.type !== 'history');
  const parent = stages.find(({ id }) => id === to)?.parent ?? null;
  const beside = real.filter((entry) => entry.parent === parent);
  const among = beside.some(({ id }) => id !== to) ? beside : real;
  const at = among.findIndex(({ id }) => id === to);
  const next = among[(at + 1) % among.length]?.id;
  return next === undefined || next === to ? null : next;
}

function targetEdits({ transition: { to }, place, stage }: Owned, stages: readonly IndexedStage[]): Edit[] {
  const other = to === undefined ? null : otherTarget(to, stages);
  if (other === null) return [];
  return [
    { kind: 'target', pointer: `/${place}/to`, change: `to ${other} instead of ${to}`, stage, by: other },
  ];
}

/** A guard that always holds decides nothing. */
function guardEdits({ transition: { guard }, place, stage }: Owned): Edit[] {
  if (guard === undefined || guard.trim() === 'true') return [];
  return [
    { kind: 'guard', pointer: `/${place}/guard`, change: `without the guard ${guard}`, stage, by: undefined },
  ];
}

const spanEdits = (pointer: string, text: string | undefined, stage: string): Edit[] =>
  text === undefined
    ? []
    : [...offByADay(text), ...offByADayIn(text)].map((other) => ({
        kind: 'day',
        pointer,
        change: `${other} instead of ${text}`,
        stage,
        by: other,
      }));

function taskEdits(task: CycleTask, at: string, stage: string): Edit[] {
  return [
    ...spanEdits(`${at}/due`, task.due, stage),
    ...(task.remind ?? []).flatMap((text, index) => spanEdits(`${at}/remind/${index}`, text, stage)),
    ...(task.escalate ?? []).flatMap(({ after }, index) =>
      spanEdits(`${at}/escalate/${index}/after`, after, stage),
    ),
  ];
}

function spansOf({ id, stage, place }: IndexedStage): Edit[] {
  const tasks = 'tasks' in stage ? Object.entries(stage.tasks ?? {}) : [];
  const timers = 'after' in stage ? (stage.after ?? []) : [];
  return [
    ...tasks.flatMap(([key, task]) => taskEdits(task, `/${place}/tasks/${key}`, id)),
    ...timers.flatMap(({ delay }, index) => spanEdits(`/${place}/after/${index}/delay`, delay, id)),
  ];
}

const heard = [
  ['outcome.below', 'outcome.meets'],
  ['outcome.meets', 'outcome.exceeds'],
] as const;

/** Two outcomes change places; where both are heard alike nothing would change. */
function heardEdits({ id, stage, place }: IndexedStage): Edit[] {
  const on = 'on' in stage ? (stage.on ?? {}) : {};
  return heard.flatMap(([one, other]): Edit[] => {
    const [first, second] = [on[one], on[other]];
    if (JSON.stringify(first) === JSON.stringify(second)) return [];
    const by = Object.fromEntries(
      Object.entries({ ...on, [one]: second, [other]: first }).filter(([, list]) => list !== undefined),
    );
    return [
      { kind: 'outcome', pointer: `/${place}/on`, change: `${one} and ${other} swapped`, stage: id, by },
    ];
  });
}

function finalEdits({ id, stage, place }: IndexedStage, endings: readonly string[]): Edit[] {
  if (stage.type !== 'final' || stage.outcome === undefined) return [];
  const { outcome } = stage;
  const other = endings[(endings.indexOf(outcome) + 1) % endings.length] ?? outcome;
  const by = other === outcome ? `not-${outcome}` : other;
  return [
    { kind: 'outcome', pointer: `/${place}/outcome`, change: `${by} instead of ${outcome}`, stage: id, by },
  ];
}

/** A row left out, and one that gives what the next different one gives. */
function rowEdits({ pointer, rule, among }: TableRow): Edit[] {
  const at = among.indexOf(rule);
  const others = [...among.slice(at + 1), ...among.slice(0, at)];
  const other = others.find(({ give }) => JSON.stringify(give) !== JSON.stringify(rule.give));
  const edit = (change: string, where: string, by: unknown): Edit => ({
    kind: 'row',
    pointer: where,
    change,
    stage: null,
    by,
  });
  const gives = rule.give.join(', ');
  return [
    ...(among.length > 1 ? [edit(`without the row that gives ${gives}`, pointer, undefined)] : []),
    ...(other ? [edit(`${other.give.join(', ')} instead of ${gives}`, `${pointer}/give`, other.give)] : []),
  ];
}

function editsOf(cycle: Cycle): Edit[] {
  const stages = listStages(cycle);
  const all: Owned[] = [
    ...stages.flatMap(ownedBy),
    ...transitionsOfCycle(cycle).map((placed) => ({ ...placed, stage: null })),
  ];
  const live = all.filter((owned) => !isDead(owned, all));
  const endings = [
    ...new Set(
      stages.flatMap(({ stage }) => (stage.type === 'final' && stage.outcome ? [stage.outcome] : [])),
    ),
  ];
  return [
    ...live.flatMap((owned) => [...targetEdits(owned, stages), ...guardEdits(owned)]),
    ...stages.flatMap((entry) => [...spansOf(entry), ...heardEdits(entry), ...finalEdits(entry, endings)]),
    ...tableRows(cycle).flatMap(rowEdits),
  ];
}

/** Only those that are statecharts still. */
export function mutantsOf(cycle: Cycle): Mutant[] {
  return editsOf(cycle)
    .map(({ by, ...edit }): Mutant => ({ ...edit, cycle: changed(cycle, edit.pointer, by) }))
    .filter((mutant) => structuralFaults(mutant.cycle).length === 0);
}
