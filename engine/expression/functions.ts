// FEEL's own functions by name. Those that take a range may be given one written in place.
import { builtins } from './builtins/all.ts';
import { rangeFunctions } from './builtins/ranges.ts';

const ofRanges: ReadonlySet<string> = new Set(rangeFunctions.map(({ name }) => name));
/** Offered by autocomplete. `today()` and `now()` are missing on purpose: they would read the machine's clock. */
export const functionNames: readonly string[] = [...builtins.keys()].sort();

export const takesRange = (name: string): boolean => ofRanges.has(name);
