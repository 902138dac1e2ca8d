import { expect, test } from 'vitest';
import { changesOf } from '../../../editor/admin/audit-changes.ts';

test('a change is told field by field, from what to what', () => {
  const detail = {
    before: { roles: ['employee'], zone: null },
    after: { roles: ['employee', 'hr'], zone: 'UTC' },
  };
  expect(changesOf({ detail, names: {} })).toEqual([
    { name: 'roles', before: 'employee', after: 'employee, hr' },
    { name: 'zone', before: '–', after: 'UTC' },
  ]);
});

test('what was made has no before, what was removed no after, and what is empty is left out', () => {
  expect(changesOf({ detail: { before: null, after: { name: 'Parks', zone: null } }, names: {} })).toEqual([
    { name: 'name', before: null, after: 'Parks' },
  ]);
  expect(changesOf({ detail: { before: { name: 'Parks', note: '' }, after: null }, names: {} })).toEqual([
    { name: 'name', before: 'Parks', after: null },
  ]);
});

test('what is told besides a change stands as it is', () => {
  expect(changesOf({ detail: { version: 3, mapping: { to: 'event' } }, names: {} })).toEqual([
    { name: 'version', before: null, after: '3' },
    { name: 'mapping', before: null, after: '{"to":"event"}' },
  ]);
});

test('an id is told as what it is called, and as it is beside a name that two have', () => {
  const detail = {
    before: { managerId: 'ada', members: 'bob, eve' },
    after: { managerId: 'ann', members: 'bob' },
    alignments: [{ parentGoalId: 'g1', mode: 'aligned' }],
  };
  const names = {
    managerId: { ada: 'Ann Lee', ann: 'Ann Lee' },
    members: { bob: 'Bob', eve: 'Eve' },
    parentGoalId: { g1: 'Safe streets' },
  };
  expect(changesOf({ detail, names })).toEqual([
    { name: 'managerId', before: 'Ann Lee (ada)', after: 'Ann Lee (ann)' },
    { name: 'members', before: 'Bob, Eve', after: 'Bob' },
    { name: 'alignments', before: null, after: '[{"parentGoalId":"Safe streets","mode":"aligned"}]' },
  ]);
});

test('what is told besides and says the same as a change is said once', () => {
  const detail = { version: 2, decision: 'agreed', ...{ before: null, after: { decision: 'agreed' } } };
  expect(changesOf({ detail, names: {} }).map(({ name, after }) => [name, after])).toEqual([
    ['decision', 'agreed'],
    ['version', '2'],
  ]);
  const other = { decision: 'asked', before: null, after: { decision: 'agreed' } };
  expect(changesOf({ detail: other, names: {} })).toHaveLength(2);
});
