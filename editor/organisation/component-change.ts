// What the dialog of a component changes: what was typed onto what others have made of it, and nothing else.
import type { Component } from '../../engine/index.ts';
import { ask, patch } from '../app/api/request.ts';
import type { NewComponent } from '../app/api/wire.ts';
import { changedFields, type Rebased, rebase } from '../inbox/forms/rebase.ts';

type Fields = Omit<NewComponent, 'id'>;

export const fieldsOf = (component: Component): Fields => ({
  kind: component.kind,
  name: component.name,
  parentId: component.parentId,
  ownerId: component.ownerId,
  managerId: component.managerId,
  secondManagerId: component.secondManagerId ?? null,
  zone: component.zone,
  holidayRegion: component.holidayRegion,
  activeFrom: component.activeFrom ?? null,
  activeTo: component.activeTo ?? null,
});

/** As the dialog found it. */
export const foundAs = (component: Component) => ({ version: 1, fields: fieldsOf(component) });

/** Tasks go to others with it, days are counted otherwise, or plans outlast it; null: none of these. */
export function changeThatMoves(mine: Fields, component: Component): Partial<Component> | null {
  const { parentId, ownerId, managerId, zone, holidayRegion, activeTo } = changedFields(
    mine,
    foundAs(component),
  );
  const moving = Object.entries({ parentId, ownerId, managerId, zone, holidayRegion });
  // Without a last day nothing is closed.
  const closing = Object.entries({ activeTo: activeTo ?? undefined });
  const changed = [...moving, ...closing].filter(([, value]) => value !== undefined);
  return changed.length === 0 ? null : Object.fromEntries(changed);
}

export interface ComponentTyped {
  fields: Fields;
  base: Rebased<Fields>['base'];
}
type Outcome = { kind: 'saved'; component: Component } | { kind: 'asked'; rebased: Rebased<Fields> };

export const onComponentNow = ({ fields, base }: ComponentTyped, now: Component): Rebased<Fields> =>
  rebase(fields, base, { version: base.version + 1, fields: fieldsOf(now) });

/** Reads it again before it sends; what both have changed is asked instead. */
export async function saveChange(id: string, typed: ComponentTyped, isRecounting: boolean): Promise<Outcome> {
  const path = `/components/${encodeURIComponent(id)}`;
  const now = await ask<Component>(`/api/v1${path}`);
  const rebased = onComponentNow(typed, now.body);
  if (rebased.clashes.length > 0) return { kind: 'asked', rebased };
  const change = { ...changedFields(rebased.fields, foundAs(now.body)), recount: isRecounting };
  return { kind: 'saved', component: await patch<Component>(path, change, now.etag ?? undefined) };
}
