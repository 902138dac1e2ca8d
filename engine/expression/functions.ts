// FEEL's own functions by name. Those that take a range may be given one written in place.
import { builtins } from './builtins/all.ts';
import type { Form } from './builtins/define.ts';
import { rangeFunctions } from './builtins/ranges.ts';
import { describeType } from './types/feel-type.ts';

const ofRanges: ReadonlySet<string> = new Set(rangeFunctions.map(({ name }) => name));
/** Offered by autocomplete. `today()` and `now()` are missing on purpose: they would read the machine's clock. */
export const functionNames: readonly string[] = [...builtins.keys()].sort();

export interface FunctionSignature {
  name: string;
  /** Such as `substring(string, start position, length?)`: the parameters of its first form. */
  call: string;
  /** What it gives, as a noun: "a number". */
  gives: string;
}

const inCall = ({ name, need }: Form['parameters'][number]): string =>
  need === 'rest' ? `${name}…` : need === 'optional' ? `${name}?` : name;

export const functionSignatures: readonly FunctionSignature[] = functionNames.map((name) => {
  const [first] = builtins.get(name)?.forms ?? [];
  const call = `${name}(${(first?.parameters ?? []).map(inCall).join(', ')})`;
  return { name, call, gives: first ? describeType(first.result) : 'anything' };
});

export const takesRange = (name: string): boolean => ofRanges.has(name);
