// The engine alone, without a store around it, beside XState by itself: `node test/bench/engine.ts`.
import {
  advance,
  type Cycle,
  compileCycle,
  everyWeekdayInUtc,
  makeOrganisation,
  parseCycle,
  type Situation,
  startPlan,
} from '../../engine/index.ts';
import { counterCycle } from '../support/cycles.ts';
import { makeBareMachine, measureBareCount, measureBareEvents, measureMedian } from './bare-xstate.ts';
import { largeCycle, measureCheck, stagesIn } from './check.ts';
import { measureRehearsal, rehearsed } from './simulate.ts';

const component = {
  id: 'unit',
  kind: 'team' as const,
  name: 'Unit',
  parentId: null,
  ownerId: null,
  managerId: null,
  zone: null,
  holidayRegion: null,
};
const situation: Situation = {
  at: '2026-01-05T09:00:00.000Z',
  facts: { component, calendar: everyWeekdayInUtc, goals: [], measures: [], observations: [], children: [] },
};
const period = { start: '2026-01-01', end: '2026-12-31' };
const plans = 10_000;
const stages = 300;

/** Microseconds that one warm step takes in the middle. */
async function measureStep(): Promise<number> {
  const parsed = parseCycle({ schema: 'cycle/1', id: 'counter', name: 'Counter', ...counterCycle });
  if (parsed.kind === 'refused') throw new Error('The counter is not a cycle.');
  const compiled = compileCycle(parsed.cycle, 1);
  const started = startPlan(compiled, { id: 'p', componentId: 'unit', period }, situation);
  if (started.kind === 'rejected') throw new Error('The counter does not start.');
  const event = { id: 'e', type: 'count.raised', data: {} };
  return measureMedian('advance', () => advance(compiled, started.plan, event, situation));
}

/** Microseconds that a launch spends in the engine for one plan, its first tasks with their deadlines included. */
function measureStart(cycle: Cycle): Promise<number> {
  const compiled = compileCycle(cycle, 1);
  const facts = makeOrganisation({ components: 1 }, 1).facts[0];
  if (!facts) throw new Error('There is nothing to start a plan for.');
  const given = { id: 'p', componentId: facts.component.id, period };
  return measureMedian('start', () => startPlan(compiled, given, { ...situation, facts }));
}

interface Line {
  what: string;
  took: string;
  bare: string;
  ratio: number;
}

const micro = (value: number): string => `${value.toFixed(1)} µs`;
const milli = (value: number): string => `${value.toFixed(0)} ms`;

async function measureLines(): Promise<Line[]> {
  const [step, count] = [await measureStep(), await measureBareCount()];
  const [start, event] = [await measureStart(rehearsed), await measureBareEvents(rehearsed)];
  const { seconds, steps } = measureRehearsal(plans);
  const large = largeCycle(stages);
  const [check, make] = [
    measureCheck(large),
    (await measureMedian('make', () => makeBareMachine(large))) / 1000,
  ];
  const bareSeconds = (steps * event) / 1_000_000;
  return [
    { what: 'advance: one count', took: micro(step), bare: micro(count), ratio: step / count },
    { what: 'start: the organisation loop', took: micro(start), bare: micro(event), ratio: start / event },
    {
      what: `simulate: ${plans} plans of it over four rounds, ${steps} steps`,
      took: `${seconds.toFixed(1)} s`,
      bare: `${bareSeconds.toFixed(1)} s`,
      ratio: seconds / bareSeconds,
    },
    {
      what: `check: ${stagesIn(large.stages)} stages`,
      took: milli(check),
      bare: milli(make),
      ratio: check / make,
    },
  ];
}

/** A Markdown table. What XState does without: guards, deadlines, scores, statistics, and for a check all but making the machine. */
export async function tellEngine(): Promise<string> {
  const lines = await measureLines();
  return [
    '| The engine, without a store | it takes | XState by itself, on the same chart | ratio |',
    '|---|--:|--:|--:|',
    ...lines.map(({ what, took, bare, ratio }) => `| ${what} | ${took} | ${bare} | ${ratio.toFixed(2)} × |`),
  ].join('\n');
}

if (import.meta.main) console.log(await tellEngine());
