// /docs: the API's reference in the browser, and what each kind of problem means. Everything is served from here.
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { html } from 'hono/html';
import type { Env } from '../http/router.ts';
import { type ProblemKind, problemKinds } from '../problem.ts';

const assets = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));

const meanings: Record<ProblemKind, string> = {
  'bad-request':
    'The body is not JSON, is nested too deep, or has a key that is never allowed. Mend it and send it again.',
  'not-signed-in':
    'The request carries no session and no valid token. Sign in, or send “Authorization: Bearer …”.',
  'not-allowed': 'You are known, but your roles do not include this, or the request came from another site.',
  'turned-off':
    'Your organisation does without this part of the product. The detail says who turns it on; nothing of it was deleted.',
  'not-found': 'It does not exist, or you may not see it; both are answered alike.',
  'method-not-allowed': 'The address exists, but not with this method.',
  conflict: 'What is stored already stands against it, such as an id that is taken. The detail names it.',
  'event-not-accepted':
    'The plan is in a stage that does not wait for this event. “accepted” lists what it takes now.',
  'guards-refused': 'The plan knows the event, but no guard lets it pass. “errors” says which ones and why.',
  'has-problems': 'The cycle has errors and cannot be published. “errors” points at each.',
  'approval-needed':
    'Your organisation wants a second person to approve each publish. Ask for it; somebody who may approve is told.',
  stale:
    'Somebody changed it since you read it. Read it again, apply your change to that, and send the new ETag.',
  'too-large': 'The body is larger than this address takes. The detail says how much that is.',
  'unsupported-media-type': 'Send JSON, with “Content-Type: application/json”.',
  invalid: 'The request can be read but does not fit its schema. “errors” points at each place.',
  'key-reused':
    'The Idempotency-Key was used for a request with another body. Use a new key for a new request.',
  'precondition-required': 'Send the ETag that you have read as “If-Match”, so that nobody’s change is lost.',
  'too-many-requests': 'Wait as long as “Retry-After” says.',
  unexpected: 'It is our fault. It was logged under the request id; nothing that was acknowledged is lost.',
  unavailable: 'The store cannot write at the moment. Nothing was changed; try again after “Retry-After”.',
};

const head = (title: string) => html`<meta charset="utf-8" />
  <meta name="viewport" content="width=device-width, initial-scale=1" />
  <title>${title} · Cyclewright</title>
  <link rel="stylesheet" href="/docs/assets/swagger-ui.css" />`;

const reference = () => html`<!doctype html>
  <html lang="en">
    <head>${head('API')}</head>
    <body>
      <div id="reference"></div>
      <script src="/docs/assets/swagger-ui-bundle.js"></script>
      <script src="/docs/start.js"></script>
    </body>
  </html>`;

const start = `SwaggerUIBundle({ url: '/api/v1/openapi.json', dom_id: '#reference', validatorUrl: null });`;

const problems = () => html`<!doctype html>
  <html lang="en">
    <head>${head('Problems')}</head>
    <body style="max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif">
      <h1>Problems</h1>
      <p>Every failure is <code>application/problem+json</code> (RFC 9457). Its <code>type</code> is one of these.</p>
      ${problemKinds.map(
        ({ kind, status, title }) => html`<h2 id="${kind}"><code>${kind}</code> (${status}): ${title}</h2>
          <p>${meanings[kind as ProblemKind]}</p>`,
      )}
    </body>
  </html>`;

export const docs = () =>
  new Hono<Env>()
    .get('/', (c) => c.html(reference()))
    .get('/start.js', (c) => c.body(start, 200, { 'content-type': 'text/javascript; charset=utf-8' }))
    .get('/problems', (c) => c.html(problems()))
    .use(
      '/assets/*',
      serveStatic({ root: assets, rewriteRequestPath: (path) => path.replace(/^\/docs\/assets/, '') }),
    );
