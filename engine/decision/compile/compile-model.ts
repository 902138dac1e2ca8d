// A model of decisions to what can be taken: its problems, and a closure for every decision and function.
import type { FeelType } from '../../expression/types/feel-type.ts';
import type { Decision } from '../../model/decision.ts';
import type { Problem } from '../../model/problem.ts';
import { type DecisionModel, pointerKey } from '../decision-model.ts';
import { report } from '../report.ts';
import { circlesIn, type Requirements } from '../requirements.ts';
import type { Evaluate, Frame, Result } from '../run/frame.ts';
import { conformOrNull } from '../types/conform.ts';
import { decisionType, feelTypeOf } from '../types/feel-types.ts';
import { makeTypeBook } from '../types/type-book.ts';
import type { TypeBook, TypeCheck } from '../types/type-check.ts';
import { compileLogic } from './compile-logic.ts';
import { compileTable } from './compile-table.ts';
import { type Compiling, type LogicContext, noLocals, type PlacedTable } from './compiling.ts';
import { makeFunction, parameterTypes } from './make-function.ts';
import { allNames, namesFor } from './names-for.ts';

export interface CompiledDecision {
  name: string;
  /** Its value; of one with parameters the function. */
  evaluate: Evaluate;
  isFunction: boolean;
}

export interface CompiledModel {
  model: DecisionModel;
  problems: readonly Problem[];
  decisions: ReadonlyMap<string, CompiledDecision>;
  /** What the decisions give, by name. */
  types: Readonly<Record<string, FeelType>>;
  inputs: ReadonlyMap<string, TypeCheck>;
  tables: readonly PlacedTable[];
  /** What each decision looks at: other decisions, inputs and names from outside. */
  uses: Requirements;
}

export interface CompileSettings {
  functions: 'confined' | 'full';
  /** Names that are known besides those of the model. */
  outside?: Readonly<Record<string, FeelType>>;
  /** The values that such names may have, as unary tests. */
  domains?: Readonly<Record<string, string>>;
}

type Types = Readonly<Record<string, FeelType>>;

type Body = (frame: Frame) => Result;

function compileBody(decision: Decision, at: LogicContext): Body {
  const logic = { ...at, pointer: `${at.pointer}/logic` };
  if (decision.logic.kind === 'table' && decision.logic.type === undefined)
    return compileTable(decision.logic, logic);
  const evaluate = compileLogic(decision.logic, logic);
  return (frame) => ({ value: evaluate(frame), inputs: [], rows: [] });
}

/**
 * DMN before 1.3 gave tables with several outputs the type of one of them; such a table always gives a context,
 * so a type of one value says nothing about it.
 */
function resultType(decision: Decision, at: LogicContext): TypeCheck {
  const type = at.types.named(decision.type, `${at.pointer}/type`);
  const many = decision.logic.kind === 'table' && decision.logic.outputs.length > 1;
  return many && type.shape.kind === 'simple' ? at.types.named('Any', at.pointer) : type;
}

const readingAs = (frame: Frame, targets: ReadonlyMap<string, string>): Frame =>
  targets.size === 0 ? frame : { ...frame, read: (name) => frame.read(targets.get(name) ?? name) };

function compileDecision(name: string, decision: Decision, at: LogicContext): CompiledDecision {
  const { parameters } = decision;
  const types = parameterTypes(parameters ?? [], at.types);
  const checks = new Map((parameters ?? []).map((one) => [one.name, at.types.named(one.type)]));
  const body = compileBody(decision, { ...at, locals: { types, open: false, parameters: checks } });
  const type = resultType(decision, at);
  const { targets } = at.compiling;
  const evaluate: Evaluate = (frame) => {
    const result = body(readingAs(frame, targets));
    const value = conformOrNull(result.value, type, frame, name);
    frame.run.tell(name, { ...result, value });
    return value;
  };
  if (parameters === undefined) return { name, evaluate, isFunction: false };
  return { name, evaluate: makeFunction({ name, parameters, evaluate }, at), isFunction: true };
}

/** A function of DMN may invoke itself: how often is bounded when it runs. Those of a cycle may not. */
const isRecursion = ([first, ...rest]: readonly string[], { functions, globals }: Compiling): boolean =>
  functions === 'full' && rest.length === 1 && globals[first ?? '']?.kind === 'function';

function reportCircles(compiling: Compiling, uses: Requirements): void {
  for (const circle of circlesIn(uses).filter((names) => !isRecursion(names, compiling))) {
    const message = `A decision cannot need itself: ${circle.join(' → ')}.`;
    report(compiling, 'DEC-02', `/decisions/${pointerKey(circle[0] ?? '')}`, message);
  }
}

function compileAll(compiling: Compiling, types: TypeBook, model: DecisionModel, outside: Types) {
  const decisions = new Map<string, CompiledDecision>();
  const uses = new Map<string, ReadonlySet<string>>();
  for (const [name, decision] of Object.entries(model.decisions)) {
    compiling.uses = new Set();
    Object.assign(compiling, namesFor(name, model, { globals: compiling.globals, outside }));
    const at = {
      compiling,
      types,
      locals: noLocals,
      pointer: `/decisions/${pointerKey(name)}`,
    };
    decisions.set(name, compileDecision(name, decision, at));
    uses.set(name, compiling.uses);
  }
  reportCircles(compiling, uses);
  return { decisions, uses };
}

const inputTypes = ({ inputs }: DecisionModel, types: TypeBook): Record<string, FeelType> =>
  Object.fromEntries(
    Object.entries(inputs).map(([name, { type }]) => [
      name,
      feelTypeOf(types.named(type, `/inputs/${pointerKey(name)}/type`)),
    ]),
  );

const decisionTypes = ({ decisions }: DecisionModel, types: TypeBook): Record<string, FeelType> =>
  Object.fromEntries(
    Object.entries(decisions).map(([name, decision]) => [name, decisionType(decision, types)]),
  );

export function compileModel(
  model: DecisionModel,
  { functions, outside = {}, domains = {} }: CompileSettings,
): CompiledModel {
  const problems: Problem[] = [];
  const globals: Record<string, FeelType> = { ...outside };
  const compiling: Compiling = {
    functions,
    problems,
    globals,
    scope: globals,
    targets: new Map(),
    strict: false,
    domains,
    ownTypes: {},
    uses: new Set(),
    tables: [],
  };
  const types = makeTypeBook(compiling, model.types);
  compiling.ownTypes = Object.fromEntries(
    Object.keys(model.types).map((name) => [
      name,
      feelTypeOf(types.named(name, `/types/${pointerKey(name)}`)),
    ]),
  );
  const own = decisionTypes(model, types);
  Object.assign(globals, allNames({ ...inputTypes(model, types), ...own }, model));
  const all = compileAll(compiling, types, model, outside);
  const inputs = new Map(Object.entries(model.inputs).map(([name, { type }]) => [name, types.named(type)]));
  return { model, problems, inputs, tables: compiling.tables, types: own, ...all };
}
