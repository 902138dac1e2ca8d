// All mutants of a cycle: targets swapped, days added and taken, guards dropped, outcomes swapped, rows of decision
// tables left out and swapped.
// One that cannot differ from the cycle is left out where that can be proved.
import { placeAll, type TransitionAt } from '../../check/placed.ts';
import type { Cycle } from '../../model/cycle.ts';
import { type IndexedStage, listStages } from '../../statechart/structure/stage-index.ts';
import { structuralFaults } from '../../statechart/structure/structural-faults.ts';
import { transitionsOfCycle, transitionsOfStage } from '../../statechart/structure/transitions.ts';
import { type TableRow, tableRows } from '../table-rows.ts';
import { dayEdits } from './day-edits.ts';
import type { Edit, PlacedText } from './edit.ts';
import { guardOf, guardOfAction } from './guards.ts';
import { changed, type Mutant } from './mutant.ts';
import { askedEdits, endingsOf, finalEdits, heardEdits } from './outcome-edits.ts';

/** Never tried: one before it in its list has no guard. */
function isDead({ place, trigger }: TransitionAt, all: readonly TransitionAt[]): boolean {
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

function targetEdits(
  { transition: { to }, place, stage }: TransitionAt,
  stages: readonly IndexedStage[],
): Edit[] {
  const other = to === undefined ? null : otherTarget(to, stages);
  if (other === null) return [];
  return [
    { kind: 'target', pointer: `/${place}/to`, change: `to ${other} instead of ${to}`, stage, by: other },
  ];
}

const withoutGuard = ({ pointer, text, stage }: PlacedText): Edit => ({
  kind: 'guard',
  pointer,
  change: `without the guard ${text}`,
  stage,
  by: undefined,
});

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

function outcomeEdits(cycle: Cycle, stages: readonly IndexedStage[]): Edit[] {
  const endings = endingsOf(stages);
  return [
    ...stages.flatMap((entry) => {
      const { id, stage, place } = entry;
      const on = 'on' in stage ? (stage.on ?? {}) : {};
      return [...heardEdits(on, { pointer: `/${place}/on`, stage: id }), ...finalEdits(entry, endings)];
    }),
    ...heardEdits(cycle.on ?? {}, { pointer: '/on', stage: null }),
  ];
}

function editsOf(cycle: Cycle): Edit[] {
  const stages = listStages(cycle);
  const transitions = new Map(
    stages.map(({ id, stage, place }) => [id, transitionsOfStage(id, stage, place)]),
  );
  const all = placeAll({ cycle, stages, transitions, everywhere: transitionsOfCycle(cycle) });
  const dead = all.transitions.filter((one) => isDead(one, all.transitions));
  const live = all.transitions.filter((one) => !dead.includes(one));
  const actions = all.actions.filter((one) => !dead.some(({ place }) => one.place.startsWith(`${place}/`)));
  const guards = [...live.flatMap(guardOf), ...actions.flatMap(guardOfAction)];
  return [
    ...live.flatMap((one) => [...targetEdits(one, stages), ...guardOf(one).map(withoutGuard)]),
    ...actions.flatMap(guardOfAction).map(withoutGuard),
    ...dayEdits(cycle, { stages, actions, guards }),
    ...outcomeEdits(cycle, stages),
    ...guards.flatMap(askedEdits),
    ...tableRows(cycle).flatMap(rowEdits),
  ];
}

/** Only those that are statecharts still. */
export function mutantsOf(cycle: Cycle): Mutant[] {
  return editsOf(cycle)
    .map(({ by, ...edit }): Mutant => ({ ...edit, cycle: changed(cycle, edit.pointer, by) }))
    .filter((mutant) => structuralFaults(mutant.cycle).length === 0);
}
