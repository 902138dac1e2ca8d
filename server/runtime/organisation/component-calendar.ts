// When a component works, and from which component above that comes, as a person reads it.
import type { Component } from '../../../engine/index.ts';
import type { Calendars } from './calendars.ts';
import type { Holiday } from './own-calendars.ts';

export interface ComponentCalendar {
  zone: string;
  /** Null: of no component, so that it is UTC. */
  zoneFrom: { id: string; name: string } | null;
  holidayRegion: string | null;
  holidaysFrom: { id: string; name: string } | null;
  holidays: Holiday[];
}

const refOf = (component: Component | undefined) =>
  component ? { id: component.id, name: component.name } : null;

/** `lineage` is the component and its ancestors, nearest first. */
export function calendarOf(
  calendars: Calendars,
  lineage: readonly Component[],
  year: number,
): ComponentCalendar {
  const zoned = lineage.find(({ zone }) => zone !== null);
  const placed = lineage.find(({ holidayRegion }) => holidayRegion !== null);
  const holidayRegion = placed?.holidayRegion ?? null;
  return {
    zone: zoned?.zone ?? 'UTC',
    zoneFrom: refOf(zoned),
    holidayRegion,
    holidaysFrom: refOf(placed),
    holidays: holidayRegion === null ? [] : calendars.daysOff(holidayRegion, year),
  };
}
