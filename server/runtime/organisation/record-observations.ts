// Recording observations: all of a request or none. A period that has a value already is only changed by
// superseding it, so nothing that was recorded is ever lost.
import type { z } from 'zod';
import type { Measure, Observation } from '../../../engine/index.ts';
import type { Actor } from '../../access/actor.ts';
import type { Deps } from '../../deps.ts';
import { ProblemError } from '../../problem.ts';
import type { newObservationWire } from '../../routes/wire/organisation.ts';
import { listOwnedAmong } from '../../store/queries/assignees.ts';
import { findMeasures } from '../../store/queries/measures.ts';
import { findObservation, insertObservation, listInForce } from '../../store/queries/observations.ts';
import { appendAudit } from '../../store/queries/records.ts';
import type { Db } from '../../store/schema.ts';
import { type Fault, observationFault } from './observation-fault.ts';
import { tellObservations } from './tell-observations.ts';

export type NewObservation = z.input<typeof newObservationWire>;

interface Entry {
  given: NewObservation;
  measure: Measure;
  componentId: string;
}

export interface Recording {
  entries: Entry[];
  actor: Actor;
  /** What is typed by whoever answers for the component is provisional all the same, until somebody else verifies it. */
  status: 'provisional' | 'verified';
}

const componentOf = ({ componentId }: Entry): string => componentId;

const toObservation = (
  entry: Entry,
  recording: Recording,
  ports: { at: string; id: string },
): Observation => ({
  id: entry.given.id ?? ports.id,
  measureId: entry.given.measureId,
  componentId: entry.componentId,
  periodStart: entry.given.periodStart,
  periodEnd: entry.given.periodEnd,
  value: entry.given.value ?? null,
  numerator: entry.given.numerator ?? null,
  denominator: entry.given.denominator ?? null,
  n: entry.given.n ?? null,
  status: recording.status === 'verified' ? (entry.given.status ?? 'verified') : 'provisional',
  supersedes: entry.given.supersedes ?? null,
  source: entry.given.source ?? 'manual',
  enteredBy: recording.actor.id,
  at: ports.at,
});

/** Of one day several milestones may be reached: each is a fact of its own. */
const saysTheSame = ({ kind }: Measure, a: Observation, b: Observation): boolean =>
  kind !== 'milestones' || a.value === b.value;

async function placeFault(db: Db, measure: Measure, observation: Observation): Promise<Fault | null> {
  if (await findObservation(db, observation.id))
    return { pointer: '/id', detail: `The id ${observation.id} is taken.`, code: 'taken' };
  const { supersedes } = observation;
  const all = await listInForce(db, observation);
  const inForce = all.find((one) => one.id !== supersedes && saysTheSame(measure, one, observation));
  if (supersedes && !all.some(({ id }) => id === supersedes)) {
    const detail = `${observation.supersedes} is not the observation in force for this measure and period.`;
    return { pointer: '/supersedes', detail };
  }
  if (!inForce) return null;
  const detail = `${inForce.id} is recorded for this measure and period; correct it with supersedes: "${inForce.id}".`;
  return { pointer: '/periodStart', detail, code: 'recorded-already' };
}

function refuse(faults: Fault[]): never {
  const taken = faults.some((fault) => fault.code === 'recorded-already' || fault.code === 'taken');
  throw new ProblemError(taken ? 'conflict' : 'invalid', 'Nothing was recorded: see each problem.', {
    errors: faults,
  });
}

/**
 * The component that each observation's measure belongs to.
 * @throws ProblemError invalid with the place of every unknown measure.
 */
export async function placeObservations(db: Db, given: NewObservation[]): Promise<Entry[]> {
  const faults: Fault[] = [];
  const entries: Entry[] = [];
  const measures = await findMeasures(db, [...new Set(given.map((one) => one.measureId))]);
  const known = new Map(measures.map((found) => [found.measure.id, found]));
  for (const [index, one] of given.entries()) {
    const found = known.get(one.measureId);
    if (found) entries.push({ given: one, ...found });
    else
      faults.push({
        pointer: `/${index}/measureId`,
        detail: `There is no measure ${one.measureId}, or you may not see it.`,
      });
  }
  if (faults.length > 0) refuse(faults);
  return entries;
}

/** @throws ProblemError invalid or conflict, naming every entry that cannot be recorded. */
export async function recordObservations(
  db: Db,
  { clock, ids }: Pick<Deps, 'clock' | 'ids'>,
  recording: Recording,
): Promise<Observation[]> {
  const at = clock.now();
  const faults: Fault[] = [];
  const recorded: Observation[] = [];
  const own = await listOwnedAmong(db, recording.actor.id, new Set(recording.entries.map(componentOf)));
  for (const [index, entry] of recording.entries.entries()) {
    const status = own.has(entry.componentId) ? 'provisional' : recording.status;
    const observation = toObservation(entry, { ...recording, status }, { at, id: ids.next('obs') });
    const fault =
      observationFault(entry.measure, observation) ?? (await placeFault(db, entry.measure, observation));
    if (fault) faults.push({ ...fault, pointer: `/${index}${fault.pointer}` });
    else {
      await insertObservation(db, observation);
      recorded.push(observation);
    }
  }
  if (faults.length > 0) refuse(faults);
  await tellObservations(db, at, recorded);
  const detail = { observations: recorded.map((one) => one.id) };
  await appendAudit(db, {
    at,
    actor: recording.actor.id,
    action: 'observation.record',
    resource: 'observations',
    detail,
  });
  return recorded;
}
