import { expect, test } from 'vitest';
import { RequestError } from '../../../editor/app/api/request.ts';
import { type KeptKey, sendOnce } from '../../../editor/inbox/send-once.ts';

const refused = (status: number, more: object = {}) =>
  new RequestError({ type: 'x', title: 'No', status, detail: 'No.', ...more });

/** Sends as often as there are answers, and says with which keys. */
async function keysOf(answers: (RequestError | 'taken')[]): Promise<string[]> {
  let key: string | null = null;
  const kept: KeptKey = {
    read: () => key,
    keep: (next) => {
      key = next;
    },
  };
  const used: string[] = [];
  for (const answer of answers)
    await sendOnce(kept, async (sent) => {
      used.push(sent);
      if (answer !== 'taken') throw answer;
    }).catch(() => undefined);
  return used;
}

test.for([
  ['no answer came', refused(0)],
  ['the server failed', refused(503)],
  ['the first is still under way', refused(409, { retryAfter: 1 })],
  ['there were too many requests', refused(429, { retryAfter: 9 })],
  ['the sign-in had ended', refused(401)],
] as const)('what is sent again because %s has the same key, and counts once', async ([, error]) => {
  const [first, second] = await keysOf([error, 'taken']);
  expect(second).toBe(first);
});

test.for([403, 409, 422])(
  'what the server refused with %i is another wish when it is sent again',
  async (status) => {
    const [first, second] = await keysOf([refused(status), 'taken']);
    expect(second).not.toBe(first);
  },
);

test('the key is kept before anything is sent, so that a page that is left meanwhile has it again', async () => {
  const kept: (string | null)[] = [];
  const key = await sendOnce({ read: () => null, keep: (next) => kept.push(next) }, async (sent) => {
    expect(kept).toEqual([sent]);
    return sent;
  });
  expect(kept).toEqual([key]);
});

test('who changed the words meanwhile is told to look whether the first ones arrived', async () => {
  const error = refused(422, { type: '/docs/problems#key-reused' });
  const sent = sendOnce({ read: () => 'k1', keep: () => undefined }, () => Promise.reject(error));
  await expect(sent).rejects.toMatchObject({ problem: { title: 'Perhaps it arrived already' } });
});
