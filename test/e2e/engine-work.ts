// What the engine does for its users, once through: the same call in Node and in a page. All that comes out is data.
import {
  acceptedEvents,
  addSpan,
  advance,
  type Cycle,
  checkCycle,
  compareCycles,
  compileCycle,
  decide,
  explainPlan,
  exportScxml,
  type Facts,
  importScxml,
  makeOrganisation,
  migratePlan,
  type PlanEvent,
  type PlanMigration,
  parseCycle,
  prepareMigration,
  type RecordedStep,
  renameInCycle,
  replayPlan,
  scoreDocument,
  simulate,
  startPlan,
  staysOf,
  testCycle,
} from '../../engine/index.ts';
import { record } from '../support/recorded.ts';

export interface Given {
  /** Documents as they are in their files. */
  cycles: string[];
  score: string;
  models: string[];
  input: Parameters<typeof decide>[1];
}

const organisation = makeOrganisation({ components: 40 }, 7);
const start = '2026-01-05T09:00:00.000Z';

function readCycle(text: string): Cycle {
  const parsed = parseCycle(JSON.parse(text));
  if (parsed.kind === 'refused') throw new Error(JSON.stringify(parsed.problems));
  return parsed.cycle;
}

const period = { start: '2026-01-01', end: '2026-12-31' };
const started: PlanEvent = { id: 'e0', type: 'plan.started', data: {} };

/** A day for each step, with the first event that moves the plan; a round is as long as it takes. */
function walk(cycle: Cycle, facts: Facts): RecordedStep[] {
  const compiled = compileCycle(cycle, 1);
  const given = { id: 'p', componentId: facts.component.id, period };
  let last = startPlan(compiled, given, { at: start, facts });
  const steps = [record(last, started)];
  for (let day = 1; day <= 20 && last.kind === 'moved'; day++) {
    const { plan } = last;
    const situation = { at: addSpan(start, `P${day}D`, facts.calendar), facts };
    const timers = Object.keys(plan.timers).map((id) => `timer.${id}`);
    const next = [...acceptedEvents(compiled, plan), ...timers]
      .map((type): PlanEvent => ({ id: `e${day}`, type, data: { result: {} } }))
      .map((event) => ({ event, step: advance(compiled, plan, event, situation) }))
      .find(({ step }) => step.kind === 'moved');
    if (!next) break;
    last = next.step;
    steps.push(record(last, next.event));
  }
  return steps;
}

/** The version after: its first stage has another id. */
const nextOf = (cycle: Cycle): Cycle =>
  renameInCycle(cycle, { stages: new Map([[cycle.initial, 'begins-here']]), tasks: new Map() });

function migrate(cycle: Cycle, facts: Facts): PlanMigration['kind'] | 'refused' {
  const [from, to] = [compileCycle(cycle, 1), compileCycle(nextOf(cycle), 2)];
  const situation = { at: start, facts };
  const step = startPlan(from, { id: 'p', componentId: facts.component.id, period }, situation);
  const prepared = prepareMigration(from, to, { schema: 'migration/1' });
  if (step.kind === 'rejected' || prepared.kind === 'refused') return 'refused';
  const live = { plan: step.plan, situation, stays: staysOf([]), results: {}, openIncidents: 0 };
  return migratePlan(prepared.migration, live).kind;
}

function workOnCycle(text: string) {
  const cycle = readCycle(text);
  const [facts] = organisation.facts;
  if (!facts) throw new Error('The organisation has no facts.');
  const { text: scxml } = exportScxml(cycle);
  const steps = walk(cycle, facts);
  const recorded = { planId: 'p', period, variables: {}, steps, facts };
  return {
    steps,
    why: explainPlan(steps, () => cycle),
    replayed: replayPlan(compileCycle(nextOf(cycle), 2), recorded, steps.at(-1)?.at),
    compared: compareCycles(cycle, nextOf(cycle)),
    migrated: migrate(cycle, facts),
    scenarios: testCycle(cycle),
    problems: checkCycle(cycle),
    simulated: simulate({ cycle, organisation, options: { seed: 11, repeats: 3 } }),
    again: importScxml(scxml),
  };
}

/** As JSON text, and how much of it there is, so that a test can tell that something was done. */
export function workOf({ cycles, score, models, input }: Given) {
  const worked = cycles.map(workOnCycle);
  const scored = scoreDocument(JSON.parse(score));
  const decided = models.map((model) => decide(model, input));
  return {
    text: JSON.stringify({ worked, scored, decided }),
    steps: worked.map(({ steps }) => steps.length),
    links: worked.map(({ why }) => why.links.length),
    replayed: worked.map(({ replayed }) => replayed.steps.length),
    compared: worked.map(({ compared }) => compared.map(({ kind }) => kind)),
    migrated: worked.map(({ migrated }) => migrated),
    scenarios: worked.map(({ scenarios }) => scenarios.scenarios.filter(({ passed }) => passed).length),
    kinds: [...worked.map(({ again }) => again.kind), ...decided.map(({ kind }) => kind)],
    scored: 'nodes' in scored ? Object.keys(scored.nodes).length : 0,
  };
}
