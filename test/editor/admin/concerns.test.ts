import { expect, test } from 'vitest';
import { bytesText } from '../../../editor/admin/bytes.ts';
import { concernsOf } from '../../../editor/admin/concerns.ts';
import type { System } from '../../../editor/app/api/wire.ts';

const at = '2026-03-10T12:00:00.000Z';
const calm: System['queues'] = {
  timers: { armed: 3, due: 0, nextAt: '2026-03-11T00:00:00.000Z' },
  deliveries: { waiting: 4, givenUp: 0, failingSubscriptions: 0 },
  mails: { waiting: 1, failed: 0 },
  running: { launches: 0, migrations: 0, imports: 0 },
  openIncidents: 0,
};
const backup = (madeAt: string): System['lastBackup'] => ({
  name: 'backup.db',
  bytes: 1,
  madeAt,
  version: '1',
  migration: '1',
  plans: 0,
  people: 0,
  drafts: 0,
  auditLines: 0,
});
const fresh = backup('2026-03-09T12:00:00.000Z');
const ids = (given: Partial<System>) =>
  concernsOf({ at, queues: calm, lastBackup: fresh, ...given }).map(({ id }) => id);

test('what waits in time needs nobody', () => {
  expect(ids({})).toEqual([]);
});

test('a backup that is missing or a week old is told', () => {
  expect(ids({ lastBackup: null })).toEqual(['backup']);
  expect(ids({ lastBackup: backup('2026-03-03T12:00:01.000Z') })).toEqual([]);
  expect(ids({ lastBackup: backup('2026-03-03T12:00:00.000Z') })).toEqual(['backup']);
});

test('what failed and what is late is told, plans first', () => {
  const queues = {
    ...calm,
    timers: { armed: 3, due: 2, nextAt: '2026-03-10T11:58:59.000Z' },
    deliveries: { waiting: 0, givenUp: 2, failingSubscriptions: 1 },
    mails: { waiting: 0, failed: 1 },
    openIncidents: 1,
  };
  expect(ids({ queues })).toEqual(['incidents', 'timers', 'failing', 'given-up', 'mails']);
});

test.for([
  [0, '0 B'],
  [999, '999 B'],
  [1_000, '1 kB'],
  [1_536, '1.5 kB'],
  [123_456_789, '123 MB'],
  [2_000_000_000_000_000, '2,000 TB'],
] as const)('%d bytes are %s', ([bytes, text]) => {
  expect(bytesText(bytes)).toBe(text);
});
