// What the engine does for its users, once through: the same call in Node and in a page. All that comes out is data.
import {
  acceptedEvents,
  addSpan,
  advance,
  type Cycle,
  checkCycle,
  compileCycle,
  decide,
  exportScxml,
  type Facts,
  importScxml,
  makeOrganisation,
  parseCycle,
  type Step,
  scoreDocument,
  simulate,
  startPlan,
  testCycle,
} from '../../engine/index.ts';

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

/** A day for each step, with the first event that moves the plan; a round is as long as it takes. */
function walk(cycle: Cycle, facts: Facts): Step[] {
  const compiled = compileCycle(cycle, 1);
  const period = { start: '2026-01-01', end: '2026-12-31' };
  const first = startPlan(
    compiled,
    { id: 'p', componentId: facts.component.id, period },
    { at: start, facts },
  );
  const steps = [first];
  for (let day = 1; day <= 20; day++) {
    const last = steps.at(-1);
    if (last?.kind !== 'moved') break;
    const situation = { at: addSpan(start, `P${day}D`, facts.calendar), facts };
    const timers = Object.keys(last.plan.timers).map((id) => `timer.${id}`);
    const next = [...acceptedEvents(compiled, last.plan), ...timers]
      .map((type) => advance(compiled, last.plan, { id: `e${day}`, type, data: { result: {} } }, situation))
      .find(({ kind }) => kind === 'moved');
    if (!next) break;
    steps.push(next);
  }
  return steps;
}

function workOnCycle(text: string) {
  const cycle = readCycle(text);
  const [facts] = organisation.facts;
  if (!facts) throw new Error('The organisation has no facts.');
  const { text: scxml } = exportScxml(cycle);
  return {
    steps: walk(cycle, facts),
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
    scenarios: worked.map(({ scenarios }) => scenarios.scenarios.filter(({ passed }) => passed).length),
    kinds: [...worked.map(({ again }) => again.kind), ...decided.map(({ kind }) => kind)],
    scored: 'nodes' in scored ? Object.keys(scored.nodes).length : 0,
  };
}
