// Guards and actions of a machine, which XState knows by name. Ours carry what they do; others stay names, as a
// variable that somebody sets, or as an event that somebody hears.
import type { ImportProblem } from '../../interchange/import-result.ts';
import { makeNaming } from '../../interchange/names.ts';
import { type Action, actionSchema, eventTypeSchema } from '../../model/action.ts';
import type { Severity } from '../../model/problem.ts';
import { asList, type Named } from './config-schema.ts';
import type { StateTree } from './state-tree.ts';

export interface Reading {
  tree: StateTree;
  problems: ImportProblem[];
  /** The machine has become a stage, because a cycle as a whole could not do what it does. */
  isWrapped: boolean;
  /** Guards that are only names, as variables. */
  guards: ReturnType<typeof makeNaming>;
}

export function complain(
  { problems }: Pick<Reading, 'problems'>,
  code: string,
  place: string,
  message: string,
  severity: Severity = 'error',
): void {
  problems.push({ code: `XSTATE-${code}`, severity, place: place || '/', message });
}

export const beginNames = () =>
  makeNaming(
    (name) =>
      name
        .replace(/[^A-Za-z0-9_]+/g, '_')
        .replace(/^(?=\d)/, '_')
        .replace(/^_*$/, 'guard'),
    '_',
  );

const typeOf = (given: Named): string => (typeof given === 'string' ? given : given.type);
const paramsOf = (given: Named): Record<string, unknown> => {
  const params: unknown = typeof given === 'string' ? {} : given.params;
  return typeof params === 'object' && params !== null ? { ...params } : {};
};

export function readGuard(reading: Reading, given: Named | undefined, place: string): string | undefined {
  if (given === undefined) return undefined;
  const { expression } = paramsOf(given);
  if (typeOf(given) === 'feel' && typeof expression === 'string') return expression;
  const variable = reading.guards.name(typeOf(given));
  const message = `The guard "${typeOf(given)}" is only a name here. It has become the variable "${variable}", which is false: write what it asks for.`;
  complain(reading, 'guard', place, message, 'warning');
  return `${variable} = true`;
}

function readRaise(given: Named): Action | null {
  if (!/^(xstate\.)?raise$/.test(typeOf(given))) return null;
  const event: unknown = paramsOf(given).event ?? (typeof given === 'string' ? undefined : given.event);
  const type: unknown = typeof event === 'object' && event !== null ? Reflect.get(event, 'type') : event;
  return typeof type === 'string' && eventTypeSchema.safeParse(type).success
    ? { do: 'raise', event: type }
    : null;
}

function readAction(reading: Reading, given: Named, place: string): Action[] {
  const type = typeOf(given);
  const own = actionSchema.safeParse({ ...paramsOf(given), do: type });
  if (own.success) return [own.data];
  const raise = readRaise(given);
  if (raise) return [raise];
  const event = type
    .replace(/[^A-Za-z0-9_.-]+/g, '-')
    .replace(/^[.-]+|[.-]+$/g, '')
    .replace(/\.{2,}/g, '.');
  if (type.startsWith('xstate.') || !eventTypeSchema.safeParse(event).success) {
    complain(reading, 'action', place, `The action "${type}" has no counterpart in a cycle.`);
    return [];
  }
  const message = `The action "${type}" is only a name here. It tells subscribers of the event "${event}": choose what it does.`;
  complain(reading, 'action', place, message, 'warning');
  return [{ do: 'emit', event }];
}

export const readActions = (
  reading: Reading,
  given: Named | readonly Named[] | undefined,
  place: string,
): Action[] =>
  asList<Named>(given).flatMap((action, index) => readAction(reading, action, `${place}/${index}`));
