import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import type { Plugin, Rolldown } from 'vite';
import { defineConfig } from 'vitest/config';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const api = { target: 'http://localhost:3000', changeOrigin: false };

/**
 * Tests by kind: `vitest run --project engine` stays fast, `fault` starts and kills real servers. The files of a worker share
 * their modules, which keep nothing from one test to the next: to evaluate them for each file took a third of the time.
 */
const project = (name: string, include: string[], testTimeout = 10_000) => ({
  root: here('.'),
  test: {
    name,
    include,
    testTimeout,
    hookTimeout: 60_000,
    environment: 'node' as const,
    setupFiles: [here('./test/support/set-seed.ts')],
    isolate: false,
    root: here('.'),
  },
});

/** A chunk after all that it needs, in the order in which they run. */
function inOrder(bundle: Rolldown.OutputBundle, fileName: string, seen = new Set<string>()): string[] {
  const chunk = bundle[fileName];
  if (chunk?.type !== 'chunk' || seen.has(fileName)) return [];
  seen.add(fileName);
  return [...chunk.imports.flatMap((needed) => inOrder(bundle, needed, seen)), fileName];
}

/** The application is imported once the language is known. The page names its files, so that they come meanwhile. */
const fetchApplicationEarly = (): Plugin => ({
  name: 'fetch-application-early',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(_, { bundle = {} }) {
      const start = Object.values(bundle).find(
        (file) => file.type === 'chunk' && file.facadeModuleId?.endsWith('/app/start.tsx'),
      );
      if (start?.type !== 'chunk') throw new Error('The build has no chunk of editor/app/start.tsx.');
      const scripts = inOrder(bundle, start.fileName);
      const styles = scripts.flatMap((name) => {
        const chunk = bundle[name];
        return chunk?.type === 'chunk' ? [...(chunk.viteMetadata?.importedCss ?? [])] : [];
      });
      const link = (rel: string, name: string) => ({
        tag: 'link',
        attrs: { rel, crossorigin: true, href: `/${name}` },
        injectTo: 'head' as const,
      });
      return [
        ...scripts.map((name) => link('modulepreload', name)),
        ...[...new Set(styles)].map((name) => link('stylesheet', name)),
      ];
    },
  },
});

/** Compressed here and once: the server answers everything on one thread, where 560 kB of script take 20 ms each time. */
const compressOnce = (): Plugin => ({
  name: 'compress-once',
  apply: 'build',
  writeBundle: {
    order: 'post',
    async handler({ dir }, bundle) {
      const files = Object.keys(bundle).filter((name) => /^assets\/.*\.(js|css|svg)$/.test(name));
      for (const name of files)
        await writeFile(`${dir}/${name}.gz`, gzipSync(await readFile(`${dir}/${name}`), { level: 9 }));
    },
  },
});

/**
 * Which modules come in one script. What every page loads is four: the language, the libraries, the frame of the
 * application, the icons. A hundred small scripts of the same modules are a sixth more to fetch, since each is compressed alone.
 */
const scripts: Rolldown.CodeSplittingOptions = {
  groups: [
    // Never with the application, which runs once the language is known; nor with the words of another language.
    {
      name: 'language',
      test: /editor[\\/]language[\\/](?!.*(german\.ts|\.json)$)|vite[\\/](preload-helper|modulepreload-polyfill)/,
      priority: 2,
    },
    // They stay in the browser's store when a release changes only what is ours.
    { name: 'libraries', tags: ['$initial'], test: /node_modules/, priority: 1 },
    { name: 'frame', tags: ['$initial'], test: /^(?!.*editor[\\/](index\.html|app[\\/]main\.tsx)$)/ },
    // Each by itself is smaller than the request for it.
    { name: 'icons', test: /node_modules[\\/]@tabler/ },
  ],
};

export default defineConfig({
  root: here('editor'),
  plugins: [react(), fetchApplicationEarly(), compressOnce()],
  build: {
    outDir: here('dist/editor'),
    emptyOutDir: true,
    // What is loaded with what, for `npm run budget`.
    manifest: 'manifest.json',
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      // The application is loaded by every page: named here, its modules are known as those.
      input: { index: here('editor/index.html'), start: here('editor/app/start.tsx') },
      output: { codeSplitting: scripts },
      // The engine only defines: a screen that shows a score takes the score's module and not the whole engine.
      treeshake: { moduleSideEffects: [{ test: /[\\/]engine[\\/].*\.ts$/, sideEffects: false }] },
    },
  },
  server: { proxy: { '/api': api, '/docs': api, '/healthz': api, '/version': api } },
  test: {
    // Of two processors it would use one.
    maxWorkers: '100%',
    root: here('.'),
    projects: [
      project('engine', [
        'test/engine/**/*.test.ts',
        'test/samples/**/*.test.ts',
        'test/conformance/**/*.test.ts',
      ]),
      project('editor', ['test/editor/**/*.test.{ts,tsx}'], 30_000),
      project('server', ['test/{server,contract,docs,bench}/**/*.test.ts'], 30_000),
      project('fault', ['test/fault/**/*.test.ts'], 240_000),
    ],
  },
});
