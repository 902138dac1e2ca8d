// Builds the editor when a source is newer than what was built last. Plain JavaScript: the shell that calls it may
// still have the machine's own Node in mind, from before the right one was installed.
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const built = 'dist/editor/index.html';
const sources = ['editor', 'engine', 'vite.config.ts', 'package-lock.json'];

const newest = (place) => {
  const path = join(root, place);
  const { mtimeMs } = statSync(path);
  if (!statSync(path).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => newest(join(place, name))));
};

const builtAt = statSync(join(root, built), { throwIfNoEntry: false })?.mtimeMs ?? 0;

if (builtAt <= Math.max(...sources.map(newest))) {
  process.stderr.write('Building the editor …\n');
  const { status } = spawnSync(join(root, 'node_modules', '.bin', 'vite'), ['build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  process.exitCode = status ?? 1;
}
