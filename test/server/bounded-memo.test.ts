import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boundedMemo } from '../../server/bounded-memo.ts';
import { openDatabase, preparing } from '../../server/store/sqlite-dialect.ts';

function counted(size: number) {
  const made: string[] = [];
  const memo = boundedMemo((key) => {
    made.push(key);
    return { key };
  }, size);
  return { memo, made };
}

test('what is used again and again is made once, however much else comes along', () => {
  const { memo, made } = counted(10);
  const often = memo('often');
  for (let other = 0; other < 1000; other++) {
    memo(`once ${other}`);
    expect(memo('often')).toBe(often);
  }
  expect(made.filter((key) => key === 'often').length).toBe(1);
});

test('a memo never keeps more than twice its size, and always gives what belongs to the key', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 300 }), (keys) => {
      const size = 5;
      const { memo, made } = counted(size);
      for (const [at, key] of keys.entries()) {
        const before = made.length;
        expect(memo(String(key)).key).toBe(String(key));
        const lately = new Set(keys.slice(0, at).toReversed().slice(0, size));
        if (lately.has(key)) expect(made.length).toBe(before);
      }
      // All keys once more, in the order in which they were made last: what is still kept is not made.
      const before = made.length;
      const all = [...new Set(made)];
      for (const key of all) memo(key);
      expect(all.length - (made.length - before)).toBeLessThanOrEqual(2 * size);
    }),
  );
});

test('statements of ever new texts are not all kept', () => {
  const database = openDatabase(':memory:');
  let open = 0;
  const prepare = preparing({
    prepare: (sql) => {
      open++;
      return database.prepare(sql);
    },
  });
  for (let round = 0; round < 2; round++)
    for (let length = 1; length <= 2000; length++) {
      const statement = prepare(`select ${length} as length`);
      expect(statement.all([])).toEqual([{ length }]);
    }
  // Had all been kept, the second round would have prepared nothing.
  expect(open).toBe(4000);
  database.close();
});
