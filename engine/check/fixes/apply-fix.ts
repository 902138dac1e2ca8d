// A fix applied to a cycle: its commands in order, as JSON Patch says (RFC 6902), and the door again at the end.
import type { Cycle } from '../../model/cycle.ts';
import type { Json } from '../../model/json.ts';
import type { DocumentCommand, Fix } from '../../model/problem.ts';
import { parseCycle } from '../../statechart/document/parse-cycle.ts';

export type FixedCycle = { kind: 'fixed'; cycle: Cycle } | { kind: 'refused'; reason: string };

const keysOf = (path: string): string[] =>
  path
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));

class NotThereError extends Error {}

const isContext = (value: Json | undefined): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function placeIn(list: readonly Json[], key: string, { op }: DocumentCommand): number {
  const place = key === '-' && op === 'add' ? list.length : Number(key);
  const last = op === 'add' ? list.length : list.length - 1;
  if (!Number.isInteger(place) || place < 0 || place > last || key === '') throw new NotThereError();
  return place;
}

function changeList(list: readonly Json[], key: string, command: DocumentCommand): Json[] {
  const place = placeIn(list, key, command);
  if (command.op === 'remove') return list.toSpliced(place, 1);
  return list.toSpliced(place, command.op === 'add' ? 0 : 1, command.value);
}

function changeContext(
  context: { [key: string]: Json },
  key: string,
  command: DocumentCommand,
): { [key: string]: Json } {
  if (command.op !== 'add' && !Object.hasOwn(context, key)) throw new NotThereError();
  if (command.op !== 'remove') return { ...context, [key]: command.value };
  const { [key]: _gone, ...rest } = context;
  return rest;
}

function changed(value: Json | undefined, [key, ...rest]: readonly string[], command: DocumentCommand): Json {
  if (key === undefined) throw new NotThereError();
  if (Array.isArray(value)) {
    if (rest.length === 0) return changeList(value, key, command);
    const place = Number(key);
    return value.with(place, changed(value[place], rest, command));
  }
  if (!isContext(value)) throw new NotThereError();
  if (rest.length === 0) return changeContext(value, key, command);
  if (!Object.hasOwn(value, key)) throw new NotThereError();
  return { ...value, [key]: changed(value[key], rest, command) };
}

/** Refused when the document has changed since, so that the fix has lost its place. */
export function applyFix(cycle: Cycle, { commands }: Fix): FixedCycle {
  try {
    const plain: Json = JSON.parse(JSON.stringify(cycle));
    const next = commands.reduce(
      (document, command) => changed(document, keysOf(command.path), command),
      plain,
    );
    const parsed = parseCycle(next);
    if (parsed.kind === 'parsed') return { kind: 'fixed', cycle: parsed.cycle };
    return { kind: 'refused', reason: parsed.problems[0]?.message ?? 'The result is no cycle.' };
  } catch (cause) {
    if (!(cause instanceof NotThereError) && !(cause instanceof RangeError)) throw cause;
    return { kind: 'refused', reason: 'The cycle has changed where this would mend it. Check it again.' };
  }
}
