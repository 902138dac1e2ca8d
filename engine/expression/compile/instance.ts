// `instance of` (DMN 10.3.2.9.5). Null is an instance of Null alone.
import type { TypeNode } from '../syntax/node.ts';
import { spend } from '../value/budget.ts';
import { entryOf } from '../value/context.ts';
import type { Feel } from '../value/feel.ts';
import { isContext, isList, kindOf } from '../value/kinds.ts';
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

/** Undefined when there is no such type. */
export function typeTest(type: TypeNode): IsA | undefined {
  switch (type.kind) {
    case 'named':
      return namedTest(aliases[type.name] ?? type.name);
    case 'function':
      return (_, value) => kindOf(value) === 'function';
    case 'list': {
      const item = typeTest(type.of);
      return item && ((run, value) => isList(value) && value.every((each) => isItem(run, each, item)));
    }
    case 'context':
      return contextTest(type.entries);
  }
}

function isItem(run: Run, value: Feel, test: IsA): boolean {
  spend(run.budget, 1);
  return test(run, value);
}

function namedTest(name: string): IsA | undefined {
  if (name === 'Any') return (_, value) => value !== null;
  if (name === 'Null') return (_, value) => value === null;
  if (name === 'duration') return (_, value) => kindOf(value).endsWith(' duration');
  return kinds.has(name) ? (_, value) => kindOf(value) === name : undefined;
}

function contextTest(entries: readonly { name: string; type: TypeNode }[]): IsA | undefined {
  const tests = entries.map(({ name, type }) => ({ name, test: typeTest(type) }));
  if (tests.some(({ test }) => test === undefined)) return undefined;
  return (run, value) =>
    isContext(value) &&
    tests.every(({ name, test }) => {
      const entry = entryOf(value, name);
      return entry !== undefined && isItem(run, entry, test ?? (() => false));
    });
}

export const compileInstance: CompileNode<'instance'> = (node, compiler): Closure => {
  const value = compiler.compile(node.value);
  const test = typeTest(node.type);
  if (!test) return (run) => warn(run, node, 'no-name', 'There is no such type.');
  return (run) => test(run, value(run));
};
