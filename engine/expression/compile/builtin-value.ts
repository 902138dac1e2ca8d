// A function of FEEL invoked, and one as a value, such as sort's second argument.
import type { Builtin, Form } from '../builtins/define.ts';
import type { Place } from '../syntax/node.ts';
import { longText, spendFor } from '../value/budget.ts';
import type { Feel, FeelFunction } from '../value/feel.ts';
import { kindOf, nounOf } from '../value/kinds.ts';
import { emptyRun, type Run, warn } from './run.ts';

const required = ({ parameters }: Form): number =>
  parameters.filter((parameter) => parameter.need === 'required').length;

const most = ({ parameters }: Form): number =>
  parameters.some((parameter) => parameter.need === 'rest') ? Number.POSITIVE_INFINITY : parameters.length;

export const formsFor = ({ forms }: Builtin, count: number): readonly Form[] =>
  forms.filter((form) => count >= required(form) && count <= most(form));

/** Whatever a function does with a long text, it looks at it once at least. */
function payForTexts({ budget }: Run, args: readonly (Feel | undefined)[]): void {
  for (const arg of args)
    if (typeof arg === 'string' && arg.length > longText) spendFor(budget, arg.length, 256);
}

/** The first form that takes the arguments; null and a warning when none does. */
export function invokeForms(
  run: Run,
  place: Place,
  { name, forms }: Pick<Builtin, 'name' | 'forms'>,
  args: readonly (Feel | undefined)[],
): Feel {
  run.at = place;
  payForTexts(run, args);
  let unfit = 0;
  for (const form of forms) {
    const result = form.invoke(run, args);
    if (typeof result !== 'number') return result;
    unfit = result;
  }
  const value = args[unfit] ?? null;
  if (value === null) return warn(run, place, 'no-value', `${name} gets null.`);
  return warn(run, place, 'bad-arguments', `${name} does not take ${nounOf(kindOf(value))}.`);
}

export const functionOf = (builtin: Builtin): FeelFunction => ({
  kind: 'function',
  parameters: builtin.forms[0]?.parameters.map((parameter) => parameter.name) ?? [],
  invoke: (args, budget) => {
    const run = emptyRun(budget);
    return invokeForms(run, run.at, { ...builtin, forms: formsFor(builtin, args.length) }, args);
  },
});
