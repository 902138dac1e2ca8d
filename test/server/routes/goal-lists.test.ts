// Goals by component, as a cascade and as a matrix: pages of what the reader may see.
import { expect, test } from 'vitest';
import { makeOffice } from '../../support/office.ts';

const contributes = (parentGoalId: string) => ({
  alignments: [{ parentGoalId, mode: 'contributes', share: 1, contribution: 2 }],
});

/** A goal of the whole, one of the department that serves it, one of each part; permits has another without a measure. */
async function withGoals() {
  const office = await makeOffice({ initial: 'on', stages: { on: {}, off: { type: 'final' } } });
  const admin = await office.as('ada');
  for (const goal of [
    { id: 'safe', componentId: 'city', title: 'A safe city' },
    { id: 'sound', componentId: 'dob', title: 'Sound buildings', ...contributes('safe') },
    {
      id: 'quick',
      componentId: 'permits',
      title: 'Quick permits',
      dimension: 'timeliness',
      ...contributes('sound'),
    },
    { id: 'seen', componentId: 'inspection', title: 'Seen in time', ...contributes('sound') },
    { id: 'alone', componentId: 'permits', title: 'Alone', priority: 3 },
  ])
    expect((await admin('POST', '/api/v1/goals', goal)).status).toBe(201);
  await admin('POST', '/api/v1/measures', {
    ...{ id: 'days', goalId: 'quick', title: 'Days to a permit', unit: 'd', direction: 'decrease' },
    standards: { kind: 'points', meets: 10, exceeds: 5 },
  });
  const read = async (who: string, path: string) =>
    (await (await office.as(who))('GET', `/api/v1/goals${path}`)).body;
  return { ...office, admin, read };
}
type Group = { componentId: string; path: string[]; lines: { goal: { id: string }; remarks: string[] }[] };
const told = ({ items }: { items: Group[] }) =>
  items.map(({ componentId, lines }) => [componentId, ...lines.map(({ goal }) => goal.id)].join(' '));

test('goals come by component in the order of the tree, with their measures and what they serve', async () => {
  const { read } = await withGoals();
  const answer = await read('hana', '/by-component?count=true');
  expect(told(answer)).toEqual(['city safe', 'dob sound', 'inspection seen', 'permits alone quick']);
  expect(answer.count).toEqual({ goals: 5, components: 4 });
  expect(answer.items[3]).toMatchObject({
    path: ['City', 'Department of Buildings'],
    lines: [
      {
        goal: { id: 'alone' },
        measures: [],
        serves: [],
        share: 0.75,
        remarks: ['hollow', 'orphan', 'no-dimension'],
      },
      { goal: { id: 'quick' }, measures: [{ id: 'days' }], serves: ['Sound buildings'], remarks: [] },
    ],
  });
});

test.for([
  ['q=PERMIT%20days', ['permits quick']],
  ['dimension=timeliness', ['permits quick']],
  ['withRemarks=true&q=alone', ['permits alone']],
  ['q=nowhere', []],
] as const)('the server finds goals by %s', async ([query, expected]) => {
  const { read } = await withGoals();
  expect(told(await read('hana', `/by-component?${query}`))).toEqual(expected);
});

test('page by page the list is whole, also when what ended a page is gone', async () => {
  const { read, deps } = await withGoals();
  const first = await read('hana', '/by-component?limit=2');
  expect(told(first)).toEqual(['city safe', 'dob sound']);
  await deps.store.commit((db) => db.deleteFrom('goals').where('id', '=', 'sound').execute());
  const second = await read('hana', `/by-component?limit=2&cursor=${first.nextCursor}`);
  expect([told(second), second.nextCursor]).toEqual([['inspection seen', 'permits alone quick'], null]);
});

