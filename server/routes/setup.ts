// /setup: the first run, before anybody can sign in. Only from this computer.
import { createRoute } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { isFromHere } from '../access/remote-address.ts';
import type { Deps } from '../deps.ts';
import { answers, createRouter, type Env, jsonBody } from '../http/router.ts';
import { ProblemError } from '../problem.ts';
import { createFirstAdmin, readSetup, requireDemoPerson, startDemo } from '../runtime/demo/first-run.ts';
import { personWire } from './wire/organisation.ts';
import { firstAdminWire, setupWire, signInAsWire } from './wire/setup.ts';

const read = createRoute({
  method: 'get',
  path: '/',
  operationId: 'readSetup',
  tags: ['Setup'],
  security: [],
  responses: answers(200, 'Whether the server is set up, and how', setupWire),
});
const demo = createRoute({
  method: 'post',
  path: '/demo',
  operationId: 'startDemo',
  tags: ['Setup'],
  security: [],
  responses: answers(201, 'The samples are loaded', setupWire),
});
const signInAs = createRoute({
  method: 'post',
  path: '/sign-in-as',
  operationId: 'signInAsDemoPerson',
  tags: ['Setup'],
  security: [],
  request: { body: jsonBody(signInAsWire) },
  responses: answers(200, 'Signed in: the session cookie is set', personWire),
});
const clean = createRoute({
  method: 'post',
  path: '/clean',
  operationId: 'startClean',
  tags: ['Setup'],
  security: [],
  request: { body: jsonBody(firstAdminWire) },
  responses: answers(201, 'The first administrator, signed in', personWire),
});

function requireHere(c: Context<Env>, instead: string): void {
  if (!isFromHere(c))
    throw new ProblemError(
      'not-allowed',
      `This is only possible on the computer that the server runs on. ${instead}`,
    );
}

export const setup = (deps: Deps) => {
  const signIn = async (c: Context<Env>, personId: string): Promise<void> => {
    for (const cookie of await deps.signIns.signInAs(personId))
      c.header('set-cookie', cookie, { append: true });
  };
  return createRouter()
    .openapi(read, async (c) => c.json(await readSetup(deps), 200))
    .openapi(demo, async (c) => {
      requireHere(c, 'Start clean instead.');
      if (!deps.site.loopback || deps.site.clean)
        throw new ProblemError(
          'not-allowed',
          'The demo lets anybody sign in as anybody, so it runs only while the server is bound to this computer and was not started with --clean.',
        );
      await startDemo(deps);
      return c.json(await readSetup(deps), 201);
    })
    .openapi(signInAs, async (c) => {
      requireHere(c, 'Sign in with a password.');
      const person = await requireDemoPerson(deps, c.req.valid('json').personId);
      await signIn(c, person.id);
      return c.json(person, 200);
    })
    .openapi(clean, async (c) => {
      requireHere(c, 'Or create people with the admin token: POST /api/v1/people.');
      const person = await createFirstAdmin(deps, c.req.valid('json'));
      await signIn(c, person.id);
      return c.json(person, 201);
    });
};
