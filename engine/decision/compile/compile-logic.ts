// Boxed expressions to closures (DMN 10.2). What cannot be read gives null and is reported once, here.
import { any, type FeelType } from '../../expression/types/feel-type.ts';
import { entriesOf, makeContext } from '../../expression/value/context.ts';
import type { Feel, FeelFunction } from '../../expression/value/feel.ts';
import { isContext, isList, isObject } from '../../expression/value/kinds.ts';
import type { Argument, ContextEntry, DecisionLogic } from '../../model/decision.ts';
import { unreachable } from '../../model/json.ts';
import { report } from '../report.ts';
import { type Evaluate, evaluateProgram, type Frame, nothing, withLocals } from '../run/frame.ts';
import { areEqual } from '../run/values.ts';
import { conformOrNull } from '../types/conform.ts';
import { feelTypeOf, logicType } from '../types/feel-types.ts';
import { anything, type TypeBook } from '../types/type-check.ts';
import { compileTable } from './compile-table.ts';
import { compileText, type LogicContext } from './compiling.ts';
import { makeFunction, parameterTypes } from './make-function.ts';

type Of<Kind extends DecisionLogic['kind']> = Extract<DecisionLogic, { kind: Kind }>;

const inside = (
  at: LogicContext,
  path: string,
  more: Readonly<Record<string, FeelType>> = {},
): LogicContext => ({
  ...at,
  pointer: `${at.pointer}/${path}`,
  locals: { ...at.locals, types: { ...at.locals.types, ...more } },
});

function compileExpression({ text }: { text: string }, at: LogicContext): Evaluate {
  const pointer = `${at.pointer}/text`;
  return evaluateProgram(compileText(at.compiling, { text, pointer }, 'expression', at.locals));
}

/** Entries have names of their own, but for the last, which may be what the context gives (DMN 10.2.2.4). */
function checkEntries(entries: readonly ContextEntry[], at: LogicContext): void {
  const names = entries.map(({ name }) => name);
  for (const [index, name] of names.entries()) {
    const say = (message: string) =>
      report(at.compiling, 'DEC-04', `${at.pointer}/entries/${index}`, message);
    if (name === undefined && index < names.length - 1)
      say('The result of a context is its last entry. Move it down, or name it.');
    else if (name !== undefined && names.indexOf(name) !== index)
      say(`The context has two entries "${name}". Rename one.`);
  }
}

/** An entry sees those before it. */
function compileContext({ entries }: Of<'context'>, at: LogicContext): Evaluate {
  checkEntries(entries, at);
  const known: Record<string, FeelType> = {};
  const compiled = entries.map((entry, index) => {
    const evaluate = compileEntry(entry, inside(at, `entries/${index}`, known));
    if (entry.name !== undefined) known[entry.name] = entryType(entry, at.types);
    return { name: entry.name, evaluate };
  });
  return (frame) => {
    const values = new Map<string, Feel>();
    const inner = withLocals(frame, values);
    for (const { name, evaluate } of compiled) {
      const value = evaluate(inner);
      if (name === undefined) return value;
      values.set(name, value);
    }
    return makeContext(values);
  };
}

const entryType = ({ type, logic }: ContextEntry, types: TypeBook): FeelType =>
  type === undefined ? logicType(logic, types) : feelTypeOf(types.named(type));

function compileEntry(entry: ContextEntry, at: LogicContext): Evaluate {
  const type = at.types.named(entry.type, `${at.pointer}/type`);
  const evaluate = compileLogic(entry.logic, inside(at, 'logic'));
  return (frame) => conformOrNull(evaluate(frame), type, frame, entry.name ?? 'The result of the context');
}

function compileList({ items }: Of<'list'>, at: LogicContext): Evaluate {
  const compiled = items.map((item, index) => compileLogic(item, inside(at, `items/${index}`)));
  return (frame) => compiled.map((evaluate) => evaluate(frame));
}

function compileRelation({ columns, rows }: Of<'relation'>, at: LogicContext): Evaluate {
  const types = columns.map(({ type }, index) => at.types.named(type, `${at.pointer}/columns/${index}/type`));
  const compiled = rows.map((row, index) => {
    if (row.length !== columns.length) {
      const message = `The row has ${row.length} cells for ${columns.length} columns.`;
      report(at.compiling, 'DEC-04', `${at.pointer}/rows/${index}`, message);
    }
    return row.map((cell, column) => compileLogic(cell, inside(at, `rows/${index}/${column}`)));
  });
  return (frame) =>
    compiled.map((row) =>
      makeContext(
        columns.map(({ name }, column) => {
          const value = (row[column] ?? nothing)(frame);
          return [name, conformOrNull(value, types[column] ?? anything, frame, name)];
        }),
      ),
    );
}

const isFunction = (value: Feel): value is FeelFunction => isObject(value) && value.kind === 'function';

function compileArgument({ name, type, logic }: Argument, at: LogicContext) {
  const check = at.types.named(type, `${at.pointer}/type`);
  const evaluate = compileLogic(logic, inside(at, 'logic'));
  return { name, evaluate: (frame: Frame) => conformOrNull(evaluate(frame), check, frame, name) };
}

