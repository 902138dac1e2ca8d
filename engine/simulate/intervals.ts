// Intervals that hold the true figure in 95 of 100 simulations.
import type { Estimate, Share, Spread } from '../model/simulation-result.ts';
import type { Random } from './random.ts';

const z = 1.959_964;

/** Four decimals tell more than a simulation knows. */
const round = (value: number): number => Math.round(value * 10_000) / 10_000;
const estimate = (value: number, low: number, high: number): Estimate => ({
  value: round(value),
  low: round(low),
  high: round(high),
});

/** Wilson's (1927): holds near 0 and 1 too. */
export function shareOf(count: number, of: number): Share {
  if (of === 0) return { count, share: estimate(0, 0, 1) };
  const share = count / of;
  const middle = (share + (z * z) / (2 * of)) / (1 + (z * z) / of);
  const reach = (z / (1 + (z * z) / of)) * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  // Rounding must not leave the share itself outside.
  return { count, share: estimate(share, Math.min(share, middle - reach), Math.max(share, middle + reach)) };
}

/** Student's quantile for the mean of so many values, by its expansion around the normal one. */
function student(count: number): number {
  const free = count - 1;
  const cubic = (z ** 3 + z) / 4;
  const quintic = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96;
  return z + cubic / free + quintic / free ** 2;
}

export interface Moments {
  count: number;
  sum: number;
  squares: number;
}

export function meanOf({ count, sum, squares }: Moments): Estimate {
  const mean = sum / count;
  if (count < 2) return estimate(mean, mean, mean);
  const variance = Math.max(0, (squares - sum * mean) / (count - 1));
  const reach = student(count) * Math.sqrt(variance / count);
  return estimate(mean, mean - reach, mean + reach);
}

export function momentsOf(values: Iterable<number>): Moments {
  const moments = { count: 0, sum: 0, squares: 0 };
  for (const value of values) {
    moments.count += 1;
    moments.sum += value;
    moments.squares += value * value;
  }
  return moments;
}

const at = (sorted: ArrayLike<number>, rank: number): number =>
  sorted[Math.min(sorted.length - 1, Math.max(0, rank))] ?? 0;
const quantile = (sorted: ArrayLike<number>, share: number): number =>
  at(sorted, Math.ceil(share * sorted.length) - 1);

/** The middle lies between two of the values, whatever they are spread like: ranks are binomial. */
function medianOf(sorted: ArrayLike<number>): Estimate {
  const half = sorted.length / 2;
  const reach = (z / 2) * Math.sqrt(sorted.length);
  return estimate(
    quantile(sorted, 0.5),
    at(sorted, Math.floor(half - reach) - 1),
    at(sorted, Math.ceil(half + reach)),
  );
}

/** Null when there is no value. */
export function spreadOf(values: readonly number[]): Spread | null {
  if (values.length === 0) return null;
  const sorted = Float64Array.from(values).sort();
  return {
    count: sorted.length,
    mean: meanOf(momentsOf(sorted)),
    median: medianOf(sorted),
    p10: round(quantile(sorted, 0.1)),
    p90: round(quantile(sorted, 0.9)),
    max: round(at(sorted, sorted.length - 1)),
  };
}

const resamples = 400;

/**
 * The share in units that come in groups, such as the weeks of one person, which are alike: groups are drawn
 * again and again with replacement (Efron's bootstrap), and the middle 95 of 100 shares are the interval.
 */
export function groupedShareOf(groups: readonly { count: number; of: number }[], random: Random): Share {
  const total = (key: 'count' | 'of') => groups.reduce((sum, group) => sum + group[key], 0);
  const [count, of] = [total('count'), total('of')];
  if (count === 0 || count === of || groups.length < 2) return shareOf(count, of);
  const shares = Float64Array.from({ length: resamples }, () => {
    let [hits, among] = [0, 0];
    for (let drawn = 0; drawn < groups.length; drawn++) {
      const group = groups[Math.floor(random.next() * groups.length)];
      hits += group?.count ?? 0;
      among += group?.of ?? 0;
    }
    return hits / among;
  }).sort();
  const share = count / of;
  const [low, high] = [quantile(shares, 0.025), quantile(shares, 0.975)];
  return { count, share: estimate(share, Math.min(low, share), Math.max(high, share)) };
}
