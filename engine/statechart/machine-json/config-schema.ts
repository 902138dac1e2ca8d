// XState 5 machine configuration as JSON, as Stately exports it: what of it is read. Anything may stand beside that.
import { z } from 'zod';
import { jsonObjectSchema } from '../../model/json.ts';

const text = z.string().max(4000);

const namedSchema = z.union([text, z.looseObject({ type: text, params: z.unknown().optional() })]);
/** A guard or an action: a name, or a name with parameters. */
export type Named = z.infer<typeof namedSchema>;

const several = <T extends z.ZodType>(one: T) => z.union([one, z.array(one)]);

const transitionSchema = z.looseObject({
  target: several(text).nullish(),
  guard: namedSchema.optional(),
  actions: several(namedSchema).optional(),
  reenter: z.boolean().optional(),
  description: text.optional(),
  meta: z.unknown().optional(),
});
export type TransitionJson = z.infer<typeof transitionSchema>;

const transitionsSchema = z.union([text, transitionSchema, z.array(z.union([text, transitionSchema]))]);
export type TransitionsJson = z.infer<typeof transitionsSchema>;

const initialSchema = z.union([
  text,
  z.looseObject({ target: several(text), actions: several(namedSchema).optional() }),
]);

const shape = {
  id: text.optional(),
  type: z.enum(['atomic', 'compound', 'parallel', 'final', 'history']).optional(),
  history: z.union([z.enum(['shallow', 'deep']), z.boolean()]).optional(),
  target: several(text).optional(),
  initial: initialSchema.optional(),
  entry: several(namedSchema).optional(),
  exit: several(namedSchema).optional(),
  on: z.record(text, transitionsSchema).optional(),
  after: z.record(text, transitionsSchema).optional(),
  always: transitionsSchema.optional(),
  onDone: transitionsSchema.optional(),
  invoke: z.unknown().optional(),
  output: z.unknown().optional(),
  description: text.optional(),
  meta: z.unknown().optional(),
};
const flatSchema = z.looseObject(shape);
export type StateJson = z.infer<typeof flatSchema> & { states?: Record<string, StateJson> | undefined };

const stateSchema: z.ZodType<StateJson> = z.lazy(() =>
  z.looseObject({ ...shape, states: z.record(text, stateSchema).optional() }),
);

export const machineSchema = z.lazy(() =>
  z.looseObject({
    ...shape,
    states: z.record(text, stateSchema).optional(),
    context: jsonObjectSchema.optional(),
  }),
);
export type MachineJson = z.infer<typeof machineSchema>;

export const asList = <T>(given: T | readonly T[] | null | undefined): readonly T[] => {
  if (given === undefined || given === null) return [];
  return Array.isArray(given) ? given : [given as T];
};

/** What a cycle has and XState has no word for stands under this key of `meta`. */
export const metaKey = 'cyclewright';

export function ownMeta(meta: unknown): Record<string, unknown> {
  const own: unknown = typeof meta === 'object' && meta !== null ? Reflect.get(meta, metaKey) : undefined;
  return typeof own === 'object' && own !== null ? { ...own } : {};
}
