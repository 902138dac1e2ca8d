// The problems of a cycle, as its designer is told them. A cycle without errors can be published and compiled.
import type { Cycle } from '../model/cycle.ts';
import type { Problem } from '../model/problem.ts';
import { checkScenarios } from '../scenario/check-scenarios.ts';
import { structuralFaults } from '../statechart/structure/structural-faults.ts';
import { withAccepted } from './accepts.ts';
import { type ChartView, isInside, viewChart } from './chart-view.ts';
import { checkDecisions } from './decisions.ts';
import { checkEndings } from './endings.ts';
import { type Flow, readFlow, readFlowWithVariables } from './flow.ts';
import { checkForms } from './forms.ts';
import { knownReach } from './known-reach.ts';
import { checkLeaving } from './leaving.ts';
import { checkRounds, checkRunaways, placesWithEnd } from './loops/check-loops.ts';
import { checkBelow, checkOutcomes } from './outcomes.ts';
import { checkAssignees } from './people/assignees.ts';
import { type Directory, type OrganisationParts, openDirectory } from './people/directory.ts';
import { checkDisclosure } from './people/disclosure.ts';
import { checkRaters } from './people/raters.ts';
import { checkSeparation } from './people/separation.ts';
import { checkCalibrations, checkQuotas } from './process/calibration.ts';
import { checkEvidence } from './process/evidence.ts';
import { checkFeasibility } from './process/feasibility.ts';
import { checkFrequency } from './process/frequency.ts';
import { checkNotice } from './process/notice.ts';
import { walkRatings } from './process/rating-walk.ts';
import { checkReminders } from './process/reminders.ts';
import { checkRetention } from './process/retention.ts';
import { checkRewards } from './process/rewards.ts';
import { checkScale } from './process/scale.ts';
import { checkSelfReviews } from './process/self-review.ts';
import { checkWebhooks } from './process/webhooks.ts';
import { checkReachable } from './reachable.ts';
import { checkReferences } from './references.ts';
import { checkTables } from './tables.ts';
import { checkTexts } from './texts.ts';
import { checkWaiting } from './waiting.ts';
import { checkZeroTimers } from './zero-timers.ts';

export interface CheckContext {
  /** The cycles that a plan could start; without them that is not checked. */
  cycleIds?: string[];
  /** The organisation that it is to run in; without it tasks are judged by their relations alone. */
  organisation?: OrganisationParts;
  /** How many minutes of tasks a week holds for one person. */
  weeklyMinutes?: number;
  /** False: the scenarios are not run, because somebody else does it. */
  scenarios?: boolean;
}

/** What is stuck at a decision has no other fault: the decision is to be mended. */
function notStuckAt(view: ChartView, decisions: readonly Problem[]): (problem: Problem) => boolean {
  const stuck = decisions.flatMap(({ severity, stage }) => (severity === 'error' && stage ? [stage] : []));
  return ({ stage }) => stage === null || !stuck.some((id) => id === stage || isInside(view, stage, id));
}

/** A flag that is set on the way may be what ends a loop: it is followed where a loop seems to have no end. */
function boundlessRounds(view: ChartView, flow: Flow): Problem[] {
  const ending = placesWithEnd(flow.graph);
  const found = checkRounds(view, flow, ending);
  if (!found.some(({ severity }) => severity === 'error')) return found;
  const closer = readFlowWithVariables(view, flow);
  return closer ? checkRounds(view, closer, ending) : found;
}

interface Places {
  problems: Problem[];
  /** Transitions that are never taken, for what is known of values where they are asked. */
  dead: Problem[];
}

function checkPlaces(view: ChartView, flow: Flow, decisions: readonly Problem[]): Places {
  const runaways = [...checkRunaways(view, flow), ...checkZeroTimers(view, flow.ways)];
  // A plan that never comes to rest is nowhere: what else could be said of it would only mislead.
  if (runaways.length > 0) return { problems: runaways, dead: [] };
  const stuck = [...checkEndings(view, flow), ...checkWaiting(view, flow)];
  const rounds = boundlessRounds(view, flow);
  const { reach, dead } = knownReach(view, flow, [...rounds, ...decisions]);
  return {
    problems: [...checkReachable(view, reach), ...stuck.filter(notStuckAt(view, decisions)), ...rounds],
    dead,
  };
}

function checkRatings(view: ChartView, flow: Flow): Problem[] {
  const walk = walkRatings(view, flow.graph);
  return [
    ...checkDisclosure(view, flow, walk),
    ...checkNotice(view, flow.graph),
    ...checkRewards(view, walk),
    ...checkSelfReviews(view, flow.graph, walk),
    ...checkCalibrations(flow, walk),
    ...checkQuotas(view, flow, walk),
    ...checkWebhooks(view, walk),
  ];
}

/** Of a branch that is never taken another finding tells already: its guard is no guard, or its stage is not reached. */
function notToldOf(texts: readonly Problem[], places: readonly Problem[]): (problem: Problem) => boolean {
  const told = new Set([
    ...texts.map(({ pointer }) => pointer.replace(/\/guard$/, '')),
    ...places.flatMap(({ related = [] }) => related.map(({ pointer }) => pointer)),
  ]);
  return ({ pointer, severity }) => severity !== 'warning' || !told.has(pointer);
}

function checkFlow(view: ChartView, texts: readonly Problem[]): Problem[] {
  const flow = readFlow(view);
  const decisions = checkDecisions(view, flow.reader);
  const places = checkPlaces(view, flow, decisions);
  return [
    ...places.problems,
    ...decisions.filter(notToldOf(texts, places.problems)),
    ...places.dead.filter(notToldOf([...texts, ...decisions], places.problems)),
    ...checkLeaving(view),
    ...checkOutcomes(view, flow.reach),
    ...checkBelow(view, flow.reader),
    ...checkRatings(view, flow),
  ];
}

function checkProcess(
  view: ChartView,
  directory: Directory | null,
  weeklyMinutes: number | undefined,
): Problem[] {
  return [
    ...checkAssignees(view, directory),
    ...checkSeparation(view),
    ...checkFrequency(view),
    ...checkReminders(view),
    ...checkFeasibility(view, directory, weeklyMinutes),
    ...checkRaters(view),
    ...checkRetention(view),
    ...checkScale(view),
    ...checkEvidence(view),
  ];
}

/** The flow is looked at once the document is a statechart: before that its findings would only mislead. */
export function checkCycle(cycle: Cycle, context: CheckContext = {}): Problem[] {
  const { cycleIds, organisation, weeklyMinutes, scenarios = true } = context;
  const view = viewChart(cycle);
  const faults = structuralFaults(cycle);
  const texts = checkTexts(view);
  const directory = organisation ? openDirectory(organisation, cycle.subjects) : null;
  return withAccepted(view, [
    ...faults,
    ...checkReferences(view, cycleIds),
    ...texts,
    ...checkTables(view),
    ...checkForms(view),
    ...(faults.length === 0 ? checkFlow(view, texts) : []),
    ...checkProcess(view, directory, weeklyMinutes),
    ...(scenarios && faults.length === 0 ? checkScenarios(cycle) : []),
  ]);
}
