// Two versions of a cycle held against each other; `draft` is the one that is being drawn.
import {
  type Aspect,
  behavesAlike,
  type Cycle,
  compareCycles,
  countAspects,
  type Difference,
} from '../../../engine/index.ts';
import type { Deps } from '../../deps.ts';
import { notFound, ProblemError } from '../../problem.ts';
import { findCycleVersion } from '../../store/queries/cycles.ts';

/** A published version by its number, or the draft. */
export type VersionName = number | 'draft';

export interface Comparison {
  behavesAlike: boolean;
  counts: Record<Aspect, number>;
  differences: Difference[];
}

async function readVersion({ store, drafts }: Deps, id: string, version: VersionName): Promise<Cycle> {
  if (version !== 'draft') {
    const row = await store.read((db) => findCycleVersion(db, id, version));
    if (!row) throw notFound(`version ${version} of ${id}`);
    return JSON.parse(row.document);
  }
  const draft = await drafts.read(id);
  if (!draft) throw notFound(`draft of ${id}`);
  if (draft.kind === 'readable') return draft.cycle;
  throw new ProblemError('conflict', `The draft file of ${id} cannot be read; mend it by hand.`);
}

/** @throws ProblemError not-found when one of the two is not there; conflict when the draft cannot be read. */
export async function compareVersions(
  deps: Deps,
  { id, from, to }: { id: string; from: VersionName; to: VersionName },
): Promise<Comparison> {
  const differences = compareCycles(await readVersion(deps, id, from), await readVersion(deps, id, to));
  return { behavesAlike: behavesAlike(differences), counts: countAspects(differences), differences };
}
