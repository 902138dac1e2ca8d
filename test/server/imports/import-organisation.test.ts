import { expect, test } from 'vitest';
import { makeOffice } from '../../support/office.ts';
import { makeTestApp } from '../../support/server.ts';

const header = 'Code,Unit,Type,Reports to,Holder,E-mail,Manager,Second,Zone,Holidays,From';
const mapping = {
  ...{
    id: 'Code',
    name: 'Unit',
    kind: 'Type',
    parent: 'Reports to',
    ownerName: 'Holder',
    ownerEmail: 'E-mail',
  },
  ...{ managerEmail: 'Manager', secondManagerEmail: 'Second', zone: 'Zone', holidayRegion: 'Holidays' },
  activeFrom: 'From',
};
const list = [
  'desk,Front desk,team,Harbour,Ben Ray,ben@x.test,ann@x.test,,,,2026-03-01',
  'harbour,Harbour,Department,,Ann Lee,ann@x.test,,ben@x.test,Europe/Lisbon,PT,',
  'post,Night shift,team,harbour,,,,,,,',
];
type Send = Awaited<ReturnType<typeof makeTestApp>>['send'];
const run = async (send: Send, rows: string[], query = '', given: object = {}) =>
  (
    await send('POST', `/api/v1/imports${query}`, {
      ...{ kind: 'organisation', format: 'csv', content: [header, ...rows].join('\n'), mapping },
      ...given,
    })
  ).body;
const tree = async (send: Send) => (await send('GET', '/api/v1/organisation')).body.items;
const people = async (send: Send) => (await send('GET', '/api/v1/people')).body.items;

test('a list becomes components and people, a parent may stand below its parts, and a second time nothing changes', async () => {
  const { send } = await makeTestApp();
  const dry = await run(send, list, '?dryRun=true');
  expect(dry).toMatchObject({ status: 'done', rows: 3, components: { created: 3 }, people: { created: 2 } });
  expect([await tree(send), await people(send)]).toEqual([[], []]);

  const done = await run(send, list);
  expect({ ...done, id: dry.id, dryRun: true }).toEqual(dry);
  const [ann, ben] = (await people(send)).map(({ id }: { id: string }) => id);
  expect(await people(send)).toMatchObject([
    { name: 'Ann Lee', email: 'ann@x.test', roles: ['employee', 'manager'] },
    { name: 'Ben Ray', email: 'ben@x.test', roles: ['employee', 'manager'] },
  ]);
  expect(await tree(send)).toMatchObject([
    { id: 'desk', kind: 'team', parentId: 'harbour', ownerId: ben, managerId: ann, activeFrom: '2026-03-01' },
    {
      id: 'harbour',
      kind: 'department',
      parentId: null,
      ownerId: ann,
      secondManagerId: ben,
      zone: 'Europe/Lisbon',
    },
    { id: 'post', name: 'Night shift', parentId: 'harbour', ownerId: null },
  ]);
  const again = await run(send, list);
  expect(again).toMatchObject({
    components: { created: 0, changed: 0, unchanged: 3 },
    people: { created: 0, changed: 0, unchanged: 2 },
  });
});

test('every fault of every row is told with its column, and nothing is written', async () => {
  const { send } = await makeTestApp();
  const bad = [
    'a,A,depratment,,,,,,Mars/Phobos,XX,31.12.2026',
    'a,,team,nowhere,Eve,,not-an-address,ghost@x.test,,,',
    'c,C,team,c,,carl@x.test,,,,,',
  ];
  const refused = await run(send, bad);
  expect(refused.status).toBe('refused');
  const told = refused.problems.map(({ row, column }: { row: number; column: string }) => `${row} ${column}`);
  expect(told.toSorted()).toEqual(
    [
      '2 From',
      '2 Holidays',
      '2 Type',
      '2 Zone',
      '3 E-mail',
      '3 Manager',
      '3 Unit',
      '4 Holder',
      '4 Reports to',
    ].toSorted(),
  );
  expect(refused.problems.find(({ column }: { column: string }) => column === 'Type').message).toContain(
    'Did you mean department?',
  );

  const readable = ['a,A,team,nowhere,,,,ghost@x.test,,,', 'a,B,team,,,,,,,,', 'c,C,team,,,carl@x.test,,,,,'];
  const placed = await run(send, readable);
  expect(
    placed.problems.map(({ row, column }: { row: number; column: string }) => `${row} ${column}`),
  ).toEqual(['2 Reports to', '2 Second', '3 Code', '4 Holder']);
  const circle = await run(send, ['a,A,team,B,,,,,,,', 'b,B,team,a,,,,,,,']);
  expect(circle.problems.map(({ row, message }: { row: number; message: string }) => [row, message])).toEqual(
    [
      [2, 'A would be below itself.'],
      [3, 'B would be below itself.'],
    ],
  );
  expect([await tree(send), await people(send)]).toEqual([[], []]);
});

