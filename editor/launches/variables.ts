// A cycle's variables as fields: their names in words, the kind of field, and which differ from the cycle's own values.
import { type Json, type JsonObject, jsonSchema } from '../../engine/index.ts';

/** "maxRounds" → "Max rounds". */
export function variableName(key: string): string {
  const words = key
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export type VariableKind = 'number' | 'text' | 'switch' | 'json';
export function kindOf(value: Json): VariableKind {
  if (typeof value === 'number') return 'number';
  if (typeof value === 'string') return 'text';
  return typeof value === 'boolean' ? 'switch' : 'json';
}

/** Null: the text is no JSON yet. */
export function readJson(text: string): { value: Json } | null {
  try {
    const read = jsonSchema.safeParse(JSON.parse(text));
    return read.success ? { value: read.data } : null;
  } catch {
    return null;
  }
}

const isSame = (a: Json | undefined, b: Json | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);

/** A value that is the cycle's own again is left out, so that the version decides. */
export function withVariable(
  changed: JsonObject,
  { key, value, own }: { key: string; value: Json; own: Json | undefined },
): JsonObject {
  const { [key]: _, ...others } = changed;
  return isSame(value, own) ? others : { ...others, [key]: value };
}