test('nobody sees more through a search: what they may not read is not found, counted or served', async () => {
  const { read } = await withGoals();
  const mine = await read('pat', '/by-component?count=true&q=e');
  expect(told(mine)).toEqual(['permits alone quick']);
  expect(mine.count).toEqual({ goals: 2, components: 1 });
  expect(mine.items[0].lines[1]).toMatchObject({ serves: [], servesUnseen: 1 });
  const cascade = await read('pat', '/cascade?count=true');
  expect([cascade.count, cascade.items.map(({ goal }: { goal: { id: string } }) => goal.id)]).toEqual([
    2,
    ['alone', 'quick'],
  ]);
  expect((await read('pat', '/matrix')).items).toEqual([]);
  expect((await read('pat', '?near=dob')).items.map(({ id }: { id: string }) => id)).toEqual(['quick']);
});

test('the cascade and the matrix have every goal that serves another', async () => {
  const { read } = await withGoals();
  const { items } = await read('hana', '/cascade');
  expect(items.map(({ level, goal }: { level: number; goal: { id: string } }) => [level, goal.id])).toEqual([
    [1, 'alone'],
    [1, 'safe'],
    [2, 'sound'],
    [3, 'seen'],
    [3, 'quick'],
  ]);
  const matrix = await read('hana', '/matrix?count=true');
  expect(matrix.count).toBe(2);
  const columns = (found: { columns: { id: string }[] }) => found.columns.map(({ id }) => id);
  expect(columns(matrix)).toEqual(['dob', 'inspection', 'permits']);
  const branch = await read('hana', '/matrix?count=true&under=permits');
  expect([columns(branch), branch.count, branch.items[0].goal.id]).toEqual([['permits'], 1, 'sound']);
  expect(columns(await read('hana', '/matrix?under=dob'))).toEqual(['dob', 'inspection', 'permits']);
  expect(columns(await read('hana', '/matrix?under=gone'))).toEqual([]);
});

test('every list says which goals its reader may change, and that nobody changes by which a plan judges them', async () => {
  const { read, start } = await withGoals();
  await start('own', 'dob');
  type Said = { mayChange: boolean; judgesReader: boolean };
  const say = ({ mayChange, judgesReader }: Said) =>
    judgesReader ? 'judges' : mayChange ? 'may change' : 'reads';
  const groups = async (who: string, query = '') =>
    (await read(who, `/by-component${query}`)).items.map(
      (group: Said & { componentId: string }) => `${group.componentId} ${say(group)}`,
    );
  expect(await groups('chief')).toEqual(['dob judges', 'inspection may change', 'permits may change']);
  expect(await groups('hana')).toEqual([
    ...['city may change', 'dob may change'],
    ...['inspection may change', 'permits may change'],
  ]);
  expect(await groups('pat')).toEqual(['permits reads']);
  expect(
    new Set((await groups('hana', '?asOf=2999-01-01')).map((told: string) => told.split(' ')[1])),
  ).toEqual(new Set(['reads']));
  const cascade = await read('chief', '/cascade');
  expect(
    cascade.items.map((line: Said & { goal: { id: string }; above: string[] }) =>
      [line.goal.id, say(line), ...line.above].join(' '),
    ),
  ).toEqual([
    ...['alone may change city dob', 'sound judges city'],
    ...['seen may change city dob', 'quick may change city dob'],
  ]);
  const matrix = await read('chief', '/matrix');
  expect(matrix.items.map((row: { componentId: string }) => row.componentId)).toEqual(['dob']);
  expect(matrix.columns.map((column: Said & { id: string }) => `${column.id} ${say(column)}`)).toEqual([
    ...['inspection may change', 'permits may change'],
  ]);
});

test('near a component are its goals, those above it, those that its own serve, and those that serve them', async () => {
  const { read } = await withGoals();
  const near = async (id: string) =>
    (await read('hana', `?near=${id}`)).items.map((goal: { id: string }) => goal.id);
  expect(await near('dob')).toEqual(['quick', 'safe', 'seen', 'sound']);
  expect(await near('permits')).toEqual(['alone', 'quick', 'safe', 'sound']);
});

test('a goal that would serve itself by others is refused however far the circle is', async () => {
  const { admin } = await withGoals();
  const answer = await admin('PATCH', '/api/v1/goals/safe', contributes('quick'));
  expect([answer.status, answer.body.errors[0].code]).toEqual([422, 'ALN-01']);
});
