// What all resources share on the wire.
import { z } from '@hono/zod-openapi';

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
export { z };
