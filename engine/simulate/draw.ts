// Numbers drawn from a distribution.
import { unreachable } from '../model/json.ts';
import type { Chance } from '../model/simulation.ts';
import type { Random } from './random.ts';

export type Draw = (random: Random) => number;

/** Never 0, whose logarithm there is not. */
const above0 = (random: Random): number => 1 - random.next();

/** Box and Muller's, one of the pair. */
const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(above0(random))) * Math.cos(2 * Math.PI * random.next());

/** Marsaglia and Tsang (2000); a shape below 1 is raised by one and brought back by a power. */
function gamma(random: Random, shape: number): number {
  if (shape < 1) return gamma(random, shape + 1) * above0(random) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(above0(random)) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

function triangular({ min, mode, max }: { min: number; mode: number; max: number }): Draw {
  const width = max - min;
  const rising = width === 0 ? 1 : (mode - min) / width;
  return (random) => {
    const x = random.next();
    return x < rising
      ? min + Math.sqrt(x * width * (mode - min))
      : max - Math.sqrt((1 - x) * width * (max - mode));
  };
}

/** As far as anything that is not drawn can be; in days it lies beyond every horizon. */
const farthest = 1e6;
const bounded =
  (draw: Draw): Draw =>
  (random) =>
    Math.min(farthest, draw(random));

export function drawer(given: Chance): Draw {
  switch (given.kind) {
    case 'constant':
      return () => given.value;
    case 'uniform':
      return (random) => given.min + random.next() * (given.max - given.min);
    case 'triangular':
      return triangular(given);
    case 'exponential':
      return bounded((random) => -given.mean * Math.log(above0(random)));
    case 'lognormal': {
      const variance = Math.log(1 + (given.sd / given.mean) ** 2);
      const mu = Math.log(given.mean) - variance / 2;
      return bounded((random) => Math.exp(mu + Math.sqrt(variance) * normal(random)));
    }
    case 'gamma': {
      const shape = (given.mean / given.sd) ** 2;
      return bounded((random) => (gamma(random, shape) * given.mean) / shape);
    }
    case 'empirical':
      return (random) => given.values[Math.floor(random.next() * given.values.length)] ?? 0;
    default:
      return unreachable(given);
  }
}

/** An index, each as likely as its weight beside the others; without any weight all alike. */
export function weightedIndex(weights: readonly number[]): Draw {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (!(total > 0)) return (random) => Math.floor(random.next() * weights.length);
  return (random) => {
    let left = random.next() * total;
    for (let index = 0; index < weights.length; index++) {
      left -= weights[index] ?? 0;
      if (left < 0) return index;
    }
    return weights.length - 1;
  };
}
