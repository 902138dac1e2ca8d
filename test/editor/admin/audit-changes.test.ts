import { expect, test } from 'vitest';
import { changesOf } from '../../../editor/admin/audit-changes.ts';

test('a change is told field by field, from what to what', () => {
  const detail = {
    before: { roles: ['employee'], zone: null },
    after: { roles: ['employee', 'hr'], zone: 'UTC' },
  };
  expect(changesOf({ detail })).toEqual([
    { name: 'roles', before: 'employee', after: 'employee, hr' },
    { name: 'zone', before: '–', after: 'UTC' },
  ]);
});

test('what was made has no before, what was removed no after, and what is empty is left out', () => {
  expect(changesOf({ detail: { before: null, after: { name: 'Parks', zone: null } } })).toEqual([
    { name: 'name', before: null, after: 'Parks' },
  ]);
  expect(changesOf({ detail: { before: { name: 'Parks', note: '' }, after: null } })).toEqual([
    { name: 'name', before: 'Parks', after: null },
  ]);
});

test('what is told besides a change stands as it is', () => {
  expect(changesOf({ detail: { version: 3, mapping: { to: 'event' } } })).toEqual([
    { name: 'version', before: null, after: '3' },
    { name: 'mapping', before: null, after: '{"to":"event"}' },
  ]);
});
