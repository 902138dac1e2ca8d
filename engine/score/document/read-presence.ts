// When the components of a document are there, and in which calendar.
import { type Calendar, everyWeekdayInUtc } from '../../model/calendar.ts';
import type { Problem } from '../../model/problem.ts';
import type { Period } from '../../model/time.ts';
import { isZone } from '../../time/instant.ts';
import { type ActiveTime, alwaysActive, defaultMinFraction } from '../activity.ts';
import type { ComponentRow, ScoreDocument } from './document-schema.ts';
import { fault } from './faults.ts';
import { readEnds } from './read-window.ts';

export interface Presence {
  calendarOf(componentId: string): Calendar;
  activeTimeOf(componentId: string): ActiveTime;
  problems: Problem[];
}

function absencesOf({ absences }: ComponentRow): Period[] {
  return (absences ?? []).flatMap((absence) => {
    const { start, end } = readEnds(absence);
    return absence.approved === false || !start || !end ? [] : [{ start, end }];
  });
}

const zoneOf = (document: ScoreDocument, row: ComponentRow | undefined): string =>
  row?.zone ??
  row?.calendar?.zone ??
  document.window.zone ??
  document.zone ??
  document.calendar?.zone ??
  everyWeekdayInUtc.zone;

const calendarFor = (document: ScoreDocument, row: ComponentRow | undefined): Calendar => ({
  ...everyWeekdayInUtc,
  ...document.calendar,
  ...row?.calendar,
  zone: zoneOf(document, row),
});

function zoneFaults(document: ScoreDocument): Problem[] {
  const named = (document.components ?? []).map((row, index) => ({
    zone: zoneOf(document, row),
    path: ['components', index, 'zone'],
  }));
  return [{ zone: zoneOf(document, undefined), path: ['zone'] }, ...named].flatMap(({ zone, path }) =>
    isZone(zone)
      ? []
      : [fault('DOC-invalid', path, `"${zone}" is no time zone. Use one such as Europe/Berlin.`)],
  );
}

export function readPresence(document: ScoreDocument): Presence {
  const rows = Map.groupBy(document.components ?? [], ({ id }) => id);
  return {
    calendarOf: (componentId) => calendarFor(document, rows.get(componentId)?.[0]),
    activeTimeOf: (componentId) => {
      const own = rows.get(componentId);
      const [first] = own ?? [];
      if (own === undefined) return { ...alwaysActive, dayCount: document.dayCount ?? 'calendar' };
      return {
        spans: own.map(({ activeFrom, activeTo }) => ({ from: activeFrom ?? null, to: activeTo ?? null })),
        absences: own.flatMap(absencesOf),
        dayCount: first?.dayCount ?? document.dayCount ?? 'calendar',
        minFraction: first?.minFraction ?? document.minFraction ?? defaultMinFraction,
      };
    },
    problems: zoneFaults(document),
  };
}
