// Answers written into a mapping document. Pure; what is not said is left to the engine.
import type { Json, MigrationMapping } from '../../engine/index.ts';
import type { MappedKind } from './mapping-rows.ts';

export const emptyMapping: MigrationMapping = { schema: 'migration/1' };

/** A name of the new version, null to cancel, undefined to leave it to the engine. */
export type Answer = string | null | undefined;

export function answerFor(mapping: MigrationMapping, kind: MappedKind, id: string): Answer {
  const said = mapping[kind]?.[id];
  if (said === undefined || said === null || typeof said === 'string') return said;
  return Array.isArray(said) ? said[0] : said.to;
}

const without = <Value>(record: Record<string, Value>, key: string): Record<string, Value> =>
  Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));

const isRecord = (json: Json | undefined): json is Record<string, Json> =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

const segments = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));

function setIn(
  record: Record<string, Json>,
  [key, ...rest]: string[],
  value: Json | undefined,
): Record<string, Json> {
  if (key === undefined) return record;
  if (rest.length > 0) {
    const inner = record[key];
    return { ...record, [key]: setIn(isRecord(inner) ? inner : {}, rest, value) };
  }
  return value === undefined ? without(record, key) : { ...record, [key]: value };
}

export function valueAt(mapping: MigrationMapping, pointer: string): Json | undefined {
  let at: Json | undefined = JSON.parse(JSON.stringify(mapping));
  for (const key of segments(pointer)) at = isRecord(at) ? at[key] : undefined;
  return at;
}

/** `pointer` leads into the mapping, as a question of the report says it; undefined takes the answer away. */
export function withAnswer(
  mapping: MigrationMapping,
  pointer: string,
  value: Json | undefined,
): MigrationMapping {
  const { schema, ...said } = mapping;
  return { ...setIn(JSON.parse(JSON.stringify(said)), segments(pointer), value), schema };
}

const escaped = (part: string): string => part.replaceAll('~', '~0').replaceAll('/', '~1');

export const pointerFor = (kind: MappedKind, id: string): string => `/${kind}/${escaped(id)}`;

/** Where the same answer stands for one plan alone. */
export const pointerForPlan = (planId: string, pointer: string): string =>
  `/plans/${escaped(planId)}${pointer}`;
