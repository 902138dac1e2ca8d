// Chance: the same again, evenly spread, and with the mean and the spread that were asked for.
import { describe, expect, test } from 'vitest';
import { type Chance, chanceSchema } from '../../../engine/index.ts';
import { drawer, weightedIndex } from '../../../engine/simulate/draw.ts';
import { makeRandom, randomFrom } from '../../../engine/simulate/random.ts';

const many = 20_000;

function sample(draw: (random: ReturnType<typeof makeRandom>) => number, seed = 7): number[] {
  const random = makeRandom(seed);
  return Array.from({ length: many }, () => draw(random));
}

const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const deviation = (values: number[]): number => {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
};

describe('random numbers', () => {
  test('are the same for the same seed and stream, and others for another', () => {
    const first = (seed: number, stream: number) => {
      const random = makeRandom(seed, stream);
      return [random.next(), random.next(), random.next()];
    };
    expect(first(1, 0)).toEqual(first(1, 0));
    expect(first(1, 0)).not.toEqual(first(2, 0));
    expect(first(1, 0)).not.toEqual(first(1, 1));
  });

  test('are those of xoshiro128** as its authors publish it', () => {
    const random = randomFrom([0x964d4a0c, 0xd40ab895, 0xad7fdecb, 0x3006f0f0]);
    const words = Array.from({ length: 4 }, () => random.next() * 4_294_967_296);
    expect(words).toEqual([0xf1391922, 0x6fe53806, 0xa5be2840, 0xf510ee70]);
  });

  test('fill all of 0 to 1 evenly, from neighbouring seeds and streams too', () => {
    for (const values of [
      sample((random) => random.next()),
      Array.from({ length: many }, (_, seed) => makeRandom(seed).next()),
      Array.from({ length: many }, (_, stream) => makeRandom(1, stream).next()),
    ]) {
      const tenths = Array.from({ length: 10 }, () => 0);
      for (const value of values) tenths[Math.floor(value * 10)]! += 1;
      // Chi-square with 9 degrees of freedom: 27.9 is passed once in a thousand times.
      const expected = many / 10;
      expect(tenths.reduce((sum, seen) => sum + (seen - expected) ** 2 / expected, 0)).toBeLessThan(27.9);
    }
  });
});

describe('distributions', () => {
  test.each<[Chance, number, number]>([
    [{ kind: 'constant', value: 4 }, 4, 0],
    [{ kind: 'uniform', min: 2, max: 8 }, 5, 6 / Math.sqrt(12)],
    [{ kind: 'triangular', min: 1, mode: 2, max: 9 }, 4, Math.sqrt((1 + 4 + 81 - 2 - 9 - 18) / 18)],
    [{ kind: 'triangular', min: 3, mode: 3, max: 3 }, 3, 0],
    [{ kind: 'exponential', mean: 3 }, 3, 3],
    [{ kind: 'lognormal', mean: 5, sd: 4 }, 5, 4],
    [{ kind: 'gamma', mean: 6, sd: 2 }, 6, 2],
    [{ kind: 'gamma', mean: 2, sd: 3 }, 2, 3],
    [{ kind: 'empirical', values: [1, 2, 3, 10] }, 4, Math.sqrt(12.5)],
  ])('%j', (distribution, expectedMean, expectedDeviation) => {
    const values = sample(drawer(distribution));
    expect(Math.abs(mean(values) - expectedMean)).toBeLessThanOrEqual(
      (4 * Math.max(expectedDeviation, 1e-9)) / Math.sqrt(many),
    );
    expect(Math.abs(deviation(values) - expectedDeviation)).toBeLessThanOrEqual(
      0.08 * expectedDeviation + 1e-9,
    );
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
  });

  test.each<Chance>([
    { kind: 'lognormal', mean: 1e-6, sd: 1e6 },
    { kind: 'lognormal', mean: 1e6, sd: 1e6 },
    { kind: 'gamma', mean: 1e-6, sd: 1e6 },
    { kind: 'gamma', mean: 1e6, sd: 1e-6 },
    { kind: 'exponential', mean: 1e6 },
  ])('at its limits, too, %j gives days that can be reckoned with', (distribution) => {
    expect(chanceSchema.parse(distribution)).toEqual(distribution);
    const values = sample(drawer(distribution));
    expect(values.filter((value) => !(value >= 0 && value <= 1e6))).toEqual([]);
  });

  test.each([
    { kind: 'lognormal', mean: 1e-300, sd: 1 },
    { kind: 'gamma', mean: 1, sd: 1e-300 },
    { kind: 'exponential', mean: 1e-12 },
  ])('%j is refused: nothing could be reckoned with it', (distribution) => {
    expect(chanceSchema.safeParse(distribution).success).toBe(false);
  });

  test('an index comes as often as its weight; without weights all alike', () => {
    const counts = (weights: number[]) => {
      const drawn = sample(weightedIndex(weights));
      return weights.map((_, index) => drawn.filter((one) => one === index).length / many);
    };
    expect(counts([1, 0, 3])[1]).toBe(0);
    expect(counts([1, 0, 3])[0]).toBeCloseTo(0.25, 1);
    expect(counts([0, 0])[0]).toBeCloseTo(0.5, 1);
  });
});
