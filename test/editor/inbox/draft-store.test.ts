import { expect, test } from 'vitest';
import { forgetDraft, keepDraft, readDraft } from '../../../editor/inbox/draft-store.ts';

function makeStorage({ full = false } = {}): Storage {
  const values = new Map<string, string>();
  return {
    get length() {
      return values.size;
    },
    clear: () => values.clear(),
    getItem: (key) => values.get(key) ?? null,
    key: () => null,
    removeItem: (key) => void values.delete(key),
    setItem: (key, value) => {
      if (full) throw new Error('QuotaExceededError');
      values.set(key, value);
    },
  };
}
const kept = { savedAt: '2026-11-24T10:00:00.000Z', draft: { comment: 'half a sen' } };

test('gives back what was typed, to the same person and task only', () => {
  const storage = makeStorage();
  expect(keepDraft(storage, { person: 'ada', task: 't1', kept })).toBe(true);
  expect(readDraft(storage, 'ada', 't1')).toEqual(kept);
  expect(readDraft(storage, 'eli', 't1')).toBeNull();
  expect(readDraft(storage, 'ada', 't2')).toBeNull();
});

test('forgets it once the task is done', () => {
  const storage = makeStorage();
  keepDraft(storage, { person: 'ada', task: 't1', kept });
  forgetDraft(storage, 'ada', 't1');
  expect(readDraft(storage, 'ada', 't1')).toBeNull();
});

test('begins anew when something else wrote there', () => {
  const storage = makeStorage();
  storage.setItem('cw-draft.ada.t1', '[1,2');
  expect(readDraft(storage, 'ada', 't1')).toBeNull();
  storage.setItem('cw-draft.ada.t1', '{"draft":"text"}');
  expect(readDraft(storage, 'ada', 't1')).toBeNull();
});

test('says when the browser keeps nothing', () => {
  expect(keepDraft(makeStorage({ full: true }), { person: 'ada', task: 't1', kept })).toBe(false);
});
