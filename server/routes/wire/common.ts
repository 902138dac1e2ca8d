// What all resources share on the wire.
import { z } from '@hono/zod-openapi';
import { jsonObjectSchema } from '../../../engine/index.ts';

export const pageQuery = z.object({
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
/** A page of a list; `nextCursor` null is the last page. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });
/** As `pageOf`; `count` is how many there are in all, when it was asked for. */
export const countedPageOf = <Item extends z.ZodType>(item: Item) =>
  pageOf(item).extend({ count: z.int().optional() });
/** true: the answer says how many there are in all. */
export const countQuery = z.object({ count: z.enum(['true', 'false']).optional() });
/** The orders of a list, each also the other way round with a minus before it. */
export const sortBy = <Name extends string>(...names: [Name, ...Name[]]) =>
  z.enum([...names, ...names.map((name) => `-${name}` as const)]);

export const idParam = z.object({ id: z.string().min(1).max(200) });
export const personRefSchema = z.object({ id: z.string(), name: z.string() });
export const json = z.any().openapi({ description: 'Any JSON' });
/** Described as any object: the schema of JSON contains itself, which the OpenAPI generator cannot follow. */
export const jsonObject = jsonObjectSchema
  .clone()
  .openapi({ type: 'object', description: 'Any JSON object' });
export { z };

/** Why a person steps in, in their own words. */
export const reasonWire = z.string().trim().min(1, 'Say why; it is kept with the plan.').max(500);
