import { expect, test } from 'vitest';
import {
  changedFields,
  changeOf,
  chosen,
  type Row,
  rebase,
  rebaseRows,
} from '../../../../editor/inbox/forms/rebase.ts';

interface Fields {
  title: string;
  priority: number;
  dimension: string | null;
}
const read = { version: 1, fields: { title: 'Be quick', priority: 40, dimension: null } as Fields };
const now = {
  version: 2,
  fields: { title: 'Be quick and right', priority: 70, dimension: null } as Fields,
};

test('what was not touched follows what others have changed, and is not sent', () => {
  const rebased = rebase(read.fields, read, now);
  expect(rebased).toEqual({ fields: now.fields, base: now, clashes: [] });
  expect(changedFields(rebased.fields, rebased.base)).toEqual({});
});

test('a field that only the writer has changed is kept and sent alone', () => {
  const quick = { version: 2, fields: { ...read.fields, priority: 70 } };
  const rebased = rebase({ ...read.fields, title: 'Be quicker' }, read, quick);
  expect(rebased.clashes).toEqual([]);
  expect(changedFields(rebased.fields, rebased.base)).toEqual({ title: 'Be quicker' });
});

test('a field that both have changed waits for a choice, with both shown', () => {
  const { fields, clashes, base } = rebase({ ...read.fields, priority: 50 }, read, now);
  expect(fields).toEqual({ ...now.fields, priority: 50 });
  expect(clashes).toEqual([{ key: 'priority', mine: 50, theirs: 70 }]);
  expect(base.version).toBe(1);
});

test.each([
  ['mine', 50, { priority: 50 }],
  ['theirs', 70, {}],
] as const)('once %s is chosen, the form goes on from the new version', (side, priority, sent) => {
  const asked = rebase({ ...read.fields, priority: 50 }, read, now);
  const [clash] = asked.clashes;
  if (!clash) throw new Error('nothing is asked');
  const { fields, base } = chosen(asked, clash, side);
  const settled = rebase(fields, base, now);
  expect(settled).toMatchObject({ clashes: [], base: now, fields: { priority } });
  expect(changedFields(settled.fields, settled.base)).toEqual(sent);
});

test('a draft that does not say what it was read from asks about everything that differs, one by one', () => {
  const asked = rebase(read.fields, undefined, now);
  expect(asked.clashes.map(({ key }) => key)).toEqual(['title', 'priority']);
  const [title] = asked.clashes;
  if (!title) throw new Error('nothing is asked');
  const kept = JSON.parse(JSON.stringify(chosen(asked, title, 'mine')));
  expect(rebase(kept.fields as Fields, kept.base, now).clashes.map(({ key }) => key)).toEqual(['priority']);
});

test('what changes again while a choice waits is asked about as it is then', () => {
  const asked = rebase({ ...read.fields, priority: 50 }, read, now);
  const later = { version: 3, fields: { ...now.fields, priority: 80 } };
  expect(rebase(asked.fields, asked.base, later).clashes).toEqual([
    { key: 'priority', mine: 50, theirs: 80 },
  ]);
});

test('rows of a form follow the plan, and what others have added comes after them', () => {
  const rows: Row<Fields>[] = [
    { ...read.fields, row: 1, id: 'quick', base: read },
    { title: 'Be kind', priority: 1, dimension: 'quality', row: 2, id: null },
  ];
  const added = { version: 1, fields: { title: 'Be cheap', priority: 5, dimension: 'cost' } };
  const rebased = rebaseRows<Fields>(
    rows,
    new Map([
      ['quick', now],
      ['cheap', added],
    ]),
  );
  expect(rebased.rows).toMatchObject([
    { ...now.fields, row: 1 },
    { title: 'Be kind', row: 2, id: null },
    { title: 'Be cheap', row: 3, id: 'cheap' },
  ]);
  expect(rebased.rows.map(changeOf)).toEqual([
    { id: 'quick', version: 2 },
    { title: 'Be kind', priority: 1, dimension: 'quality' },
    { id: 'cheap', version: 1 },
  ]);
});
