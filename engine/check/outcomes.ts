// What an appraisal leads to. CYC-03: each outcome that it can raise is heard; CYC-15: "below" leads to an
// intervention and not straight to the end.
import { limitsWhen } from '../expression/guards/limits-in.ts';
import { outcomes } from '../model/measure.ts';
import type { Fix, Problem } from '../model/problem.ts';
import { hears } from '../statechart/structure/event-names.ts';
import type { PlacedTransition } from '../statechart/structure/transitions.ts';
import { branchesOf, type ChartView, makeProblem, nameOf } from './chart-view.ts';
import { replace } from './fixes/edits.ts';
import type { BranchReader } from './guards/branch-reader.ts';
import { actionsAt, type TransitionAt, transitionsAt } from './places.ts';
import type { Reach } from './reachable.ts';

const inReach = <At extends { stage: string | null }>(all: readonly At[], { stages }: Reach): At[] =>
  all.filter(({ stage }) => stage === null || stages.has(stage));

/** A cycle may also decide by guards on the outcome instead of waiting for its event. */
const decidesByGuard = (view: ChartView, transitions: readonly TransitionAt[]): boolean =>
  transitions.some(({ transition: { guard } }) =>
    ['outcome', 'score', 'coverage'].some((name) => view.namesIn(guard).has(name)),
  );

export function checkOutcomes(view: ChartView, reach: Reach): Problem[] {
  const transitions = inReach(transitionsAt(view), reach);
  const heard = transitions.flatMap(({ trigger }) => (trigger.kind === 'event' ? [trigger.type] : []));
  const unheard = [...outcomes, 'not-scored'].filter(
    (outcome) => !heard.some((descriptor) => hears(descriptor, `outcome.${outcome}`)),
  );
  if (unheard.length > outcomes.length && decidesByGuard(view, transitions)) return [];
  const first = inReach(actionsAt(view), reach).find(({ action }) => action.do === 'appraise');
  if (first === undefined) return [];
  const say = (names: readonly string[], severity: 'error' | 'warning'): Problem[] => {
    if (names.length === 0) return [];
    const events = names.map((name) => `"outcome.${name}"`).join(' or ');
    const message = `An appraisal can end in ${events}, and no transition waits for it. Add one.`;
    return [makeProblem('CYC-03', severity, first, message)];
  };
  return [
    ...say(
      unheard.filter((outcome) => outcome !== 'not-scored'),
      'error',
    ),
    ...say(
      unheard.filter((outcome) => outcome === 'not-scored'),
      'warning',
    ),
  ];
}

const isFinal = (view: ChartView, to: string | undefined): boolean =>
  to !== undefined && view.index.get(to)?.stage.type === 'final';

/** The branches that a plan takes when its outcome is below: those of the event, or whose guards say so. */
function takenWhenBelow(reader: BranchReader, branches: readonly PlacedTransition[]): PlacedTransition[] {
  const [first] = branches;
  if (first?.trigger.kind === 'event' && first.trigger.type === 'outcome.below') return [...branches];
  return branches.filter(({ transition: { guard } }) => {
    const read = guard === undefined ? null : reader.guardOf(guard);
    return (read === null ? [] : limitsWhen(read)).some(
      ({ variable, limit }) => variable === 'outcome' && limit.kind === 'literal' && limit.value === 'below',
    );
  });
}

/** Where interventions are, the first in the document. */
function interventionFix(view: ChartView, place: string): Fix[] {
  const intervention = view.stages.find(
    ({ stage }) => stage.type !== 'history' && stage.kind === 'intervene',
  );
  if (!intervention) return [];
  const title = `Lead to ${nameOf(view, intervention.id)}`;
  return [{ title, commands: [replace(`/${place}`, intervention.id)] }];
}

export const checkBelow = (view: ChartView, reader: BranchReader): Problem[] =>
  [null, ...view.stages.map(({ id }) => id)].flatMap((stage) => {
    const transitions = stage === null ? view.everywhere : (view.transitions.get(stage) ?? []);
    return branchesOf(transitions).flatMap((branches) => {
      const taken = takenWhenBelow(reader, branches);
      const [first] = taken;
      if (!first || !taken.every(({ transition }) => isFinal(view, transition.to))) return [];
      const message =
        'Results below expectations lead straight to the end. Lead them to an intervention first.';
      const place = `${first.place}/to`;
      return [
        {
          ...makeProblem('CYC-15', 'warning', { place, stage }, message),
          fixes: interventionFix(view, place),
        },
      ];
    });
  });
