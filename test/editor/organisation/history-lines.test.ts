import { expect, test } from 'vitest';
import type { Absence, ComponentVersion } from '../../../editor/app/api/wire.ts';
import { inOrder, toHistoryLines, toLeaveLines } from '../../../editor/organisation/history/history-lines.ts';
import type { Component } from '../../../engine/index.ts';

const permits: Component = {
  ...{ id: 'permits', kind: 'team', name: 'Permits', parentId: 'dob', ownerId: 'pat', managerId: null },
  ...{ secondManagerId: null, zone: null, holidayRegion: null, activeFrom: null, activeTo: null },
};
const at = (day: string, patch: Partial<Component>): ComponentVersion => ({
  at: `${day}T09:00:00.000Z`,
  day,
  by: { id: 'ada', name: 'Ada' },
  component: { ...permits, ...patch },
});
const names = { component: (id: string) => `<${id}>`, person: (id: string) => `(${id})` };

test('the history says who answered, where it was and when it was there, the newest first', () => {
  const versions = [
    at('2026-01-05', {}),
    at('2026-03-01', { ownerId: null, secondManagerId: 'hana' }),
    at('2026-04-01', { ownerId: 'ian', secondManagerId: 'hana', parentId: 'city', managerId: 'mayor' }),
    at('2026-05-01', {
      ...{ ownerId: 'ian', secondManagerId: 'hana', parentId: 'city', managerId: 'mayor' },
      ...{ name: 'Licences', activeTo: '2026-12-31', zone: 'Europe/Berlin' },
    }),
  ];
  expect(toHistoryLines(versions, names).map(({ changes }) => changes)).toEqual([
    [
      'Renamed from “Permits” to “Licences”.',
      'Calendar: zone as above, holidays as above → Europe/Berlin, holidays as above.',
      'There to be appraised from the start until 31 Dec 2026.',
    ],
    [
      'Moved from <dob> to <city>.',
      'Owner: vacant → (ian).',
      'Manager: that of the component above → (mayor).',
    ],
    ['Owner: (pat) → vacant.', 'Second manager: none → (hana).'],
    ['Added at <dob>.', 'Owner: (pat).'],
  ]);
});

test('a version in which nothing that is told changed has no line', () => {
  expect(toHistoryLines([at('2026-01-05', {}), at('2026-01-06', {})], names)).toHaveLength(1);
});

test('a leave is told at its first day, whatever the zone of its reader', () => {
  const leave: Absence = {
    ...{ id: 'a', person: { id: 'pat', name: 'pat' }, from: '2026-02-02', to: '2026-02-06' },
    ...{ substitute: null, kind: null, state: 'planned', createdAt: '', settledAt: null },
  };
  const [line] = toLeaveLines([at('2026-01-05', {})], [leave], names);
  expect([line?.at, line?.day]).toEqual(['2026-02-02', '2026-02-02']);
});

test('what is planned is told as what is to come', () => {
  const planned = (id: string, from: string, to: string | null): Absence => ({
    ...{ id, person: { id: 'pat', name: 'pat' }, from, to, substitute: null, kind: null },
    ...{ state: 'planned', createdAt: '', settledAt: null },
  });
  const lines = toLeaveLines(
    [at('2026-01-05', {})],
    [planned('a', '2026-02-02', '2026-02-06'), planned('b', '2026-03-03', null)],
    names,
  );
  expect(lines.flatMap(({ changes }) => changes)).toEqual([
    '(pat) will be away until 6 Feb 2026.',
    '(pat) leaves for good on 3 Mar 2026.',
  ]);
});

test('leaves of who answered then stand among them; those of others, and withdrawn ones, do not', () => {
  const versions = [at('2026-01-05', {}), at('2026-03-01', { ownerId: 'ian' })];
  const leave = (id: string, personId: string, from: string, more: Partial<Absence> = {}): Absence => ({
    ...{ id, person: { id: personId, name: personId }, from, to: '2026-12-31', substitute: null, kind: null },
    ...{ state: 'ended', createdAt: '', settledAt: null, ...more },
  });
  const lines = toLeaveLines(
    versions,
    [
      leave('a', 'pat', '2026-02-02', { to: '2026-02-06', substitute: { id: 'ian', name: 'Ian' } }),
      leave('b', 'pat', '2026-03-02'),
      leave('c', 'ian', '2026-03-02', { state: 'withdrawn' }),
      leave('d', 'ian', '2026-04-01', { to: null }),
    ],
    names,
  );
  expect(lines.map(({ key, by, changes }) => [key, by, ...changes])).toEqual([
    ['a', 'Ian stands in', '(pat) is away until 6 Feb 2026.'],
    ['d', 'nobody named for it', '(ian) left for good.'],
  ]);
  const whole = inOrder([...toHistoryLines(versions, names), ...lines]);
  expect(whole.map(({ changes: [first] }) => first)).toEqual([
    '(ian) left for good.',
    'Owner: (pat) → (ian).',
    '(pat) is away until 6 Feb 2026.',
    'Added at <dob>.',
  ]);
});
