// How every resource is routed: validated by its schemas, answered with problem documents.
import { OpenAPIHono, type RouteConfig, z } from '@hono/zod-openapi';
import type { Handler } from 'hono';
import { problemSchema } from '../problem.ts';
import '../plain-words.ts';
import type { Env } from './env.ts';
import { toInvalid } from './invalid.ts';
import { validateAtOnce } from './validate-at-once.ts';

export type { Env } from './env.ts';

/** What is asked for by its id is not narrowed by anything. */
const isList = ({ method, request }: RouteConfig): boolean => method === 'get' && !request?.params;

/** A filter that is not known here would be answered as if nothing were asked for: with everything. */
const withKnownQuery = <Route extends RouteConfig>(route: Route): Route => {
  const query = route.request?.query ?? (isList(route) ? z.object({}) : undefined);
  return query instanceof z.ZodObject
    ? { ...route, request: { ...route.request, query: query.strict() } }
    : route;
};

/**
 * A router whose validation failures are problem documents; every resource makes its own. `finder` finds the routes of a
 * path, where it is not left to the library which does.
 */
export function createRouter(finder?: OpenAPIHono<Env>['router']) {
  const router = new OpenAPIHono<Env>({
    ...(finder ? { router: finder } : {}),
    defaultHook: (result) => {
      if (!result.success) throw toInvalid(result.error, result.target);
    },
  });
  const register = router.openapi;
  router.openapi = (route, handler, hook) => {
    const middleware = validateAtOnce(route, handler as Handler<Env>);
    return register({ ...withKnownQuery(route), middleware }, handler, hook);
  };
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
