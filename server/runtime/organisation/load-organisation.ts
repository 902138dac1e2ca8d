// Loads an organisation from its file: people, components, goals, measures, observations, and then its launches.
import {
  addDays,
  addSpan,
  everyWeekdayInUtc,
  localDateOf,
  type OrganisationFile,
  type Period,
} from '../../../engine/index.ts';
import type { Deps } from '../../deps.ts';
import { insertComponents } from '../../store/queries/components.ts';
import { insertGoals } from '../../store/queries/goals.ts';
import { insertMeasures } from '../../store/queries/measures.ts';
import { insertObservations } from '../../store/queries/observations.ts';
import { insertPerson } from '../../store/queries/people.ts';
import { appendAudit, appendFeed } from '../../store/queries/records.ts';
import { writeFiscalYearStart } from '../../store/queries/settings.ts';
import { zoneOf } from '../../store/queries/zones.ts';
import type { Db } from '../../store/schema.ts';
import type { NewLaunch } from '../launches/launches.ts';

/** Writes everything but the launches, inside the commit of the caller. */
export async function insertOrganisation(
  db: Db,
  file: OrganisationFile,
  { at, actor }: { at: string; actor: string },
): Promise<void> {
  if (file.fiscalYearStart !== undefined) await writeFiscalYearStart(db, file.fiscalYearStart);
  for (const person of file.people)
    await insertPerson(db, { ...person, email: person.email.toLowerCase() }, at);
  await insertComponents(db, file.components, { at, by: actor });
  await insertGoals(db, file.goals, at);
  const componentOf = new Map(file.goals.map((goal) => [goal.id, goal.componentId]));
  const measures = file.measures.map((measure) => ({
    measure,
    componentId: componentOf.get(measure.goalId) ?? '',
  }));
  await insertMeasures(db, measures, at);
  await insertObservations(db, file.observations);
  const detail = {
    name: file.name,
    people: file.people.length,
    components: file.components.length,
    goals: file.goals.length,
    measures: file.measures.length,
    observations: file.observations.length,
  };
  await appendAudit(db, { at, actor, action: 'organisation.load', resource: 'organisation', detail });
  await appendFeed(db, { at, type: 'organisation.changed' });
}

/** The days from the one of the launch where that is, as many as the span has. */
function periodFrom(at: string, span: string, zone: string): Period {
  const after = addSpan(at, span, { ...everyWeekdayInUtc, zone });
  return { start: localDateOf(at, zone), end: addDays(localDateOf(after, zone), -1) };
}

function zoneIn(components: OrganisationFile['components'], id: string | undefined): string {
  const lineage: OrganisationFile['components'] = [];
  // In the file a parent stands before its children, so that none is its own ancestor.
  for (let at = components.find((one) => one.id === id); at; ) {
    lineage.push(at);
    const { parentId } = at;
    at = components.find((one) => one.id === parentId);
  }
  return zoneOf(lineage) ?? 'UTC';
}

/** All components of a launch have one period: that of the first. */
export const launchesOf = (
  { launches, period, components }: OrganisationFile,
  { clock }: Pick<Deps, 'clock'>,
): NewLaunch[] =>
  launches.map(({ cycleId, componentIds, lasts }) => ({
    cycleId,
    componentIds,
    period:
      lasts === undefined ? period : periodFrom(clock.now(), lasts, zoneIn(components, componentIds[0])),
  }));
