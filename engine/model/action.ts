// What a cycle does: actions, the events that they raise and hear, whom they reach, and the texts, times and
// expressions that they are written in.
import { z } from 'zod';
import { slugSchema } from './ids.ts';

export const feel = z.string().trim().min(1).max(4096);
export const text = z.string().max(4000);
/** Dotted and past tense: task.agree-plan.completed, observation.recorded, com.example.sla-breached. */
export const eventTypeSchema = z
  .string()
  .max(200)
  .regex(/^[a-zA-Z0-9_-]+(\.[a-zA-Z0-9_-]+)*$/, 'Use words joined by dots, such as observation.recorded.');
/** The type of an event, or with a star at its end all that begin so: `task.*`, or `*` for every event. */
export const eventDescriptorSchema = z
  .string()
  .max(200)
  .regex(
    /^(\*|[a-zA-Z0-9_-]+(\.[a-zA-Z0-9_-]+)*(\.\*)?)$/,
    'Use words joined by dots, such as observation.recorded, or a star at the end, such as observation.*.',
  );
/** ISO 8601 (P10D, PT4H, -P2D), working days (10bd, -3bd), or, for a delay, FEEL that gives a date or a duration. */
export const span = z.string().trim().min(1).max(4096);

/**
 * Who works a task: owner, manager, manager.manager (any depth), peers(n), reports, sponsor,
 * role:<role>, person:<id>, or FEEL that gives one of these as text.
 */
export const assigneeSchema = z.string().trim().min(1).max(500);

export const data = z.record(z.string().min(1).max(100), feel);
export const timerId = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,99}$/);
/** The action is left out unless it holds just then. */
const guard = feel.optional();

export const actionSchema = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('set'),
    guard,
    variable: z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/),
    value: feel,
  }),
  /** `outcome` gives what people decided over the figures: below, meets or exceeds; null lets the figures stand. */
  z.strictObject({ do: z.literal('appraise'), guard, outcome: feel.optional() }),
  /**
   * Without `delay` heard in this step. With it, heard once the time has come, wherever the plan is then;
   * `cancel` with the same `id` calls it off.
   */
  z.strictObject({
    do: z.literal('raise'),
    guard,
    event: eventTypeSchema,
    data: data.optional(),
    delay: span.optional(),
    id: timerId.optional(),
  }),
  z.strictObject({ do: z.literal('cancel'), guard, id: timerId }),
  /** `message` is text; {{ FEEL }} inside it is replaced by its value. */
  z.strictObject({ do: z.literal('notify'), guard, to: assigneeSchema, message: text.min(1) }),
  z.strictObject({ do: z.literal('emit'), guard, event: eventTypeSchema, data: data.optional() }),
  /** Given once per key; without `key` once per round, told apart by its title. `amount` is what it costs of the budget. */
  z.strictObject({
    do: z.literal('reward'),
    guard,
    title: text.min(1),
    key: feel.optional(),
    amount: feel.optional(),
  }),
  z.strictObject({ do: z.literal('intervene'), guard, title: text.min(1), cause: feel.optional() }),
  z.strictObject({
    do: z.literal('start'),
    guard,
    cycle: slugSchema,
    for: z.enum(['component', 'children', 'parent']),
  }),
  /** Moves an armed timer to now + delay. */
  z.strictObject({ do: z.literal('reschedule'), guard, timer: z.string().min(1), delay: span }),
]);
export type Action = z.infer<typeof actionSchema>;
