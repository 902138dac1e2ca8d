// Validates most requests in one layer. The library has a layer for each part of a request, with promises of its own and a
// slower way through each schema: for one event they cost more than its history does.
import type { RouteConfig } from '@hono/zod-openapi';
import type { Context, Handler, MiddlewareHandler } from 'hono';
import { z } from 'zod';
import type { Env } from './env.ts';
import { toInvalid } from './invalid.ts';

interface Parts {
  params: z.ZodType | undefined;
  json: z.ZodType | undefined;
}

/** Null: the request has other parts than these, or none. */
function partsOf({ params, body, ...others }: NonNullable<RouteConfig['request']>): Parts | null {
  if (Object.keys(others).length > 0) return null;
  if (!body) return params ? { params, json: undefined } : null;
  const { 'application/json': json, ...otherTypes } = body.content;
  const schema = json && 'schema' in json ? json.schema : null;
  const isPlain = body.required && Object.keys(otherTypes).length === 0;
  return isPlain && schema instanceof z.ZodType ? { params, json: schema } : null;
}

function validate(c: Context<Env>, target: 'param' | 'json', [schema, value]: [z.ZodType, unknown]): void {
  const result = schema.safeParse(value);
  if (!result.success) throw toInvalid(result.error, target);
  c.req.addValidatedData(target, result.data as object);
}

/**
 * Goes before the library's layers and answers in their stead. What is not plainly JSON is theirs: they know all that a
 * sender may call it.
 */
export function validateAtOnce(
  { request = {} }: RouteConfig,
  handler: Handler<Env>,
): MiddlewareHandler<Env>[] {
  const parts = partsOf(request);
  if (!parts) return [];
  const { params, json } = parts;
  return [
    async (c, next) => {
      const body = c.get('plainJson');
      if (json && body === undefined) return next();
      if (params) validate(c, 'param', [params, c.req.param()]);
      if (json) validate(c, 'json', [json, body]);
      return handler(c, next);
    },
  ];
}
