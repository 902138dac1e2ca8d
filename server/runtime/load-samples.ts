// Loads the sample cycles, as drafts and as published versions.
import { readdir, readFile } from 'node:fs/promises';
import { parseCycle } from '../../engine/index.ts';
import { systemActor } from '../access/actor.ts';
import type { Deps } from '../deps.ts';
import type { Db } from '../store/schema.ts';
import { publishCycle } from './publish-cycle.ts';

const folder = new URL('../../samples/', import.meta.url);

async function loadCycle(deps: Deps, file: string): Promise<void> {
  const parsed = parseCycle(JSON.parse(await readFile(new URL(file, folder), 'utf8')));
  if (parsed.kind === 'refused')
    throw new Error(`The sample ${file} is not sound: ${parsed.problems[0]?.message ?? 'unknown reason'}`);
  await deps.drafts.write(parsed.cycle, null);
  await publishCycle(deps, { cycle: parsed.cycle, note: 'The sample as delivered', actor: systemActor });
}

/** `finish` runs in the commit that ends the loading: only with it does the server count as set up. */
export async function loadSamples(deps: Deps, finish: (db: Db) => Promise<void>): Promise<void> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.cycle.json'));
  for (const file of files.sort()) await loadCycle(deps, file);
  await deps.store.commit(finish);
}
