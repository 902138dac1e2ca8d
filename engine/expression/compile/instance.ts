// `instance of` (DMN 10.3.2.9.5). Null is an instance of Null alone.
import type { TypeNode } from '../syntax/node.ts';
import type { FeelType } from '../types/feel-type.ts';
import { spend } from '../value/budget.ts';
import { entryOf } from '../value/context.ts';
import type { Feel } from '../value/feel.ts';
import { isContext, isList, isObject, kindOf } from '../value/kinds.ts';
import type { CompileNode } from './compiler.ts';
import { type Closure, type Run, warn } from './run.ts';

const kinds = new Set<string>([
  'number',
  'string',
  'boolean',
  'date',
  'time',
  'date and time',
  'days and time duration',
  'years and months duration',
  'list',
  'context',
  'range',
  'function',
]);

/** Other names of kinds that people use. */
const aliases: Record<string, string> = { 'date time': 'date and time', dateTime: 'date and time' };

type IsA = (run: Run, value: Feel) => boolean;

/** Types that a model defines, by name. */
export type OwnTypes = Readonly<Record<string, FeelType>>;

/** Undefined when there is no such type. */
export function typeTest(type: TypeNode, own: OwnTypes): IsA | undefined {
  switch (type.kind) {
    case 'named':
      return namedTest(type.name, own);
    case 'function':
      return (_, value) =>
        isObject(value) && value.kind === 'function' && value.parameters.length === type.arity;
    case 'list': {
      const item = typeTest(type.of, own);
      return item && listTest(item);
    }
    case 'range': {
      const end = typeTest(type.of, own);
      return end && rangeTest(end);
    }
    case 'context': {
      const entries = type.entries.map(({ name, type: asked }) => [name, typeTest(asked, own)] as const);
      return entries.every(isKnown) ? contextTest(entries) : undefined;
    }
  }
}

const isKnown = <Name>(entry: readonly [Name, IsA | undefined]): entry is readonly [Name, IsA] =>
  entry[1] !== undefined;

function namedTest(written: string, own: OwnTypes): IsA | undefined {
  if (Object.hasOwn(own, written)) return ownTest(own[written] ?? { kind: 'any' });
  const name = aliases[written] ?? written;
  if (name === 'Any') return isAny;
  if (name === 'Null') return (_, value) => value === null;
  if (name === 'duration') return (_, value) => kindOf(value).endsWith(' duration');
  return kinds.has(name) ? isOfKind(name) : undefined;
}

/** A value is one of a type of the model whatever values that allows. */
function ownTest(type: FeelType): IsA {
  switch (type.kind) {
    case 'any':
      return isAny;
    case 'list':
      return listTest(ownTest(type.of));
    case 'range':
      return rangeTest(ownTest(type.of));
    case 'context':
      return contextTest(Object.entries(type.fields).map(([name, field]) => [name, ownTest(field)] as const));
    default:
      return isOfKind(type.kind);
  }
}

const isAny: IsA = (_, value) => value !== null;

const isOfKind =
  (kind: string): IsA =>
  (_, value) =>
    kindOf(value) === kind;

/** What lies within a value may be null, whatever its type (10.3.2.9.4): a range without an end has null for it. */
function fits(run: Run, value: Feel, test: IsA): boolean {
  spend(run.budget, 1);
  return value === null || test(run, value);
}

const listTest =
  (item: IsA): IsA =>
  (run, value) =>
    isList(value) && value.every((each) => fits(run, each, item));

const rangeTest =
  (end: IsA): IsA =>
  (run, value) =>
    isObject(value) && value.kind === 'range' && fits(run, value.start, end) && fits(run, value.end, end);

const contextTest =
  (entries: readonly (readonly [name: string, test: IsA])[]): IsA =>
  (run, value) =>
    isContext(value) &&
    entries.every(([name, test]) => {
      const entry = entryOf(value, name);
      return entry !== undefined && fits(run, entry, test);
    });

export const compileInstance: CompileNode<'instance'> = (node, compiler): Closure => {
  const value = compiler.compile(node.value);
  const test = typeTest(node.type, compiler.ownTypes);
  if (!test) return (run) => warn(run, node, 'no-name', 'There is no such type.');
  return (run) => test(run, value(run));
};
