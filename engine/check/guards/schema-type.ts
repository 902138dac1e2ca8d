// The type of a form's result in FEEL, read from the form's JSON Schema.
import {
  any,
  boolean,
  contextOf,
  type FeelType,
  joinAll,
  listOf,
  nullType,
  number,
  text,
} from '../../expression/types/feel-type.ts';
import type { Json } from '../../model/json.ts';

type Fields = { [key: string]: Json };
const isFields = (value: Json | undefined): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function typeOfScalar(value: Json): FeelType {
  switch (typeof value) {
    case 'number':
      return number;
    case 'string':
      return text;
    case 'boolean':
      return boolean;
    default:
      return value === null ? nullType : any;
  }
}

function contextType({ properties, additionalProperties }: Fields): FeelType {
  const known = isFields(properties) ? Object.entries(properties) : [];
  return contextOf(
    Object.fromEntries(known.map(([name, schema]) => [name, schemaType(schema)])),
    additionalProperties !== false,
  );
}

export function schemaType(schema: Json | undefined): FeelType {
  if (!isFields(schema)) return any;
  if (Array.isArray(schema.enum)) return joinAll(schema.enum.map(typeOfScalar));
  if (schema.const !== undefined) return typeOfScalar(schema.const);
  if (Array.isArray(schema.anyOf)) return joinAll(schema.anyOf.map(schemaType));
  switch (schema.type) {
    case 'boolean':
      return boolean;
    case 'integer':
    case 'number':
      return number;
    case 'string':
      return text;
    case 'null':
      return nullType;
    case 'array':
      return listOf(schemaType(schema.items));
    case 'object':
      return contextType(schema);
    default:
      return any;
  }
}
