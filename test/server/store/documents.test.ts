import { expect, test } from 'vitest';
import { makeDocuments } from '../../../server/store/documents.ts';

test('a document that says the same as before is the same object, and one that says something else is another', () => {
  const parse = makeDocuments();
  const [a, b] = parse('goals', ['{"id":"a"}', '{"id":"b"}']);
  const [again, other] = parse('goals', ['{"id":"a"}', '{"id":"b","title":"B"}']);
  expect(again).toBe(a);
  expect(other).not.toBe(b);
  expect(other).toEqual({ id: 'b', title: 'B' });
});

test('what was not asked for at the last time is not kept, and kinds are kept apart', () => {
  const parse = makeDocuments();
  const [first] = parse('goals', ['{"id":"a"}']);
  expect(parse('measures', ['{"id":"a"}'])[0]).not.toBe(first);
  parse('goals', []);
  expect(parse('goals', ['{"id":"a"}'])[0]).not.toBe(first);
});
