// A task's form as a list of fields, and every change of it: the JSON Schema of the document is the only truth, and
// what a field says besides (such as a pattern) is kept.
import type { Json, JsonObject } from '../../../engine/index.ts';
import { t } from '../../language/say.ts';

export const fieldKinds = ['text', 'long-text', 'number', 'whole', 'boolean', 'choice', 'date'] as const;
export type FieldKind = (typeof fieldKinds)[number];

export interface FormField {
  key: string;
  title: string | null;
  about: string | null;
  required: boolean;
  /** Null: a JSON Schema that is none of these. */
  kind: FieldKind | null;
  choices: string[];
}

/** What a patch leaves out stays as it is. */
export type FieldPatch = Partial<Pick<FormField, 'title' | 'about' | 'required' | 'kind' | 'choices'>>;

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const textOr = (value: Json | undefined): string | null => (typeof value === 'string' ? value : null);
const textsIn = (value: Json | undefined): string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];

/** A text this long is written on one line. */
const oneLine = 200;

/** The keys of a schema that say which kind it is; the others are kept when the kind changes. */
const kindKeys = ['type', 'format', 'enum', 'maxLength', 'minLength', 'minimum', 'maximum', 'pattern'];

const schemaOf: Record<FieldKind, JsonObject> = {
  text: { type: 'string', maxLength: oneLine },
  'long-text': { type: 'string' },
  number: { type: 'number' },
  whole: { type: 'integer' },
  boolean: { type: 'boolean' },
  choice: { type: 'string', enum: [t('First'), t('Second')] },
  date: { type: 'string', format: 'date' },
};

function kindOf({ type, format, enum: values, maxLength }: JsonObject): FieldKind | null {
  if (Array.isArray(values)) return values.every((value) => typeof value === 'string') ? 'choice' : null;
  switch (type) {
    case 'number':
      return 'number';
    case 'integer':
      return 'whole';
    case 'boolean':
      return 'boolean';
    case 'string':
      if (format === 'date') return 'date';
      return typeof maxLength === 'number' && maxLength <= oneLine ? 'text' : 'long-text';
    default:
      return null;
  }
}

const propertiesOf = ({ properties }: JsonObject): [string, JsonObject][] =>
  isObject(properties)
    ? Object.entries(properties).flatMap(([key, schema]) => (isObject(schema) ? [[key, schema]] : []))
    : [];

export function fieldsIn(form: JsonObject): FormField[] {
  const required = textsIn(form.required);
  return propertiesOf(form).map(([key, schema]) => ({
    key,
    title: textOr(schema.title),
    about: textOr(schema.description),
    required: required.includes(key),
    kind: kindOf(schema),
    choices: textsIn(schema.enum),
  }));
}

function withFields(form: JsonObject, properties: [string, JsonObject][], required: string[]): JsonObject {
  const { required: _, ...others } = form;
  return {
    ...others,
    type: 'object',
    properties: Object.fromEntries(properties),
    ...(required.length > 0 ? { required } : {}),
  };
}

const withText = (schema: JsonObject, key: string, text: string | null | undefined): JsonObject => {
  if (text === undefined) return schema;
  const { [key]: _, ...others } = schema;
  return text === null || text === '' ? others : { ...others, [key]: text };
};

function patchSchema(schema: JsonObject, { title, about, kind, choices }: FieldPatch): JsonObject {
  const titled = withText(withText(schema, 'title', title), 'description', about);
  const turned =
    kind && kind !== kindOf(schema)
      ? {
          ...Object.fromEntries(Object.entries(titled).filter(([key]) => !kindKeys.includes(key))),
          ...schemaOf[kind],
        }
      : titled;
  return choices ? { ...turned, enum: choices } : turned;
}

export function setField(form: JsonObject, key: string, patch: FieldPatch): JsonObject {
  const properties = propertiesOf(form).map(([each, schema]): [string, JsonObject] => [
    each,
    each === key ? patchSchema(schema, patch) : schema,
  ]);
  const others = textsIn(form.required).filter((each) => each !== key);
  const isRequired = patch.required ?? textsIn(form.required).includes(key);
  // In the order of the fields, so that the same form is the same text.
  const order = properties
    .map(([each]) => each)
    .filter((each) => others.includes(each) || (each === key && isRequired));
  return withFields(form, properties, order);
}

/** A key as expressions say it: rating, whatHappened. */
export function keyFrom(title: string, taken: readonly string[]): string {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9 ]+/g, ' ')
    .trim()
    .split(/ +/);
  const joined = words
    .map((word, index) =>
      index === 0 ? word.toLowerCase() : word.charAt(0).toUpperCase() + word.slice(1).toLowerCase(),
    )
    .join('');
  const key = /^[a-z]/.test(joined) ? joined.slice(0, 60) : 'field';
  if (!taken.includes(key)) return key;
  let number = 2;
  while (taken.includes(`${key}${number}`)) number += 1;
  return `${key}${number}`;
}

export function addField(form: JsonObject, kind: FieldKind, title: string): JsonObject {
  const properties = propertiesOf(form);
  const key = keyFrom(
    title,
    properties.map(([each]) => each),
  );
  return withFields(form, [...properties, [key, { title, ...schemaOf[kind] }]], textsIn(form.required));
}

export function removeField(form: JsonObject, key: string): JsonObject {
  const properties = propertiesOf(form).filter(([each]) => each !== key);
  return withFields(
    form,
    properties,
    textsIn(form.required).filter((each) => each !== key),
  );
}

export function moveField(form: JsonObject, key: string, by: 1 | -1): JsonObject {
  const properties = propertiesOf(form);
  const from = properties.findIndex(([each]) => each === key);
  const moved = properties[from];
  if (!moved || from + by < 0 || from + by >= properties.length) return form;
  return withFields(
    form,
    properties.toSpliced(from, 1).toSpliced(from + by, 0, moved),
    textsIn(form.required),
  );
}

/** Null when the key cannot be used. */
export function renameField(form: JsonObject, key: string, to: string): JsonObject | null {
  const properties = propertiesOf(form);
  const isFree = to === key || properties.every(([each]) => each !== to);
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(to) || !isFree) return null;
  return withFields(
    form,
    properties.map(([each, schema]) => [each === key ? to : each, schema]),
    textsIn(form.required).map((each) => (each === key ? to : each)),
  );
}
