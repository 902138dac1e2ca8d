import { expect, test } from 'vitest';
import { makeTestApp } from '../../support/server.ts';

const header = 'id,agency,unit,service,goal,indicator,desiredDirection,critical,target,actual';
const rows = [
  '1,Buildings,Plans,Facilitate development,Review plans,Days to review,Down,Yes,12,4.5',
  '2,Buildings,Plans,Facilitate development,Review plans,Inspections completed,Up,No,140000,135207.18',
  '3,Buildings,Plans,"Safe, lawful use",Enforce laws,Incidents,Down,No,,658',
];
const mapping = {
  path: [
    { column: 'agency', kind: 'department' },
    { column: 'unit', kind: 'team' },
    { column: 'service', kind: 'process' },
  ],
  goal: 'goal',
  measure: 'indicator',
  measureId: 'id',
  direction: 'desiredDirection',
  target: 'target',
  actual: 'actual',
  critical: 'critical',
};
const body = (lines: string[]) => ({
  kind: 'indicators',
  format: 'csv',
  content: [header, ...lines].join('\n'),
  mapping,
  period: { start: '2022-07-01', end: '2023-06-30' },
});

test('an import makes components, goals, measures and observations, and the second time changes nothing', async () => {
  const { send } = await makeTestApp();
  const first = await send('POST', '/api/v1/imports', body(rows));
  const second = await send('POST', '/api/v1/imports', body(rows));
  expect(first.body).toMatchObject({
    status: 'done',
    rows: 3,
    components: { created: 4, changed: 0, unchanged: 0 },
    goals: { created: 2, changed: 0, unchanged: 0 },
    measures: { created: 3, changed: 0, unchanged: 0 },
    observations: { created: 3, changed: 0, unchanged: 0 },
  });
  expect(second.body).toMatchObject({
    components: { created: 0, changed: 0, unchanged: 4 },
    goals: { created: 0, changed: 0, unchanged: 2 },
    measures: { created: 0, changed: 0, unchanged: 3 },
    observations: { created: 0, changed: 0, unchanged: 3 },
  });
});

test('a dry run tells the same and leaves nothing behind', async () => {
  const { send } = await makeTestApp();
  const dry = await send('POST', '/api/v1/imports?dryRun=true', body(rows));
  expect(dry.body).toMatchObject({ dryRun: true, status: 'done', measures: { created: 3 } });
  expect((await send('GET', '/api/v1/components')).body.items).toEqual([]);
});

test('one bad row refuses the whole file and every fault is named by row and column', async () => {
  const { send } = await makeTestApp();
  const bad = [
    rows[0]!,
    '4,Buildings,Plans,Facilitate development,Review plans,Speed,Sideways,No,"12,5",x',
    '1,Buildings,Plans,Facilitate development,Review plans,,Up,No,1,1',
  ];
  const answer = await send('POST', '/api/v1/imports', body(bad));
  expect(answer.body.status).toBe('refused');
  expect(
    answer.body.problems.map(({ row, column }: { row: number; column: string }) => [row, column]),
  ).toEqual([
    [3, 'desiredDirection'],
    [3, 'target'],
    [3, 'actual'],
    [4, 'indicator'],
    [4, 'id'],
  ]);
  expect((await send('GET', '/api/v1/components')).body.items).toEqual([]);
});

test('a corrected figure supersedes the one before it', async () => {
  const { send } = await makeTestApp();
  await send('POST', '/api/v1/imports', body(rows));
  const corrected = [rows[0]!.replace('4.5', '5.5'), ...rows.slice(1)];
  const answer = await send('POST', '/api/v1/imports', body(corrected));
  expect(answer.body.observations).toEqual({ created: 0, changed: 1, unchanged: 2 });
  const again = await send('POST', '/api/v1/imports', body(corrected));
  expect(again.body.observations).toEqual({ created: 0, changed: 0, unchanged: 3 });
});

test('a column that is not there is named with those that are', async () => {
  const { send } = await makeTestApp();
  const answer = await send('POST', '/api/v1/imports', {
    ...body(rows),
    mapping: { ...mapping, goal: 'objective' },
  });
  expect(answer.body.problems).toEqual([
    {
      row: 0,
      column: 'objective',
      message: `There is no column “objective”. The columns are: ${header.replaceAll(',', ', ')}.`,
    },
  ]);
});

test('hours and minutes that are written like decimals come in as durations', async () => {
  const { send } = await makeTestApp();
  await send(
    'POST',
    '/api/v1/imports',
    body([
      '1,Taxi,Licences,Inspect,Inspect soon,Wait for an inspection (hours:minutes),Down,No,1.2,0.22',
      '2,Taxi,Licences,Inspect,Inspect soon,Hours to answer (hours:minutes),Down,No,1.75,0.5',
      '3,Taxi,Licences,Inspect,Inspect soon,Wait (hours),Down,No,1.5,0.5',
    ]),
  );
  const { items } = (await send('GET', '/api/v1/measures')).body;
  const seen = items.map(({ id, kind, unit }: Record<string, string>) => [id, kind, unit]);
  // 1.75 is no duration in hours and minutes, so that file means something else.
  expect(seen).toEqual([
    ['ind-1', 'duration', 'hours:minutes'],
    ['ind-2', 'number', 'hours:minutes'],
    ['ind-3', 'number', 'hours'],
  ]);
});