test('what a column does not say stays, and an empty cell takes away', async () => {
  const { send } = await makeTestApp();
  await run(send, list);
  const only = {
    mapping: { id: 'Code', name: 'Unit', parent: 'Reports to', ownerEmail: 'E-mail', defaultKind: 'team' },
  };
  const done = await run(send, ['desk,Front desk,,post,,,,,,,'], '', only);
  expect(done).toMatchObject({ components: { created: 0, changed: 1, unchanged: 0 } });
  const desk = (await tree(send)).find(({ id }: { id: string }) => id === 'desk');
  expect(desk).toMatchObject({ parentId: 'post', ownerId: null, activeFrom: '2026-03-01' });
  expect(desk.managerId).not.toBeNull();
  const { items } = (await send('GET', '/api/v1/components/desk/versions')).body;
  expect(items).toHaveLength(2);
});

test('open tasks follow a list that changes who answers, and plans hear of it once', async () => {
  const office = await makeOffice({
    variables: { heard: 0 },
    initial: 'working',
    stages: {
      working: {
        kind: 'appraise',
        tasks: { rate: { title: 'Rate the year', assignee: 'manager', form: 'appraisal', due: 'P10D' } },
        on: {
          'component.manager-changed': [{ do: [{ do: 'set', variable: 'heard', value: 'heard + 1' }] }],
        },
      },
      done: { type: 'final' },
    },
  });
  await office.start('p1');
  const ada = await office.as('ada');
  const rows = [
    'dob,Department of Buildings,department,city,,,mayor@city.test,,,,',
    'permits,Permits,department,dob,,,hana@city.test,,,,',
  ];
  const only = {
    mapping: { id: 'Code', name: 'Unit', kind: 'Type', parent: 'Reports to', managerEmail: 'Manager' },
  };
  const done = await run(ada, rows, '', only);
  expect(done).toMatchObject({ status: 'done', components: { changed: 2 } });
  const [task] = await office.deps.store.read((db) => db.selectFrom('tasks').selectAll().execute());
  const plan = await office.deps.store.read((db) =>
    db.selectFrom('plans').selectAll().executeTakeFirstOrThrow(),
  );
  expect([task?.assigneeId, JSON.parse(plan.state).variables]).toEqual(['hana', { heard: 1 }]);
});

test('a list that a spreadsheet wrote with semicolons is the same list', async () => {
  const [commas, semicolons] = [await makeTestApp(), await makeTestApp()];
  const content = `\uFEFF${[header, ...list].join('\r\n').replaceAll(',', ';')}`;
  await run(commas.send, list);
  expect(await run(semicolons.send, [], '', { content })).toMatchObject({ status: 'done', rows: 3 });
  const names = async ({ send }: { send: Send }) =>
    (await tree(send)).map(({ name }: { name: string }) => name);
  expect(await names(semicolons)).toEqual(await names(commas));
});

test('a list does for HR what they may do by hand: nobody is renamed or added, and each row says why', async () => {
  const office = await makeOffice({ initial: 'done', stages: { done: { type: 'final' } } });
  const hr = await office.as('hana');
  const ada = await office.as('ada');
  const rows = [
    'permits,Permits,team,,Eve,ada@city.test,,,,,',
    'post,Post,team,,Nina New,new@x.test,new@x.test,,,,',
  ];
  const before = await people(ada);
  const refused = await run(hr, rows);
  expect(refused).toMatchObject({
    status: 'refused',
    problems: [
      { row: 2, column: 'Holder', message: expect.stringContaining('only administrators rename people') },
      { row: 3, column: 'Holder', message: expect.stringContaining('only administrators add people') },
    ],
  });
  expect(await people(ada)).toEqual(before);
  expect(await run(ada, rows)).toMatchObject({ status: 'done', people: { created: 1, changed: 1 } });
  const { items } = (await ada('GET', '/api/v1/audit?resource=person/ada')).body;
  expect(items).toMatchObject([
    { action: 'person.change', detail: { before: { name: expect.any(String) }, after: { name: 'Eve' } } },
  ]);
});

test('a list without ids finds a component by its name and place, and makes no second one', async () => {
  const { send } = await makeTestApp();
  await run(send, list);
  const mapped = { mapping: { name: 'Unit', parent: 'Reports to', zone: 'Zone', defaultKind: 'team' } };
  const same = await run(send, [',Night shift,,Harbour,,,,,Asia/Tokyo,,'], '', mapped);
  expect(same).toMatchObject({ status: 'done', components: { created: 0, changed: 1 } });
  const moved = await run(send, [',Night shift,,Front desk,,,,,,,'], '', mapped);
  expect(moved).toMatchObject({
    status: 'refused',
    problems: [{ row: 2, column: 'Unit', message: expect.stringContaining('Add a column of ids') }],
  });
});
