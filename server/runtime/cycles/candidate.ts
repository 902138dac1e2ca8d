// The version that somebody tries out on plans: the draft, a published version, or a document of their own.
import { type Cycle, parseCycle, structuralFaults } from '../../../engine/index.ts';
import type { Deps } from '../../deps.ts';
import { notFound, ProblemError } from '../../problem.ts';
import { findCycleVersion } from '../../store/queries/cycles.ts';
import { readableDraft } from './readable-draft.ts';

/** `draft`, the number of a version, or a cycle document. */
export type CandidateName = 'draft' | number | object;

interface Finding {
  code: string;
  pointer: string;
  message: string;
}
const placesIn = (findings: readonly Finding[], under = '') =>
  findings.map(({ code, pointer, message }) => ({ code, pointer: `${under}${pointer}`, detail: message }));

/** @throws ProblemError has-problems: the chart itself does not hold, so no plan can go through it. */
export function requireChart(cycle: Cycle): void {
  const faults = structuralFaults(cycle);
  if (faults.length === 0) return;
  throw new ProblemError('has-problems', 'The cycle cannot run as it is; mend it and try again.', {
    errors: placesIn(faults),
  });
}

/** @throws ProblemError not-found */
export async function cycleOfVersion({ store }: Deps, id: string, version: number): Promise<Cycle> {
  const row = await store.read((db) => findCycleVersion(db, id, version));
  if (!row) throw notFound('cycle version');
  return JSON.parse(row.document);
}

function cycleOfDocument(document: object, id: string): Cycle {
  const parsed = parseCycle(document);
  if (parsed.kind === 'refused')
    throw new ProblemError('invalid', 'The candidate is not a cycle document; nothing was done.', {
      errors: placesIn(parsed.problems, '/candidate'),
    });
  if (parsed.cycle.id === id) return parsed.cycle;
  const detail = `The candidate’s id is “${parsed.cycle.id}”, and the plans are those of “${id}”. Use the same id.`;
  throw new ProblemError('invalid', detail, { errors: [{ pointer: '/candidate/id', detail }] });
}

function readCandidate(deps: Deps, id: string, candidate: CandidateName): Promise<Cycle> | Cycle {
  if (typeof candidate === 'object') return cycleOfDocument(candidate, id);
  return candidate === 'draft'
    ? readableDraft(deps, id).then(({ cycle }) => cycle)
    : cycleOfVersion(deps, id, candidate);
}

/** @throws ProblemError not-found when the cycle was never published: it has no plans; invalid; has-problems. */
export async function findCandidate(deps: Deps, id: string, candidate: CandidateName): Promise<Cycle> {
  if (!(await deps.store.read((db) => findCycleVersion(db, id)))) throw notFound('published cycle');
  const cycle = await readCandidate(deps, id, candidate);
  requireChart(cycle);
  return cycle;
}
