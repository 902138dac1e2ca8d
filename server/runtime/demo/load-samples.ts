// Loads what the project brings along to look around in: the sample cycles and the sample organisation.
import { readdir, readFile } from 'node:fs/promises';
import { type OrganisationFile, organisationFileSchema, parseCycle } from '../../../engine/index.ts';
import { systemActor } from '../../access/actor.ts';
import type { Deps } from '../../deps.ts';
import type { Db } from '../../store/schema.ts';
import { publishCycle } from '../cycles/publish-cycle.ts';
import { startNextChunk } from '../launches/launch-worker.ts';
import { createLaunchIn } from '../launches/launches.ts';
import { insertOrganisation, launchesOf } from '../organisation/load-organisation.ts';
import { letPeopleSpeak } from './let-people-speak.ts';
import { playAhead } from './play-ahead.ts';

const folder = new URL('../../../samples/', import.meta.url);
const readJson = async (file: string): Promise<unknown> =>
  JSON.parse(await readFile(new URL(file, folder), 'utf8'));

async function loadCycle(deps: Deps, file: string): Promise<void> {
  const parsed = parseCycle(await readJson(file));
  if (parsed.kind === 'refused')
    throw new Error(`The sample ${file} is not sound: ${parsed.problems[0]?.message ?? 'unknown reason'}`);
  await deps.drafts.write(parsed.cycle, null);
  await publishCycle(deps, { cycle: parsed.cycle, note: 'The sample as delivered', actor: systemActor });
}

const readOrganisation = async (): Promise<OrganisationFile> =>
  organisationFileSchema.parse(await readJson('new-york-city.organisation.json'));

interface Around {
  begin(db: Db): Promise<void>;
  finish(db: Db): Promise<void>;
}

/** `around` runs in the commit that brings the organisation, before and after it. */
export async function loadSamples(deps: Deps, around: Around): Promise<void> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.cycle.json'));
  for (const file of files.sort()) await loadCycle(deps, file);
  const organisation = await readOrganisation();
  await deps.store.commit(async (db) => {
    await around.begin(db);
    await insertOrganisation(db, organisation, { at: deps.clock.now(), actor: systemActor.id });
    for (const launch of launchesOf(organisation, deps))
      await createLaunchIn(deps, db, launch, systemActor.id);
    await around.finish(db);
  });
  while (await startNextChunk(deps)) {
    // Each turn starts some of the plans; the plays below need them all.
  }
  for (const { played } of organisation.launches) await playAhead(deps, played ?? {});
  await letPeopleSpeak(deps);
}
