// The first run on the wire.
import { z } from '@hono/zod-openapi';
import { personSchema } from '../../../engine/index.ts';
import { personWire } from './organisation.ts';

export const setupWire = z
  .object({
    /** empty: nobody has chosen what to do with this folder yet. */
    state: z.enum(['empty', 'ready']),
    /** Anybody on this computer may sign in as one of the demo people. */
    demo: z.boolean(),
    /** The sample organisation may be loaded: the folder is empty and only this computer can reach the server. */
    demoAllowed: z.boolean(),
    demoPeople: z.array(personWire),
  })
  .openapi('Setup');
export const signInAsWire = z.strictObject({ personId: z.string().min(1).max(200) }).openapi('DemoSignIn');
export const firstAdminWire = z
  .strictObject({
    name: personSchema.shape.name,
    email: personSchema.shape.email,
    password: z.string().min(12, 'Use at least 12 characters.').max(128),
  })
  .openapi('FirstAdmin');
