// Invocations (DMN 10.3.2.13.4): a function of FEEL is found when the expression is compiled, a function
// in scope when it is evaluated. Also definitions of functions.
import { builtins } from '../builtins/all.ts';
import type { Builtin, Form } from '../builtins/define.ts';
import {
  type CallNode,
  type FunctionNode,
  type NameNode,
  type Node,
  sizeOf,
  type TypeNode,
} from '../syntax/node.ts';
import { canonicalName } from '../syntax/parse-feel.ts';
import { descend, makeBudget, spend } from '../value/budget.ts';
import type { Feel, FeelFunction } from '../value/feel.ts';
import { isObject } from '../value/kinds.ts';
import { includesValue } from '../value/range.ts';
import { formsFor, invokeForms } from './builtin-value.ts';
import { itemOf } from './comparison.ts';
import type { CompileNode, Compiler } from './compiler.ts';
import { type OwnTypes, typeTest } from './instance.ts';
import { type Closure, emptyRun, type Run, warn } from './run.ts';

export function builtinOf(node: Node, compiler: Pick<Compiler, 'isInScope' | 'full'>): Builtin | undefined {
  if (node.kind !== 'name' || node.slot !== null) return undefined;
  return compiler.full && compiler.isInScope(node.name) ? undefined : builtins.get(node.name);
}

interface Chosen {
  forms: readonly Form[];
  /** The arguments in the order of the parameters; undefined where one is left out. */
  args: readonly (Node | undefined)[];
}

/** The forms that have parameters of these names and all that they need. */
function formsByName(builtin: Builtin, given: ReadonlyMap<string, Node>): Chosen[] {
  return builtin.forms.flatMap((form) => {
    const names = form.parameters.map((parameter) => canonicalName(parameter.name));
    const complete = form.parameters.every(
      (parameter, index) => parameter.need !== 'required' || given.has(names[index] ?? ''),
    );
    const known = [...given.keys()].every((name) => names.includes(name));
    return complete && known ? [{ forms: [form], args: names.map((name) => given.get(name)) }] : [];
  });
}

/** `before(range: …, point: …)` is of two forms with the same names: the order they are written in tells. */
const inOrder = ({ forms: [first] }: Chosen, names: readonly string[]): boolean =>
  first?.parameters.every(({ name }, index) => canonicalName(name) === (names[index] ?? '')) ?? false;

/** Empty when no form takes that many arguments, or arguments of those names. */
export function chosenForms(builtin: Builtin, { args }: CallNode): Chosen[] {
  if (args.by === 'name') {
    const given = new Map(args.values.map(({ name, value }) => [canonicalName(name), value]));
    const names = [...given.keys()];
    return formsByName(builtin, given).sort((a, b) => Number(inOrder(b, names)) - Number(inOrder(a, names)));
  }
  const forms = formsFor(builtin, args.values.length);
  return forms.length === 0 ? [] : [{ forms, args: args.values }];
}

/** Whether each argument stands in the text, so that the call gives the same each time. */
const isConstant = (args: Chosen['args']): boolean => args.every((arg) => arg?.kind === 'literal');

/** The forms with what the text already says done, such as a pattern compiled. */
function prepared({ forms, args }: Chosen): readonly Form[] {
  const constants = args.map((arg) => (arg === undefined ? null : constantOf(arg)));
  return forms.map((form) => {
    const known = form.parameters.map((_, index) => (index < constants.length ? constants[index] : null));
    return form.prepare?.(known) ?? form;
  });
}

const constantOf = (node: Node): Feel | undefined => (node.kind === 'literal' ? node.value : undefined);

function compileBuiltin(builtin: Builtin, node: CallNode, compiler: Compiler): Closure {
  const [only] = chosenForms(builtin, node);
  if (!only)
    return (run) => warn(run, node, 'bad-arguments', `${builtin.name} does not take these arguments.`);
  const called = { name: builtin.name, forms: prepared(only) };
  const args = only.args.map((arg) => arg && compiler.compile(arg));
  const call: Closure = (run) => {
    spend(run.budget, 1);
    return invokeForms(
      run,
      node,
      called,
      args.map((arg) => arg?.(run)),
    );
  };
  return isConstant(only.args) ? folded(call) : call;
}

