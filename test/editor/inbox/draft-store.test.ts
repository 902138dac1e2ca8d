import { expect, test } from 'vitest';
import { beginFrom, forgetDraft, keepDraft, readDraft } from '../../../editor/inbox/draft-store.ts';
import { makeFakeStorage } from '../../support/fake-storage.ts';

const kept = {
  savedAt: '2026-11-24T10:00:00.000Z',
  draft: { comment: 'half a sen' },
  revision: 0,
  sent: false,
};

test('gives back what was typed, to the same person and task only', () => {
  const storage = makeFakeStorage();
  expect(keepDraft(storage, { person: 'ada', task: 't1', kept })).toBe(true);
  expect(readDraft(storage, 'ada', 't1')).toEqual(kept);
  expect(readDraft(storage, 'eli', 't1')).toBeNull();
  expect(readDraft(storage, 'ada', 't2')).toBeNull();
});

test('keeps what is on its way, for a tab that dies before the answer', () => {
  const storage = makeFakeStorage();
  const sending = JSON.stringify({ comment: 'half' });
  keepDraft(storage, { person: 'ada', task: 't1', kept: { ...kept, sending } });
  expect(readDraft(storage, 'ada', 't1')).toEqual({ ...kept, sending });
});

test('forgets it once the task is done', () => {
  const storage = makeFakeStorage();
  keepDraft(storage, { person: 'ada', task: 't1', kept });
  forgetDraft(storage, 'ada', 't1');
  expect(readDraft(storage, 'ada', 't1')).toBeNull();
});

test('begins anew when something else wrote there', () => {
  const storage = makeFakeStorage();
  storage.setItem('cw-draft.ada.t1', '[1,2');
  expect(readDraft(storage, 'ada', 't1')).toBeNull();
  storage.setItem('cw-draft.ada.t1', '{"draft":"text"}');
  expect(readDraft(storage, 'ada', 't1')).toBeNull();
});

test('says when the browser keeps nothing', () => {
  expect(keepDraft(makeFakeStorage({ full: true }), { person: 'ada', task: 't1', kept })).toBe(false);
});

test('what an earlier release kept is still read', () => {
  const storage = makeFakeStorage();
  storage.setItem('cw-draft.ada.t1', JSON.stringify({ savedAt: kept.savedAt, draft: kept.draft }));
  expect(readDraft(storage, 'ada', 't1')).toEqual(kept);
});

const server = (comment: string, revision: number) => ({
  content: { comment },
  revision,
  savedAt: '2026-11-25T10:00:00.000Z',
});

test.each([
  ['nothing anywhere', null, null, { content: null, unsent: false, other: null, revision: 0 }],
  [
    'another device alone',
    null,
    server('there', 2),
    { content: { comment: 'there' }, unsent: false, revision: 2 },
  ],
  [
    'words on their way when the tab died, which came there and were gone on from here',
    { ...kept, sending: JSON.stringify({ comment: 'half' }) },
    server('half', 1),
    { content: kept.draft, unsent: true, other: null, revision: 1 },
  ],
  [
    'words on their way when the tab died, and others from elsewhere',
    { ...kept, sending: JSON.stringify({ comment: 'half' }) },
    server('there', 1),
    { content: kept.draft, unsent: true, other: server('there', 1), revision: 0 },
  ],
  ['words that were never sent', kept, null, { content: kept.draft, unsent: true, other: null, revision: 0 }],
  [
    'words that were sent, and more on another device',
    { ...kept, revision: 1, sent: true },
    server('there', 2),
    { content: { comment: 'there' }, unsent: false, other: null, revision: 2 },
  ],
  [
    'newer words here, of the same revision',
    { ...kept, revision: 2 },
    server('there', 2),
    { content: kept.draft, unsent: true, other: null, revision: 2 },
  ],
  [
    'words here and others there',
    { ...kept, revision: 1 },
    server('there', 2),
    { content: kept.draft, unsent: true, other: server('there', 2), revision: 1 },
  ],
  [
    'words whose draft the server has no longer',
    { ...kept, revision: 3 },
    null,
    { content: kept.draft, unsent: true, other: null, revision: 0 },
  ],
  [
    'the same words in both',
    { ...kept, revision: 1 },
    server('half a sen', 2),
    { content: kept.draft, unsent: false, other: null, revision: 2 },
  ],
])('a form with %s begins so that nothing is lost', (_what, local, own, expected) => {
  expect(beginFrom(local, own)).toMatchObject(expected);
});
