// What a field of a form's result can hold, read from the form's JSON Schema.
import type { Domain } from '../../expression/guards/guard.ts';
import type { Json } from '../../model/json.ts';

const unknown: Domain = { kind: 'unknown' };

type Fields = { [key: string]: Json };
const isFields = (value: Json | undefined): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isScalar = (value: Json): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value);

const numberAt = (schema: Fields, key: string): number | undefined => {
  const value = schema[key];
  return typeof value === 'number' ? value : undefined;
};

export const orAbsent = (domain: Domain): Domain =>
  domain.kind === 'unknown' ? domain : { ...domain, nullable: true };

function choiceOf(values: readonly Json[]): Domain {
  const given = values.filter((value) => value !== null);
  const nullable = given.length < values.length;
  return given.every(isScalar) ? { kind: 'choice', values: given, nullable } : unknown;
}

function numberOf(schema: Fields): Domain {
  const min = numberAt(schema, 'minimum') ?? numberAt(schema, 'exclusiveMinimum');
  const max = numberAt(schema, 'maximum') ?? numberAt(schema, 'exclusiveMaximum');
  return {
    kind: 'number',
    whole: schema.type === 'integer',
    nullable: false,
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
  };
}

/** `anyOf` of one schema and null, as optional values are often written. */
function alternativeOf(all: readonly Json[]): Domain {
  const others = all.filter((one) => isFields(one) && one.type !== 'null');
  const [only] = others;
  if (others.length !== 1 || !isFields(only)) return unknown;
  return others.length < all.length ? orAbsent(valueDomain(only)) : valueDomain(only);
}

function valueDomain(schema: Fields): Domain {
  if (Array.isArray(schema.enum)) return choiceOf(schema.enum);
  if (schema.const !== undefined) return choiceOf([schema.const]);
  if (Array.isArray(schema.anyOf)) return alternativeOf(schema.anyOf);
  switch (schema.type) {
    case 'boolean':
      return { kind: 'choice', values: [true, false], nullable: false };
    case 'integer':
    case 'number':
      return numberOf(schema);
    case 'string':
      return { kind: 'text', nullable: false };
    default:
      return unknown;
  }
}

/** `path` are the keys from the whole result to the field. */
export function schemaDomain(schema: Json | undefined, path: readonly string[]): Domain {
  if (!isFields(schema)) return unknown;
  const [key, ...rest] = path;
  if (key === undefined) return valueDomain(schema);
  const { properties, required } = schema;
  const field = isFields(properties) ? properties[key] : undefined;
  // A key that no property names may still be given, or is simply absent.
  if (field === undefined)
    return schema.additionalProperties === false ? { kind: 'choice', values: [], nullable: true } : unknown;
  const inner = schemaDomain(field, rest);
  return Array.isArray(required) && required.includes(key) ? inner : orAbsent(inner);
}
