// Plain data: what crosses a door, is stored, and is compared byte for byte.
import { z } from 'zod';

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

export const jsonSchema: z.ZodType<Json> = z.json();
export const jsonObjectSchema: z.ZodType<JsonObject> = z.record(z.string(), jsonSchema);

/** Ends a switch over a union: a member that is not handled does not compile. */
export function unreachable(value: never): never {
  throw new Error(`A case is not handled: ${JSON.stringify(value)}`);
}
