// What a search by name finds, on the wire.
import { z } from './common.ts';

export const searchQuery = z.object({
  q: z.string().trim().min(1).max(200),
  /** Of each kind, at most. */ limit: z.coerce.number().int().min(1).max(20).default(8),
});
export const searchWire = z
  .object({
    tasks: z.array(z.object({ id: z.string(), title: z.string(), componentName: z.string() })),
    plans: z.array(
      z.object({
        id: z.string(),
        componentName: z.string(),
        cycleName: z.string(),
        status: z.string(),
      }),
    ),
    components: z.array(z.object({ id: z.string(), name: z.string(), kind: z.string() })),
    people: z.array(z.object({ id: z.string(), name: z.string(), email: z.string() })),
  })
  .openapi('Found');
