// Whatever the cycle: every plan and every task is accounted for, and nothing can be reached from a simulation.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  compileCycle,
  type Json,
  makeOrganisation,
  type Simulation,
  type SimulationResult,
  simulate,
} from '../../../engine/index.ts';
import { arbitraryCycle } from '../../support/arbitrary-cycle.ts';
import { readCycle } from '../../support/sample-cycles.ts';

const options = {
  repeats: 2,
  horizonDays: 400,
  assumptions: {
    starts: { kind: 'uniform' as const, min: 0, max: 30 },
    events: {
      go: { every: { kind: 'exponential' as const, mean: 20 } },
      back: { every: { kind: 'exponential' as const, mean: 40 } },
    },
  },
};

const results = fc
  .sample(fc.tuple(arbitraryCycle, fc.integer({ min: 1, max: 9 })), { numRuns: 120, seed: 20260105 })
  .map(([cycle, components]) => ({
    components,
    result: simulate({ cycle, organisation: makeOrganisation({ components }, 1), options }),
  }));

const sum = (numbers: number[]): number => numbers.reduce((total, one) => total + one, 0);
const total = (shares: { count: number }[]): number => sum(shares.map(({ count }) => count));

function forAll(check: (result: SimulationResult, components: number) => void): void {
  for (const { result, components } of results) check(result, components);
}

test('every plan ends, is unfinished or has failed', () => {
  forAll((result, components) => {
    expect(result.plans).toBe(components * 2);
    expect(result.ended + result.unfinished + result.failed).toBe(result.plans);
  });
  expect(sum(results.map(({ result }) => result.ended))).toBeGreaterThan(10);
  expect(sum(results.map(({ result }) => result.unfinished))).toBeGreaterThan(10);
  expect(sum(results.map(({ result }) => result.failed))).toBeGreaterThan(1);
});

test('endings, outcomes and rounds are those of the plans that ended', () => {
  forAll((result) => {
    const { ended, endings, outcomes, roundShares } = result;
    expect([total(endings), total(outcomes), total(roundShares)]).toEqual([ended, ended, ended]);
    if (ended > 0) expect(sum(endings.map(({ share }) => share.value))).toBeCloseTo(1, 2);
  });
});

test('every task that was opened is completed, closed or open', () => {
  forAll(({ tasks }) => {
    for (const { opened, completed, closed, open, late } of tasks) {
      expect(completed + closed + open).toBe(opened);
      expect(late.count).toBeLessThanOrEqual(opened);
    }
  });
  expect(sum(results.flatMap(({ result }) => result.tasks.map(({ opened }) => opened)))).toBeGreaterThan(60);
});

test('every figure lies in its interval', () => {
  const within = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('low' in value && 'high' in value && 'value' in value) {
      expect(value.low).toBeLessThanOrEqual(value.value as number);
      expect(value.high).toBeGreaterThanOrEqual(value.value as number);
    }
    for (const inner of Object.values(value)) within(inner);
  };
  forAll(within);
});

/** True for a type that holds a function anywhere: something that could be called, and so could act. */
type Handles<T> = T extends (...given: never[]) => unknown
  ? true
  : T extends Json
    ? false
    : T extends object
      ? { [Key in keyof T]-?: Handles<T[Key]> }[keyof T]
      : false;

test('is given data alone, by type: a function in its input would not compile', () => {
  const organisation: Handles<Simulation['organisation']> = false;
  const given: Handles<Simulation['options']> = false;
  expect([organisation, given]).toEqual([false, false]);
});

test('runs on data that went through JSON, reaches nothing outside, and changes nothing it was given', () => {
  const simulation: Simulation = {
    cycle: readCycle('probation.cycle.json'),
    organisation: makeOrganisation({ components: 30 }, 1),
    options: { seed: 4 },
  };
  const before = JSON.stringify(simulation);
  const used: string[] = [];
  const world = globalThis as unknown as Record<string, unknown>;
  const doors = [
    'fetch',
    'setTimeout',
    'setInterval',
    'setImmediate',
    'queueMicrotask',
    'process',
    'console',
  ];
  const kept = doors.map((name) => world[name]);
  const random = Math.random;
  const now = Date.now;
  for (const name of doors)
    world[name] = new Proxy(() => {}, { apply: () => used.push(name), get: () => used.push(name) });
  Math.random = () => used.push('random');
  Date.now = () => used.push('now');
  let result: SimulationResult;
  try {
    result = simulate(JSON.parse(before));
  } finally {
    for (const [index, name] of doors.entries()) world[name] = kept[index];
    Math.random = random;
    Date.now = now;
  }
  expect(used).toEqual([]);
  expect(JSON.stringify(simulation)).toBe(before);
  expect(result).toEqual(simulate(simulation));
  expect(result.ended).toBe(30);
});

test('leaves the cycle usable: what a simulation remembers does not reach plans', () => {
  const cycle = readCycle('quarterly-okr.cycle.json');
  const before = JSON.stringify(cycle);
  simulate({ cycle, organisation: makeOrganisation({ components: 5 }, 1), options: {} });
  expect(JSON.stringify(cycle)).toBe(before);
  expect(() => compileCycle(cycle, 1)).not.toThrow();
});
