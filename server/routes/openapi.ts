// The OpenAPI document, made from the routes themselves, and the JSON Schemas of the documents that are written by hand.
import type { OpenAPIHono } from '@hono/zod-openapi';
import { cycleJsonSchema, migrationJsonSchema } from '../../engine/index.ts';
import type { Env } from '../http/router.ts';

const description = `Cyclewright runs an organisation's performance-management process.

Sign in as a person at \`POST /api/auth/sign-in/email\` with \`{ "email", "password" }\`, which sets the session
cookie, or send \`Authorization: Bearer\` with the server's admin token. Every failure is a problem document
(RFC 9457) whose kinds are explained at \`/docs/problems\`. A POST may carry an \`Idempotency-Key\`: the same request
sent again gets the same answer and has no second effect. Lists are \`{ items, nextCursor }\`.`;

/** Adds the documents to the app whose routes they describe. */
export function addOpenApi(app: OpenAPIHono<Env>): void {
  app.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'cyclewright.session_token',
  });
  app.openAPIRegistry.registerComponent('securitySchemes', 'bearer', { type: 'http', scheme: 'bearer' });
  const describeRoutes = () =>
    app.getOpenAPI31Document({
      openapi: '3.1.0',
      info: { title: 'Cyclewright', version: '1', description },
      security: [{ session: [] }, { bearer: [] }],
    });
  // Made once, when it is first asked for: the routes do not change while the server runs.
  let document: ReturnType<typeof describeRoutes> | undefined;
  app.get('/api/v1/openapi.json', (c) => {
    document ??= describeRoutes();
    return c.json(document);
  });
  const schemaType = { 'content-type': 'application/schema+json' };
  app.get('/api/v1/schemas/cycle', (c) => c.json(cycleJsonSchema(), 200, schemaType));
  app.get('/api/v1/schemas/migration', (c) => c.json(migrationJsonSchema(), 200, schemaType));
}
