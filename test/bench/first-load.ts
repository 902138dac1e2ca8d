// What the browser loads before anything is used, in compressed kilobytes: `npm run budget`, after a build. Fails when
// a screen is over its budget, or loads what should wait until it is used.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { loadedChunks, type Manifest } from '../support/loaded-chunks.ts';

const folder = fileURLToPath(new URL('../../dist/editor/', import.meta.url));
const manifest: Manifest = JSON.parse(readFileSync(`${folder}manifest.json`, 'utf8'));

/** The page, and the application that it fetches once the language is known. */
const always = ['index.html', 'app/start.tsx'] as const;

const screens = [
  { name: 'inbox', most: 250, asked: [...always, 'inbox/InboxScreen.tsx'] },
  {
    name: 'canvas of a draft',
    most: 450,
    asked: [...always, 'cycles/CycleScreen.tsx', 'canvas/CycleEditor.tsx'],
  },
] as const;

/** Each has a sign of its own in its code. */
const waits = { ELK: 'org.eclipse.elk', charts: 'recharts-', 'the reader of FEEL': 'lezer' } as const;

const kilobytes = (file: string): number => gzipSync(readFileSync(folder + file)).length / 1000;

function faultsOf({ name, most, asked }: (typeof screens)[number]): string[] {
  const files = loadedChunks(manifest, asked);
  const total = files.reduce((sum, file) => sum + kilobytes(file), 0);
  console.log(`${name}: ${total.toFixed(0)} kB of ${most} kB in ${files.length} scripts`);
  const early = Object.entries(waits).flatMap(([what, sign]) =>
    files
      .filter((file) => readFileSync(folder + file, 'utf8').includes(sign))
      .map((file) => `${name}: ${what} is loaded at first, with ${file}.`),
  );
  const over = total > most ? [`${name}: ${total.toFixed(0)} kB are more than ${most} kB.`] : [];
  return [...over, ...early];
}

/** Modules of the application say words while they load. */
const beforeTheLanguage = loadedChunks(manifest, ['index.html']).includes(
  manifest['app/start.tsx']?.file ?? '',
)
  ? ['The page loads the application before its language is known.']
  : [];

const faults = [...screens.flatMap(faultsOf), ...beforeTheLanguage];
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
