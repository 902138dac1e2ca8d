// How every resource is routed: validated by its schemas, answered with problem documents.
import type { HttpBindings } from '@hono/node-server';
import { OpenAPIHono, type RouteConfig, z } from '@hono/zod-openapi';
import type { Actor } from '../access/actor.ts';
import { ProblemError, problemSchema } from '../problem.ts';
import '../plain-words.ts';

export interface Env {
  /** The socket; there is none when a test calls the app. */
  Bindings: Partial<HttpBindings>;
  Variables: { actor: Actor; requestId: string };
}

const toPointer = (path: PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

export function toInvalid(error: z.ZodError, target: string): ProblemError {
  const errors = error.issues.map((issue) => ({ pointer: toPointer(issue.path), detail: issue.message }));
  return new ProblemError(
    'invalid',
    `The ${target} has ${errors.length === 1 ? 'a problem' : 'problems'}; nothing was changed.`,
    {
      errors,
    },
  );
}

/** A filter that is not known here would be answered as if nothing were asked for: with everything. */
const withKnownQuery = <Route extends RouteConfig>(route: Route): Route => {
  const query = route.request?.query;
  return query instanceof z.ZodObject
    ? { ...route, request: { ...route.request, query: query.strict() } }
    : route;
};

/** A router whose validation failures are problem documents; every resource makes its own. */
export function createRouter() {
  const router = new OpenAPIHono<Env>({
    defaultHook: (result) => {
      if (!result.success) throw toInvalid(result.error, result.target === 'json' ? 'body' : result.target);
    },
  });
  const register = router.openapi;
  router.openapi = (route, ...handlers) => register(withKnownQuery(route), ...handlers);
  return router;
}

/** The responses of a route: its success with a schema, and every other answer as a problem. */
export const answers = <Status extends 200 | 201 | 202, Schema extends z.ZodType>(
  status: Status,
  description: string,
  schema: Schema,
) =>
  ({
    [status]: { description, content: { 'application/json': { schema } } },
    default: { description: 'A problem', content: { 'application/problem+json': { schema: problemSchema } } },
  }) as { [S in Status]: { description: string; content: { 'application/json': { schema: Schema } } } };

export const jsonBody = <Schema extends z.ZodType>(schema: Schema) =>
  ({ required: true, content: { 'application/json': { schema } } }) as const;
