import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const api = { target: 'http://localhost:3000', changeOrigin: false };

/** Tests by kind: `vitest run --project engine` stays fast, `fault` starts and kills real servers. */
const project = (name: string, include: string[], testTimeout = 10_000) => ({
  root: here('.'),
  test: { name, include, testTimeout, hookTimeout: 60_000, environment: 'node' as const, root: here('.') },
});

export default defineConfig({
  root: here('editor'),
  plugins: [react()],
  build: {
    outDir: here('dist/editor'),
    emptyOutDir: true,
    // What is loaded with what, for `npm run budget`.
    manifest: 'manifest.json',
    chunkSizeWarningLimit: 900,
    // The engine only defines: a screen that shows a score takes the score's module and not the whole engine.
    rolldownOptions: {
      treeshake: { moduleSideEffects: [{ test: /[\\/]engine[\\/].*\.ts$/, sideEffects: false }] },
    },
  },
  server: { proxy: { '/api': api, '/docs': api, '/healthz': api, '/version': api } },
  test: {
    root: here('.'),
    projects: [
      project('engine', [
        'test/engine/**/*.test.ts',
        'test/samples/**/*.test.ts',
        'test/conformance/**/*.test.ts',
      ]),
      project('editor', ['test/editor/**/*.test.{ts,tsx}']),
      project(
        'server',
        ['test/server/**/*.test.ts', 'test/contract/**/*.test.ts', 'test/docs/**/*.test.ts'],
        30_000,
      ),
      project('fault', ['test/fault/**/*.test.ts'], 240_000),
    ],
  },
});
