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

export const idParam = z.object({ id: z.string().min(1).max(200) });
export const personRefSchema = z.object({ id: z.string(), name: z.string() });
export const json = z.any().openapi({ description: 'Any JSON' });
/** Described as any object: the schema of JSON contains itself, which the OpenAPI generator cannot follow. */
export const jsonObject = jsonObjectSchema
  .clone()
  .openapi({ type: 'object', description: 'Any JSON object' });
export { z };
