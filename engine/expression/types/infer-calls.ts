// Types of invocations: the function is there, takes as many arguments, and of these types.
import { builtins } from '../builtins/all.ts';
import type { Builtin, Form } from '../builtins/define.ts';
import { invokeForms } from '../compile/builtin-value.ts';
import { builtinOf, chosenForms } from '../compile/calls.ts';
import { emptyRun } from '../compile/run.ts';
import type { CallNode, Node } from '../syntax/node.ts';
import { makeBudget } from '../value/budget.ts';
import type { Feel } from '../value/feel.ts';
import { kindOf } from '../value/kinds.ts';
import {
  any,
  daysDuration,
  describeType,
  type FeelType,
  isOpen,
  joinAll,
  monthsDuration,
} from './feel-type.ts';
import { find, type Infer, type Inference, suggestion } from './inference.ts';

/** A list of one stands for its item, an item for a list of one; a date for its midnight. */
function fits(wanted: FeelType, given: FeelType): boolean {
  if (isOpen(wanted) || isOpen(given)) return true;
  if (wanted.kind === 'list') return fits(wanted.of, given.kind === 'list' ? given.of : given);
  if (given.kind === 'list') return fits(wanted, given.of);
  const days = ['date', 'date and time'];
  return wanted.kind === given.kind || (days.includes(wanted.kind) && days.includes(given.kind));
}

function wantedAt({ parameters }: Form, index: number): FeelType {
  const parameter = parameters[index] ?? parameters.at(-1);
  return parameter?.type ?? any;
}

interface Given {
  node: Node;
  type: FeelType;
}

/** The first argument that the form does not take; undefined when it takes all. */
const misfit = (form: Form, args: readonly (Given | undefined)[]): Given | undefined =>
  args.find((arg, index) => arg !== undefined && !fits(wantedAt(form, index), arg.type));

function counts({ forms }: Builtin): string {
  const all = forms.flatMap(({ parameters }) => {
    const least = parameters.filter(({ need }) => need === 'required').length;
    const open = parameters.some(({ need }) => need === 'rest');
    return open ? [least, Number.POSITIVE_INFINITY] : [least, parameters.length];
  });
  const [least, most] = [Math.min(...all), Math.max(...all)];
  if (most === Number.POSITIVE_INFINITY) return `${least} or more arguments`;
  if (least === most) return least === 1 ? '1 argument' : `${least} arguments`;
  return `${least} to ${most} arguments`;
}

function wrongCount(inference: Inference, node: CallNode, builtin: Builtin): FeelType {
  const names = [...new Set(builtin.forms.flatMap((form) => form.parameters.map(({ name }) => name)))];
  const given = node.args.values.length;
  const message =
    node.args.by === 'position'
      ? `${builtin.name} takes ${counts(builtin)}; here are ${given}.`
      : `${builtin.name} has the parameters ${names.join(', ')}.`;
  find(inference, node, message);
  return any;
}

function inferBuiltin(inference: Inference, node: CallNode, builtin: Builtin): FeelType {
  const types = new Map<Node, FeelType>();
  for (const arg of node.args.values) {
    const value = 'kind' in arg ? arg : arg.value;
    types.set(value, inference.infer(value));
  }
  const chosen = chosenForms(builtin, node);
  if (chosen.length === 0) return wrongCount(inference, node, builtin);
  const tried = chosen.flatMap(({ forms, args }) => {
    const given = args.map((arg) => arg && { node: arg, type: types.get(arg) ?? any });
    return forms.map((form) => ({ form, wrong: misfit(form, given) }));
  });
  const fitting = tried.filter(({ wrong }) => wrong === undefined);
  const wrong = tried[0]?.wrong;
  if (fitting.length === 0 && wrong) {
    find(inference, wrong.node, `${builtin.name} does not take ${describeType(wrong.type)} here.`);
    return any;
  }
  const constant = constantOf(inference, node, builtin);
  if (builtin.name === 'duration' && constant !== null) return durationOf(constant);
  return fitting.length === tried.length || fitting.length === 1
    ? joinAll(fitting.map(({ form }) => form.result))
    : any;
}

const converting = new Set(['date', 'time', 'date and time', 'duration', 'number']);

/** What is written out gives always the same; `date("2026-02-30")` is wrong whenever it runs. Null: it is not known. */
function constantOf(inference: Inference, node: CallNode, builtin: Builtin): Feel {
  if (!converting.has(builtin.name) || node.args.by !== 'position') return null;
  const values: Feel[] = [];
  for (const arg of node.args.values) {
    if (arg.kind !== 'literal' || arg.value === null) return null;
    values.push(arg.value);
  }
  const run = emptyRun(makeBudget());
  const forms = chosenForms(builtin, node).flatMap((chosen) => chosen.forms);
  const value = invokeForms(run, node, { name: builtin.name, forms }, values);
  if (value === null)
    find(inference, node, run.warnings[0]?.message ?? `${builtin.name} gives nothing here.`);
  return value;
}

const durationOf = (value: Feel): FeelType =>
  kindOf(value) === monthsDuration.kind ? monthsDuration : daysDuration;

const isFunction = (inference: Inference, name: string): boolean =>
  inference.typeOfName(name)?.kind === 'function';

/** The confined language calls by name only what is known to be a function: those of FEEL and of the cycle. */
const isCallable = (inference: Inference, name: string): boolean =>
  inference.full ? inference.typeOfName(name) !== undefined : isFunction(inference, name);

function unknownFunction(inference: Inference, node: CallNode, name: string): FeelType {
  const functions = inference.knownNames.filter((known) => isFunction(inference, known));
  const known = [...builtins.keys(), ...(inference.full ? inference.knownNames : functions)];
  const isValue = inference.typeOfName(name) !== undefined;
  if (isValue) find(inference, node.target, `"${name}" is a value and no function.`);
  else find(inference, node.target, `There is no function "${name}".${suggestion(name, known)}`);
  return any;
}

function inferInvocation(inference: Inference, node: CallNode): FeelType {
  const target = inference.infer(node.target);
  const count = node.args.values.length;
  if (isOpen(target) || target.kind === 'range') return any;
  if (target.kind !== 'function') {
    find(inference, node.target, `Only functions are called; this is ${describeType(target)}.`);
    return any;
  }
  if (target.parameters && target.parameters.length !== count && node.args.by === 'position') {
    find(inference, node, `The function takes ${target.parameters.length} arguments; here are ${count}.`);
  }
  return target.result;
}

const inferCall: Infer<CallNode> = (node, inference) => {
  const isInScope = (name: string) => inference.typeOfName(name) !== undefined;
  const builtin = builtinOf(node.target, { full: inference.full, isInScope });
  if (builtin) return inferBuiltin(inference, node, builtin);
  for (const arg of node.args.values) inference.infer('kind' in arg ? arg : arg.value);
  const { target } = node;
  const free = target.kind === 'name' && target.slot === null;
  if (free && !isCallable(inference, target.name)) return unknownFunction(inference, node, target.name);
  return inferInvocation(inference, node);
};

export const callTypes = { call: inferCall };
