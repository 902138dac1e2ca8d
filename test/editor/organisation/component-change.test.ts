import { expect, test } from 'vitest';
import {
  changeThatMoves,
  fieldsOf,
  foundAs,
  onComponentNow,
} from '../../../editor/organisation/component-change.ts';
import type { Component } from '../../../engine/index.ts';

const permits: Component = {
  id: 'permits',
  kind: 'team',
  name: 'Permits',
  parentId: 'city',
  ownerId: 'pat',
  managerId: null,
  zone: null,
  holidayRegion: null,
};

test('what somebody else has changed of a component since the dialog was opened stays', () => {
  const typed = { fields: { ...fieldsOf(permits), name: 'Permit desk' }, base: foundAs(permits) };
  const { fields, clashes } = onComponentNow(typed, { ...permits, ownerId: 'ian' });
  expect(clashes).toEqual([]);
  expect(fields).toMatchObject({ name: 'Permit desk', ownerId: 'ian' });
});

test('an owner whom both have changed is asked about', () => {
  const typed = { fields: { ...fieldsOf(permits), ownerId: 'ana' }, base: foundAs(permits) };
  expect(onComponentNow(typed, { ...permits, ownerId: 'ian' }).clashes).toEqual([
    { key: 'ownerId', mine: 'ana', theirs: 'ian' },
  ]);
});

test('what follows is asked for where tasks or days move or plans outlast a last day, and for nothing else', () => {
  const fields = fieldsOf(permits);
  expect(changeThatMoves({ ...fields, name: 'Permit desk', secondManagerId: 'ian' }, permits)).toBeNull();
  expect(changeThatMoves({ ...fields, managerId: 'mia' }, permits)).toEqual({ managerId: 'mia' });
  expect(changeThatMoves({ ...fields, zone: 'Asia/Tokyo', name: 'X' }, permits)).toEqual({
    zone: 'Asia/Tokyo',
  });
  expect(changeThatMoves({ ...fields, activeTo: '2026-10-31' }, permits)).toEqual({ activeTo: '2026-10-31' });
  expect(changeThatMoves(fields, { ...permits, activeTo: '2026-10-31' })).toBeNull();
});
