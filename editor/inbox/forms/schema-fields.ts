// Reads a JSON Schema of type object into the fields that a person fills in.
import type { JsonObject } from '../../../engine/index.ts';

export interface Field {
  key: string;
  label: string;
  about: string | undefined;
  required: boolean;
  kind: 'text' | 'long-text' | 'number' | 'boolean' | 'choice' | 'date' | 'json';
  choices: string[];
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';

const longText = 200;

function kindOf(schema: Record<string, unknown>, choices: string[]): Field['kind'] {
  if (choices.length > 0) return 'choice';
  if (schema.type === 'number' || schema.type === 'integer') return 'number';
  if (schema.type === 'boolean') return 'boolean';
  if (schema.type !== 'string') return 'json';
  if (schema.format === 'date') return 'date';
  return typeof schema.maxLength === 'number' && schema.maxLength <= longText ? 'text' : 'long-text';
}

const sentence = (key: string): string => {
  const words = key
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/[-_]/g, ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** A choice that is written as a key, such as not-yet, reads as words; any other stays as it was written. */
export const choiceWords = (choice: string): string =>
  /^[a-z0-9]+([-_][a-z0-9]+)+$/.test(choice) ? sentence(choice) : choice;

export function fieldsOf(form: unknown): Field[] {
  if (!isRecord(form) || !isRecord(form.properties)) return [];
  const required = Array.isArray(form.required) ? form.required : [];
  return Object.entries(form.properties).flatMap(([key, schema]) => {
    if (!isRecord(schema)) return [];
    const choices = Array.isArray(schema.enum) ? schema.enum.filter(isText) : [];
    return [
      {
        key,
        label: isText(schema.title) ? schema.title : sentence(key),
        about: isText(schema.description) ? schema.description : undefined,
        required: required.includes(key),
        kind: kindOf(schema, choices),
        choices,
      },
    ];
  });
}

/** Not to press a switch is an answer too. */
export const emptyAnswer = (fields: readonly Field[]): JsonObject =>
  Object.fromEntries(fields.flatMap(({ key, kind }) => (kind === 'boolean' ? [[key, false]] : [])));
