// Serves the built editor: its files, and its page for every address that is a screen.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import type { Env } from '../http/router.ts';

const folder = fileURLToPath(new URL('../../dist/editor', import.meta.url));

const notBuilt = `<!doctype html><html lang="en"><title>Cyclewright</title>
<p>The editor is not built. Run <code>npm start</code>, which builds it, or <code>npx vite build</code>.</p></html>`;

async function readPage(): Promise<string> {
  return readFile(`${folder}/index.html`, 'utf8').catch(() => notBuilt);
}

/** Files whose name carries the hash of their content never change. */
const cacheHeader = (path: string): string =>
  path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';

const files = () =>
  serveStatic<Env>({
    root: folder,
    // The build has compressed them.
    precompressed: true,
    onFound: (path, c) => c.header('cache-control', cacheHeader(path)),
  });

export const editorFiles = () =>
  new Hono<Env>()
    // Looked at each time: the editor may be built while the server runs.
    .use('*', (c, next) => (existsSync(folder) ? files()(c, next) : next()))
    .get('*', async (c, next) => {
      if (!(c.req.header('accept') ?? '').includes('text/html')) return next();
      return c.html(await readPage(), 200, { 'cache-control': 'no-cache' });
    });