/** The value, unless there is something to tell each time. */
function folded(call: Closure): Closure {
  const run = emptyRun(makeBudget(maxFoldedSteps));
  try {
    const value = call(run);
    return run.warnings.length === 0 ? () => value : call;
  } catch {
    return call;
  }
}

const maxFoldedSteps = 1000;

/** Arguments by name in the order of the parameters; null when a name is not among them. */
function ordered(target: FeelFunction, args: readonly { name: string; value: Feel }[]): Feel[] | null {
  const names = target.parameters.map(canonicalName);
  if (args.some(({ name }) => !names.includes(canonicalName(name)))) return null;
  return names.map((name) => args.find((arg) => canonicalName(arg.name) === name)?.value ?? null);
}

function invokeValue(
  run: Run,
  node: CallNode,
  target: Feel,
  args: (target: FeelFunction) => Feel[] | null,
): Feel {
  if (!isObject(target) || target.kind !== 'function') {
    return warn(run, node, 'no-function', 'What is called here is no function.');
  }
  const values = args(target);
  if (values === null || values.length !== target.parameters.length) {
    return warn(run, node, 'bad-arguments', `The function has ${target.parameters.length} parameters.`);
  }
  spend(run.budget, 5);
  return descend(run.budget, () => target.invoke(values, run.budget));
}

function compileInvocation(node: CallNode, compiler: Compiler): Closure {
  const target = compiler.compile(node.target);
  if (node.args.by === 'position') {
    const args = node.args.values.map((arg) => compiler.compile(arg));
    return (run) => {
      const callee = target(run);
      const values = args.map((arg) => arg(run));
      // A range is a test of its one argument.
      if (isObject(callee) && callee.kind === 'range')
        return includesValue(callee, values[0] ?? null, run.budget);
      return invokeValue(run, node, callee, () => values);
    };
  }
  const args = node.args.values.map(({ name, value }) => ({ name, value: compiler.compile(value) }));
  return (run) => {
    const callee = target(run);
    const values = args.map((arg) => ({ name: arg.name, value: arg.value(run) }));
    return invokeValue(run, node, callee, (known) => ordered(known, values));
  };
}

const unknownFunction = (node: CallNode, target: NameNode): Closure => {
  const message = `There is no function "${target.name}".`;
  return (run) => warn(run, node, 'no-function', message);
};

/** The confined language calls by name only, and what the scope has: the functions of a cycle. */
const isCallable = ({ name }: NameNode, { full, isInScope }: Compiler): boolean => full || isInScope(name);

export const compileCall: CompileNode<'call'> = (node: CallNode, compiler): Closure => {
  const builtin = builtinOf(node.target, compiler);
  if (builtin) return compileBuiltin(builtin, node, compiler);
  if (node.target.kind === 'name' && !isCallable(node.target, compiler))
    return unknownFunction(node, node.target);
  return compileInvocation(node, compiler);
};

/** Undefined when the value is of another type; a list of one is taken for its item (10.3.2.9.4). */
function accepting(type: TypeNode | null, own: OwnTypes): (run: Run, value: Feel) => Feel | undefined {
  const test = type === null ? undefined : typeTest(type, own);
  if (test === undefined) return (_, value) => value;
  return (run, value) => {
    if (value === null || test(run, value)) return value;
    const item = itemOf(value);
    return test(run, item) ? item : undefined;
  };
}

/** The body sees the values around the definition as they were, and runs on the budget of its caller. */
export const compileFunction: CompileNode<'function'> = (node: FunctionNode, compiler): Closure => {
  if (node.body === null)
    return (run) => warn(run, node, 'no-function', 'External functions are not supported.');
  const body = compiler.compile(node.body);
  const cost = sizeOf(node.body);
  const names = node.parameters.map((parameter) => parameter.name);
  const parameters = node.parameters.map(({ slot, type }) => ({
    slot,
    accept: accepting(type, compiler.ownTypes),
  }));
  return (run) => {
    const around = run.slots.slice();
    return {
      kind: 'function',
      parameters: names,
      invoke: (args, budget) => {
        spend(budget, cost);
        const slots = around.slice();
        const inner: Run = { ...run, slots, budget };
        for (const [index, { slot, accept }] of parameters.entries()) {
          const value = accept(inner, args[index] ?? null);
          if (value === undefined) {
            return warn(inner, node, 'bad-arguments', 'An argument of the function is of another type.');
          }
          slots[slot] = value;
        }
        return body(inner);
      },
    };
  };
};
