// Wherever people, clocks and outside events take a plan, it can still end, nobody is asked in vain,
// and a plan whose people act reaches an end in a bounded number of steps.
import { describe, expect, test } from 'vitest';
import { compileCycle, type Effect, isFault, type Plan, type Step } from '../../engine/index.ts';
import {
  begin,
  beginDrive,
  type Drive,
  type Move,
  make,
  movesOf,
  tasksWithoutAssignee,
} from '../support/drive-plan.ts';
import { readCycle, sampleCycleFiles } from '../support/sample-cycles.ts';
import { situations, withoutGoals } from './situations.ts';

const start = '2026-01-05T09:00:00.000Z';
const maxPlaces = 3_000;
/** The loops are the same with fewer rounds; only the places are fewer. */
const fewRounds = { maxRounds: 2, maxReturns: 1 };

/** An absence overwrites what the one before it left behind: at work the history decides nothing. */
const atWork = (plan: Plan): boolean => plan.cycleId === 'probation' && !plan.stage.includes('on-leave');

/** What decides where a plan can go; how often it was revised and when does not. */
const placeOf = (plan: Plan): string => {
  const { planVersion: _, absentDays: __, absentSince: ___, reviews: ____, ...variables } = plan.variables;
  const chart = atWork(plan) ? plan.chart.value : plan.chart;
  return JSON.stringify([chart, plan.round, variables, Object.keys(plan.tasks).sort(), plan.ending]);
};

/** Every step that happens or that is a fault of the cycle; a refusal is neither. */
const stepsFrom = (drive: Drive, plan: Plan): Step[] =>
  plan.status === 'ended'
    ? []
    : movesOf(drive, plan)
        .map((move) => make(drive, plan, move))
        .filter((step) => step.kind === 'moved' || isFault(step.reason));

interface Explored {
  endings: Set<string | null>;
  /** Places from which no end was found. */
  lost: string[];
  faults: Step[];
  unasked: string[];
  places: number;
}

interface Edge {
  from: string;
  to: string;
}

/** Breadth first over everything that can happen, each place once. */
function explore(drive: Drive): Explored {
  const first = begin(drive, start, fewRounds);
  const found: { faults: Step[]; effects: Effect[]; edges: Edge[] } = { faults: [], effects: [], edges: [] };
  const waiting: Plan[] = first.kind === 'moved' ? [first.plan] : [];
  const places = new Map(waiting.map((plan) => [placeOf(plan), plan]));
  for (let plan = waiting.shift(); plan; plan = waiting.shift()) {
    const from = placeOf(plan);
    for (const step of stepsFrom(drive, plan)) {
      if (step.kind === 'rejected') found.faults.push(step);
      else {
        const to = placeOf(step.plan);
        found.edges.push({ from, to });
        found.effects.push(...step.effects);
        if (!places.has(to) && places.size < maxPlaces) waiting.push(step.plan);
        places.set(to, step.plan);
      }
    }
  }
  const endings = [...places.values()].flatMap(({ status, ending }) => (status === 'ended' ? [ending] : []));
  return {
    endings: new Set(endings),
    lost: withoutEnd(places, found.edges),
    faults: first.kind === 'moved' ? found.faults : [first],
    unasked: tasksWithoutAssignee(found.effects),
    places: places.size,
  };
}

/** Walks back from the ends; cancelling is left out, or every place would have one. */
function withoutEnd(places: ReadonlyMap<string, Plan>, edges: readonly Edge[]): string[] {
  const into = new Map<string, string[]>();
  for (const { from, to } of edges) {
    const known = into.get(to);
    if (known) known.push(from);
    else into.set(to, [from]);
  }
  const ends = [...places].filter(([, { status, ending }]) => status === 'ended' && ending !== 'cancelled');
  const good = new Set(ends.map(([place]) => place));
  const waiting = [...good];
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    for (const from of into.get(place) ?? []) {
      if (good.has(from)) continue;
      good.add(from);
      waiting.push(from);
    }
  }
  const last = [...places].filter(([place, { status }]) => status === 'active' && !good.has(place));
  return last.map(([, plan]) => plan.stage.join(' + '));
}

/** A small generator of its own, so that a walk is the same on every machine. */
function makeDice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * sides);
  };
}

/** People act more often than the world interrupts: every third move only is a timer or an outside event. */
function pick(moves: readonly Move[], dice: (sides: number) => number): Move[] {
  const tasks = moves.filter(({ type }) => type.startsWith('task.'));
  const others = moves.filter(({ type }) => !type.startsWith('task.') && type !== 'plan.cancelled');
  const pool = tasks.length > 0 && (dice(3) > 0 || others.length === 0) ? tasks : others;
  const turned = dice(Math.max(pool.length, 1));
  return [...pool.slice(turned), ...pool.slice(0, turned), ...moves];
}

/** The steps until the plan ended; null when it did not within the bound. */
function walk(drive: Drive, seed: number, bound: number): number | null {
  const dice = makeDice(seed);
  const first = begin(drive, start);
  let plan = first.kind === 'moved' ? first.plan : null;
  for (let steps = 0; plan && steps < bound; steps++) {
    if (plan.status === 'ended') return steps;
    const here: Plan = plan;
    plan = null;
    for (const move of pick(movesOf(drive, here), dice)) {
      const step = make(drive, here, move);
      if (step.kind === 'moved') plan = step.plan;
      if (plan) break;
    }
  }
  return null;
}

type Case = [cycle: string, situation: string, endings: string[]];

const loop = 'organisation-loop.cycle.json';
const cases: Case[] = [
  [loop, 'results below the standard', ['stopped']],
  [loop, 'results that meet the standard', ['met', 'stopped']],
  [loop, 'results that exceed the standard', ['met']],
  [loop, 'one goal below and the whole met', ['stopped']],
  [loop, 'too little data', ['not-scored']],
  [loop, 'no standards', ['not-scored']],
  [loop, 'no goals', ['not-scored']],
  ['probation.cycle.json', 'results that meet the standard', ['confirmed', 'ended', 'left']],
  ['quarterly-okr.cycle.json', 'results below the standard', ['reviewed']],
  ['quarterly-okr.cycle.json', 'too little data', ['reviewed']],
];
const driveOf = (file: string, situation: string): Drive =>
  beginDrive(compileCycle(readCycle(file), 1), situations[situation] ?? withoutGoals);

test('every sample cycle is explored', () => {
  expect([...new Set(cases.map(([file]) => file))]).toEqual(sampleCycleFiles);
});

describe.each(cases)('%s with %s', (file, situation, endings) => {
  test('can end from every place, asks somebody for each task, and has no fault', () => {
    const explored = explore(driveOf(file, situation));
    expect(explored.faults).toEqual([]);
    expect(explored.unasked).toEqual([]);
    expect(explored.lost).toEqual([]);
    expect([...explored.endings].sort()).toEqual(['cancelled', ...endings].sort());
    expect(explored.places).toBeLessThan(maxPlaces);
  }, 60_000);

  test('ends whatever people choose', () => {
    const drive = driveOf(file, situation);
    const seeds = Array.from({ length: 5 }, (_, index) => index + 1);
    const steps = seeds.map((seed) => walk(drive, seed, 600));
    expect(steps.filter((count) => count === null)).toEqual([]);
  }, 60_000);
});
