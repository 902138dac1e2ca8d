// Everything that one port serves: the API, its documentation, the server's health, and the editor.
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { secureHeaders } from 'hono/secure-headers';
import type { Identity } from './access/identity.ts';
import { sameOrigin } from './access/same-origin.ts';
import { makeApp } from './app.ts';
import type { Deps } from './deps.ts';
import { onError, onNotFound } from './http/failures.ts';
import type { Env } from './http/router.ts';
import { makeMetrics } from './metrics.ts';
import type { Books } from './reports/books.ts';
import { docs } from './routes/docs.ts';
import { editorFiles } from './routes/editor-files.ts';
import { health } from './routes/health.ts';
import { unsubscribe } from './routes/unsubscribe.ts';

const pageHeaders = (https: boolean) =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      // Mantine and Swagger UI set styles on elements.
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      fontSrc: ["'self'", 'data:'],
      workerSrc: ["'self'", 'blob:'],
      objectSrc: ["'none'"],
      baseUri: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
    referrerPolicy: 'same-origin',
    xFrameOptions: 'DENY',
    strictTransportSecurity: https ? 'max-age=31536000' : false,
  });

export function makeSite(deps: Deps, identity: Identity, books?: Books) {
  const metrics = makeMetrics(deps);
  const api = makeApp(deps, identity, { observe: metrics.observe, ...(books && { books }) });
  const headers = pageHeaders(deps.site.baseUrl?.startsWith('https:') ?? false);
  const site = new Hono<Env>();
  site.onError(onError(deps));
  site.notFound(onNotFound(deps));
  site.use(headers, sameOrigin(deps.site));
  site
    .route('/', health(deps, identity, metrics))
    .route('/unsubscribe', unsubscribe(deps))
    .use(compress())
    .route('/docs', docs())
    .route('/', editorFiles());
  const fetch: typeof site.fetch = (request, env) => (isForApi(request.url) ? api : site).fetch(request, env);
  return { fetch };
}

/** Asked before any router: a second one around the API's would cost each of its requests. */
function isForApi(url: string): boolean {
  const path = url.indexOf('/', url.indexOf('//') + 2);
  return url.startsWith('/api/', path);
}
