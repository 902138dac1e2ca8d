// What a bench measured beside what is stated for it. Pure: figures go in, and a sentence for each that fails comes out.
export interface Figure {
  name: string;
  /** Null: it could not be measured. */
  took: number | null;
  /** The most that is stated. */
  reach: number;
  unit: 'ms' | 's';
}

/** As the figure is printed: nobody is told that 1000 are more than 1000. */
const digits = { ms: 0, s: 1 };

/** Without any figure nothing was shown to be within its reach. */
export function overReach(figures: readonly Figure[]): string[] {
  if (figures.length === 0) return ['Nothing was measured.'];
  return figures.flatMap(({ name, took, reach, unit }) => {
    if (took === null) return [`${name}: could not be measured.`];
    const told = took.toFixed(digits[unit]);
    return Number(told) > reach ? [`${name}: ${told} ${unit} are more than ${reach} ${unit}.`] : [];
  });
}

/** Says what fails, and lets the process end with 1 when anything does. */
export function judge(figures: readonly Figure[]): void {
  const faults = overReach(figures);
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) process.exitCode = 1;
}
