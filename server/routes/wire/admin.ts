// Running the server, on the wire.
import { z } from '@hono/zod-openapi';
import { keyScopes } from '../../access/key-scopes.ts';
import { personRefSchema } from './common.ts';

const keyScope = z.enum(keyScopes);

export const newApiKeyWire = z
  .strictObject({
    name: z.string().trim().min(1).max(80),
    scopes: z.array(keyScope).min(1).max(keyScopes.length),
    /** How long it lasts; no key lasts longer than a year. */
    days: z.int().min(1).max(365).default(90),
  })
  .openapi('NewApiKey');
export const apiKeyWire = z
  .object({
    id: z.string(),
    name: z.string(),
    /** How the key begins. */
    prefix: z.string(),
    scopes: z.array(keyScope),
    state: z.enum(['live', 'expired', 'revoked']),
    createdAt: z.string(),
    createdBy: personRefSchema,
    expiresAt: z.string(),
    /** To the minute. */
    lastUsedAt: z.string().nullable(),
    revokedAt: z.string().nullable(),
  })
  .openapi('ApiKey');
export const madeApiKeyWire = apiKeyWire
  .extend({ secret: z.string().nullable(), secretNotice: z.string().optional() })
  .openapi('MadeApiKey');
