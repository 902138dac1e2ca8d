// One row of an organisation's list, read: a component with who answers for it. Every fault of a row is told.
import type { z } from 'zod';
import {
  type ComponentKind,
  componentKindSchema,
  isZone,
  localDateSchema,
  nearest,
} from '../../../engine/index.ts';
import type { organisationMappingWire } from '../../routes/wire/automations.ts';
import { isHolidayRegion } from '../../runtime/organisation/calendars.ts';
import type { ReadRows, Row, RowProblem } from '../read-rows.ts';

export type OrganisationMapping = z.infer<typeof organisationMappingWire>;
type ColumnKey = Exclude<keyof OrganisationMapping, 'defaultKind'>;

export interface OrganisationRow {
  row: number;
  id: string | null;
  name: string;
  kind: ComponentKind;
  /** As written: an id or a name. Null: at the top. Undefined: no column says. */
  parent: string | null | undefined;
  owner: { email: string; name: string | null } | null | undefined;
  managerEmail: string | null | undefined;
  secondManagerEmail: string | null | undefined;
  zone: string | null | undefined;
  holidayRegion: string | null | undefined;
  activeFrom: string | null | undefined;
  activeTo: string | null | undefined;
}

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const ID = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$/;

type Check = (text: string) => string | null;

const checks = {
  email: (text) => (EMAIL.test(text) ? null : `“${text}” is not an e-mail address.`),
  id: (text) => (ID.test(text) ? null : `“${text}” is not an id: use letters, digits and . _ : - only.`),
  zone: (text) => (isZone(text) ? null : `“${text}” is not a time zone. Use a name such as Europe/Berlin.`),
  region: (text) =>
    isHolidayRegion(text) ? null : `The public holidays of “${text}” are not known. Use DE or US-NY.`,
  date: (text) =>
    localDateSchema.safeParse(text).success ? null : `“${text}” is not a day. Write it like 2026-11-26.`,
} satisfies Record<string, Check>;

interface Reading {
  /** Undefined: no column is named for it. Null: the cell is empty, or what is in it is told as a problem. */
  text(key: ColumnKey, check?: Check): string | null | undefined;
  problem(key: ColumnKey, message: string): void;
}

function readingOf(cells: Row, row: number, mapping: OrganisationMapping, problems: RowProblem[]): Reading {
  const problem = (key: ColumnKey, message: string) => {
    problems.push({ row, column: mapping[key] ?? null, message });
  };
  return {
    problem,
    text(key, check) {
      const column = mapping[key];
      if (column === undefined) return undefined;
      const text = (cells[column] ?? '').trim();
      if (text === '') return null;
      const fault = check?.(text) ?? null;
      if (fault !== null) problem(key, fault);
      return fault === null ? text : null;
    },
  };
}

function kindOf(reading: Reading, { defaultKind }: OrganisationMapping): ComponentKind {
  const text = reading.text('kind')?.toLowerCase();
  if (!text) return defaultKind;
  const read = componentKindSchema.safeParse(text);
  if (read.success) return read.data;
  const meant = nearest(text, componentKindSchema.options);
  const hint = meant ? `Did you mean ${meant}?` : `Use ${componentKindSchema.options.join(', ')}.`;
  reading.problem('kind', `“${text}” is not a kind of component. ${hint}`);
  return defaultKind;
}

function ownerOf(reading: Reading): OrganisationRow['owner'] {
  const email = reading.text('ownerEmail', checks.email);
  const name = reading.text('ownerName');
  if (name && email === null)
    reading.problem('ownerEmail', `${name} has no e-mail address here; people are known by it.`);
  if (typeof email !== 'string') return email;
  return { email: email.toLowerCase(), name: name ?? null };
}

const lower = (text: string | null | undefined) => text?.toLowerCase() ?? text;

function readRow(
  cells: Row,
  row: number,
  mapping: OrganisationMapping,
  problems: RowProblem[],
): OrganisationRow {
  const reading = readingOf(cells, row, mapping, problems);
  const name = reading.text('name');
  if (!name) reading.problem('name', 'The cell is empty; give a name.');
  const id = reading.text('id', checks.id);
  if (id === null) reading.problem('id', 'Every row needs an id when a column of ids is named.');
  const [activeFrom, activeTo] = [
    reading.text('activeFrom', checks.date),
    reading.text('activeTo', checks.date),
  ];
  if (activeFrom && activeTo && activeTo < activeFrom)
    reading.problem('activeTo', `It would end before it begins. Use ${activeFrom} or a later day.`);
  return {
    row,
    id: id ?? null,
    name: name ?? '',
    kind: kindOf(reading, mapping),
    parent: reading.text('parent'),
    owner: ownerOf(reading),
    managerEmail: lower(reading.text('managerEmail', checks.email)),
    secondManagerEmail: lower(reading.text('secondManagerEmail', checks.email)),
    zone: reading.text('zone', checks.zone),
    holidayRegion: reading.text('holidayRegion', checks.region),
    activeFrom,
    activeTo,
  };
}

function missingColumns(rows: Row[], { defaultKind: _, ...columns }: OrganisationMapping): RowProblem[] {
  const present = Object.keys(rows[0] ?? {});
  return Object.values(columns)
    .filter((column) => column !== undefined && !present.includes(column))
    .map((column) => ({
      row: 0,
      column: column ?? null,
      message: `There is no column “${column}”. The columns are: ${present.join(', ')}.`,
    }));
}

export function readOrganisationRows(
  { rows, numbers }: ReadRows,
  mapping: OrganisationMapping,
): { rows: OrganisationRow[]; problems: RowProblem[] } {
  if (rows.length === 0)
    return { rows: [], problems: [{ row: 0, column: null, message: 'There are no rows.' }] };
  const general = missingColumns(rows, mapping);
  if (general.length > 0) return { rows: [], problems: general };
  const problems: RowProblem[] = [];
  return {
    rows: rows.map((cells, index) => readRow(cells, numbers[index] ?? 0, mapping, problems)),
    problems,
  };
}