function compileInvocation(logic: Of<'invocation'>, at: LogicContext): Evaluate {
  const text = { text: logic.function, pointer: `${at.pointer}/function` };
  const called = evaluateProgram(compileText(at.compiling, text, 'expression', at.locals));
  const given = logic.arguments.map((argument, index) =>
    compileArgument(argument, inside(at, `arguments/${index}`)),
  );
  return (frame) => {
    const target = called(frame);
    if (!isFunction(target)) {
      frame.run.report(`${logic.function} is no function, so it cannot be invoked.`);
      return null;
    }
    const unknown = given.find(({ name }) => !target.parameters.includes(name));
    if (unknown) {
      frame.run.report(`${logic.function} has no parameter "${unknown.name}".`);
      return null;
    }
    const values = new Map(given.map(({ name, evaluate }) => [name, evaluate(frame)]));
    return target.invoke(
      target.parameters.map((name) => values.get(name) ?? null),
      frame.run.budget,
    );
  };
}

function compileFunction({ parameters, body }: Of<'function'>, at: LogicContext): Evaluate {
  if (at.compiling.functions === 'confined') {
    report(at.compiling, 'DEC-04', at.pointer, 'Functions cannot be defined inside a decision of a cycle.');
  }
  const evaluate = compileLogic(body, inside(at, 'body', parameterTypes(parameters, at.types)));
  return makeFunction({ name: 'The function', parameters, evaluate }, at);
}

function compileConditional(logic: Of<'conditional'>, at: LogicContext): Evaluate {
  const test = compileLogic(logic.test, inside(at, 'test'));
  const yes = compileLogic(logic.yes, inside(at, 'yes'));
  const no = compileLogic(logic.no, inside(at, 'no'));
  return (frame) => (test(frame) === true ? yes(frame) : no(frame));
}

const asList = (value: Feel): readonly Feel[] => {
  if (value === null) return [];
  return isList(value) ? value : [value];
};

/** The names of an item's entries are not known before it runs: any name may be one. */
function compileFilter(logic: Of<'filter'>, at: LogicContext): Evaluate {
  const list = compileLogic(logic.in, inside(at, 'in'));
  const within = inside(at, 'match', { item: any });
  const match = compileLogic(logic.match, { ...within, locals: { ...within.locals, open: true } });
  return (frame) => {
    const value = list(frame);
    if (value === null) return null;
    return asList(value).filter((item) => {
      const locals = new Map<string, Feel>([['item', item], ...(isContext(item) ? entriesOf(item) : [])]);
      return match(withLocals(frame, locals)) === true;
    });
  };
}

function quantify(kind: 'some' | 'every', values: readonly Feel[]): Feel {
  const decisive = kind === 'some';
  if (values.some((value) => areEqual(value, decisive))) return decisive;
  return values.every((value) => value === !decisive) ? !decisive : null;
}

function compileIteration(logic: Of<'for' | 'some' | 'every'>, at: LogicContext): Evaluate {
  const list = compileLogic(logic.in, inside(at, 'in'));
  const partial: Record<string, FeelType> = logic.kind === 'for' ? { partial: any } : {};
  const body = compileLogic(logic.body, inside(at, 'body', { [logic.variable]: any, ...partial }));
  return (frame) => {
    const value = list(frame);
    if (value === null) return null;
    const results: Feel[] = [];
    for (const item of asList(value)) {
      const locals = new Map<string, Feel>([[logic.variable, item]]);
      if (logic.kind === 'for') locals.set('partial', [...results]);
      results.push(body(withLocals(frame, locals)));
    }
    return logic.kind === 'for' ? results : quantify(logic.kind, results);
  };
}

function compileUntyped(logic: DecisionLogic, at: LogicContext): Evaluate {
  switch (logic.kind) {
    case 'expression':
      return compileExpression(logic, at);
    case 'table': {
      const table = compileTable(logic, at);
      return (frame) => table(frame).value;
    }
    case 'context':
      return compileContext(logic, at);
    case 'list':
      return compileList(logic, at);
    case 'relation':
      return compileRelation(logic, at);
    case 'invocation':
      return compileInvocation(logic, at);
    case 'function':
      return compileFunction(logic, at);
    case 'conditional':
      return compileConditional(logic, at);
    case 'filter':
      return compileFilter(logic, at);
    case 'for':
    case 'some':
    case 'every':
      return compileIteration(logic, at);
    default:
      return unreachable(logic);
  }
}

/** What a function gives is not of the type of its value. */
export function compileLogic(logic: DecisionLogic, at: LogicContext): Evaluate {
  const evaluate = compileUntyped(logic, at);
  if (logic.type === undefined || logic.kind === 'function') return evaluate;
  const type = at.types.named(logic.type, `${at.pointer}/type`);
  return (frame) => conformOrNull(evaluate(frame), type, frame, 'The value');
}
