// Which calendars components work by, and which components those are.
import type { Component } from '../../../engine/index.ts';
import type { WorkCalendar } from '../organisation/own-calendars.ts';
import { codeOf } from '../organisation/own-calendars.ts';

interface Ref {
  id: string;
  name: string;
}
export interface CalendarUse {
  /** As a component names it; null: no public holidays at all. */
  code: string | null;
  /** Null: a place, whose holidays are the library's. */
  own: WorkCalendar | null;
  /** Components that name it themselves. */
  namedBy: Ref[];
  /** All that work by it, also since one above them does. */
  components: number;
  zones: string[];
}

export interface Effective {
  code: string | null;
  zone: string;
  lineage: Component[];
}

/** What each component works by: its own word, else that of the nearest above. */
export function effectiveCalendars(components: readonly Component[]): Map<string, Effective> {
  const byId = new Map(components.map((component) => [component.id, component]));
  const lineageOf = (component: Component): Component[] => {
    const lineage = [component];
    for (let id = component.parentId; id !== null && lineage.length < 64; ) {
      const parent = byId.get(id);
      if (!parent) break;
      lineage.push(parent);
      id = parent.parentId;
    }
    return lineage;
  };
  return new Map(
    components.map((component) => {
      const lineage = lineageOf(component);
      const code = lineage.find(({ holidayRegion }) => holidayRegion !== null)?.holidayRegion ?? null;
      const zone = lineage.find((each) => each.zone !== null)?.zone ?? 'UTC';
      return [component.id, { code, zone, lineage }];
    }),
  );
}

export function usesOf(components: readonly Component[], own: readonly WorkCalendar[]): CalendarUse[] {
  const effective = effectiveCalendars(components);
  const owned = new Map<string | null, WorkCalendar>(own.map((calendar) => [codeOf(calendar), calendar]));
  const codes = new Set([...owned.keys(), ...Array.from(effective.values(), ({ code }) => code)]);
  return [...codes].map((code) => {
    const users = [...effective.values()].filter((each) => each.code === code);
    return {
      code,
      own: owned.get(code) ?? null,
      namedBy: components.flatMap(({ id, name, holidayRegion }) =>
        code !== null && holidayRegion === code ? [{ id, name }] : [],
      ),
      components: users.length,
      zones: [...new Set(users.map(({ zone }) => zone))].toSorted(),
    };
  });
}
