// The few figures that the checks on ratings are made of.
export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Of all there are, not an estimate from a sample. */
export function standardDeviation(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
}

/** A difference seen in few counts for less: with five it is halved. Rule: d × n / (n + 5). */
const FEW = 5;
export const shrunk = (difference: number, count: number): number => (difference * count) / (count + FEW);

export const shareOf = <T>(all: readonly T[], belongs: (one: T) => boolean): number =>
  all.length === 0 ? 0 : all.filter(belongs).length / all.length;

/** The value that most have, and the share that has it. */
export function commonest(values: readonly number[]): { value: number; share: number } {
  const [found] = [...Map.groupBy(values, (value) => value)].sort(
    ([a, those], [b, others]) => others.length - those.length || a - b,
  );
  return found ? { value: found[0], share: found[1].length / values.length } : { value: 0, share: 0 };
}

export const percent = (share: number): string => `${Math.round(share * 100)} %`;
export const oneDigit = (value: number): string => (Math.round(value * 10) / 10).toFixed(1);
