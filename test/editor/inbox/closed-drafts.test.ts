import { expect, test } from 'vitest';
import { RequestError } from '../../../editor/app/api/request.ts';
import type { FeedbackRequest, TaskDetail } from '../../../editor/app/api/wire.ts';
import { lookThroughDrafts } from '../../../editor/inbox/closed-drafts.ts';
import { draftsOf, keepDraft } from '../../../editor/inbox/draft-store.ts';
import { makeFakeStorage } from '../../support/fake-storage.ts';

type Given = Pick<TaskDetail, 'title' | 'state' | 'completedBy'>;
const ana = { id: 'ana', name: 'Ana' };
const byAna: Given = { title: 'Rate the year', state: 'completed', completedBy: ana };
const refused = (status: number) => new RequestError({ type: '', title: '', status, detail: '' });

/** Ben has a draft; the server says what became of its task. What is given back, and what is still kept. */
async function after(
  answer: Given | RequestError,
  draft: object,
  { sent = false, purpose = 't1', requests = [] as FeedbackRequest[] } = {},
) {
  const storage = makeFakeStorage();
  const kept = { savedAt: '2026-11-24T10:00:00.000Z', draft, revision: 0, sent };
  keepDraft(storage, { person: 'ben', task: purpose, kept });
  const asked: string[] = [];
  const found = await lookThroughDrafts({
    storage,
    person: 'ben',
    open: new Set(['t-open']),
    requests,
    read: async (id) => {
      asked.push(id);
      if (answer instanceof RequestError) throw answer;
      return answer as TaskDetail;
    },
  });
  return { found, kept: draftsOf(storage, 'ben'), asked };
}
const words = { comment: 'The year was steady.', outcome: 'meets' };

test('words in a task that somebody else completed are given back, and kept until they are taken', async () => {
  const { found, kept } = await after(byAna, words);
  expect(found).toEqual([{ purpose: 't1', task: byAna, words: ['The year was steady.'] }]);
  expect(kept).toEqual(['t1']);
});

test('so are words in a task that the writer sees no more', async () => {
  const { found } = await after(refused(404), words);
  expect(found).toMatchObject([{ task: null, words: ['The year was steady.'] }]);
});

test('the reason of a decision is given back like any other words', async () => {
  const { found, asked } = await after(
    byAna,
    { reason: 'Beside the others.' },
    { purpose: 'calibration.t1' },
  );
  expect([found[0]?.words, asked]).toEqual([['Beside the others.'], ['t1']]);
});

test('why something is returned is of no task, and stays where it was written', async () => {
  const { found, kept, asked } = await after(refused(404), words, { purpose: 'return.plan.p1' });
  expect([found, kept, asked]).toEqual([[], ['return.plan.p1'], []]);
});

const asked = (state: FeedbackRequest['state']): FeedbackRequest => ({
  id: 'r1',
  at: '2026-11-20T10:00:00.000Z',
  requester: ana,
  asked: { id: 'ben', name: 'Ben' },
  component: null,
  goal: null,
  question: 'How was the rollout?',
  state,
  settledAt: null,
  reason: null,
  feedbackId: null,
});

test.for(['answered', 'declined'] as const)(
  'an answer that was begun to a request that is %s by now is given back',
  async (state) => {
    const given = { purpose: 'feedback.request.r1', requests: [asked(state)] };
    const { found } = await after(refused(404), { text: 'It went well.' }, given);
    expect(found).toMatchObject([{ request: { id: 'r1' }, words: ['It went well.'] }]);
  },
);

test.for(['open', 'withdrawn'] as const)(
  'an answer that was begun stays with its request while that is %s',
  async (state) => {
    const given = { purpose: 'feedback.request.r1', requests: [asked(state)] };
    const { found, kept } = await after(refused(404), { text: 'It went well.' }, given);
    expect([found, kept.length]).toEqual([[], 1]);
  },
);

test.for([
  ['says nothing', byAna, { outcome: 'meets' }, {}],
  ['the server has too', byAna, words, { sent: true }],
  ['the writer handed in', { ...byAna, completedBy: { id: 'ben', name: 'Ben' } }, words, {}],
] as const)('what %s is dropped without a word', async ([, answer, draft, how]) => {
  expect(await after(answer, draft, how)).toMatchObject({ found: [], kept: [] });
});

test.for([
  ['the task is open', { title: 'Rate', state: 'open', completedBy: null }, {}],
  ['the server does not answer', refused(0), {}],
  ['it is feedback, which no task has', refused(404), { purpose: 'feedback.to.person:ana' }],
  ['it is in the list of open tasks', refused(404), { purpose: 't-open' }],
] as const)('a draft stays where it is while %s', async ([, answer, how]) => {
  const { found, kept } = await after(answer as Given, words, how);
  expect([found, kept.length]).toEqual([[], 1]);
});

test('nobody is given the words of somebody whose id begins with theirs', () => {
  const storage = makeFakeStorage();
  const kept = { savedAt: '2026-11-24T10:00:00.000Z', draft: words, revision: 0, sent: false };
  keepDraft(storage, { person: 'ben.b', task: 't1', kept });
  expect(draftsOf(storage, 'ben')).toEqual([]);
});
