// Attributes of people on the wire: for HR alone.
import { z } from '@hono/zod-openapi';

const value = z.string().trim().min(1).max(100);
const allowed = z
  .array(value)
  .min(2)
  .max(50)
  .refine((values) => new Set(values).size === values.length, 'Every value stands once.');

export const attributeWire = z
  .object({ id: z.string(), name: z.string(), allowed: z.array(z.string()) })
  .openapi('Attribute');
export const attributePutWire = z
  .strictObject({ name: z.string().trim().min(1).max(100), allowed })
  .openapi('NewAttribute');
export const attributeIdParam = z.object({
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'An id has small letters, digits and hyphens, such as gender.'),
});

export const personValueWire = z
  .object({ id: z.string(), name: z.string(), email: z.string(), value: z.string().nullable() })
  .openapi('PersonAttribute');
/** Null takes the value away. */
export const valuesWire = z
  .strictObject({
    values: z
      .array(
        z.strictObject({
          personId: z.string().optional(),
          /** Instead of the id. */
          email: z.string().optional(),
          value: value.nullable(),
        }),
      )
      .min(1)
      .max(20_000),
  })
  .openapi('AttributeValues');
export const valuesSetWire = z.object({ changed: z.int(), unchanged: z.int() }).openapi('AttributeValuesSet');

export const attributeFileWire = z
  .strictObject({
    /** CSV with a column of e-mail addresses and one column for each attribute, called by its id or name. */
    content: z.string().max(5_000_000),
    dryRun: z.boolean().default(false),
  })
  .openapi('AttributeFile');
