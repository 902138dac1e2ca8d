// The tables of the organisation: components, people, and who is away or stands in.
import type { Generated } from 'kysely';
import type { Flag, JsonText } from './cells.ts';

export interface ComponentRow {
  id: string;
  kind: string;
  name: string;
  parentId: string | null;
  ownerId: string | null;
  managerId: string | null;
  secondManagerId: string | null;
  zone: string | null;
  holidayRegion: string | null;
  activeFrom: string | null;
  activeTo: string | null;
  createdAt: string;
}

/** A component as it was from an instant on. */
export interface ComponentVersionRow extends Omit<ComponentRow, 'id' | 'createdAt'> {
  seq: Generated<number>;
  componentId: string;
  at: string;
  changedBy: string;
}

export interface PersonRow {
  id: string;
  name: string;
  email: string;
  roles: JsonText;
  createdAt: string;
}

/** When somebody is away, by their own days; `startsAt` and `endsAt` are those days in their zone. */
export interface AbsenceRow {
  id: string;
  personId: string;
  startsOn: string;
  /** The last day; null when they have left for good. */
  endsOn: string | null;
  startsAt: string;
  endsAt: string | null;
  substituteId: string | null;
  /** The reason, which only the person and HR read. */
  kind: string | null;
  /** planned, under-way, ended or withdrawn. */
  state: string;
  /** The plans of what the person owns have heard that it started, and not yet that it ended. */
  told: Flag;
  createdAt: string;
  createdBy: string;
  settledAt: string | null;
  settledBy: string | null;
}

/** Whom somebody has named for good to work tasks in their place. */
export interface StandInRow {
  id: string;
  personId: string;
  substituteId: string;
  /** Also while the person is there. */
  always: Flag;
  /** Null: for every kind of task. */
  kind: string | null;
  createdAt: string;
  createdBy: string;
}

export interface OrganisationTables {
  components: ComponentRow;
  componentVersions: ComponentVersionRow;
  people: PersonRow;
  absences: AbsenceRow;
  standIns: StandInRow;
}
