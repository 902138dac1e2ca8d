// The engine in a page is the engine in Node: the same work on the samples gives the same text, byte for byte.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { build } from 'vite';
import { type Given, workOf } from './engine-work.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const read = (path: string): string => readFileSync(here(path), 'utf8');
const filesIn = (folder: string, ending: string): string[] =>
  readdirSync(here(folder))
    .filter((name) => name.endsWith(ending))
    .map((name) => read(`${folder}${name}`));

const given: Given = {
  cycles: filesIn('../../samples/', '.cycle.json'),
  score: read('../../samples/call-centre.score.json'),
  models: filesIn('../engine/decision/models/', '.dmn'),
  input: {
    Trip: { nights: 3, zone: 'near' },
    Reason: 'holiday',
    Days: 10,
    Team: [{ name: 'A', score: 1 }],
  },
};

/** As a script that leaves one name behind; nothing of Node is put in for it. */
async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: { entry: here('engine-work.ts'), formats: ['iife'], name: 'engineWork' },
    },
  });
  const [output] = [built].flat();
  if (!output || !('output' in output)) throw new Error('Vite gave no bundle.');
  return output.output[0].code;
}

declare global {
  var engineWork: { workOf: typeof workOf };
}

test('the engine does in a page what it does in Node', async ({ page }) => {
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  await page.addScriptTag({ content: await bundle() });
  const inPage = await page.evaluate(
    (text: string) => globalThis.engineWork.workOf(JSON.parse(text)),
    JSON.stringify(given),
  );
  const inNode = workOf(given);

  expect(complaints).toEqual([]);
  expect(inPage).toEqual(inNode);
  expect(inNode.kinds).toEqual(['imported', 'imported', 'imported', 'decided', 'decided', 'decided']);
  expect(inNode.scenarios).toEqual(given.cycles.map((cycle) => JSON.parse(cycle).scenarios.length));
  expect(Math.min(...inNode.scenarios)).toBeGreaterThan(20);
  expect(Math.min(...inNode.steps, ...inNode.links, ...inNode.replayed)).toBeGreaterThan(3);
  expect(inNode.compared).toEqual([['stage-renamed'], ['stage-renamed'], ['stage-renamed']]);
  expect(inNode.migrated).toEqual(['moved', 'moved', 'moved']);
  expect(inNode.scored).toBeGreaterThan(5);
});
