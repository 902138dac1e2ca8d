import { afterEach, expect, test, vi } from 'vitest';
import { type Completion, keyFor, outlivesPage } from '../../../../editor/inbox/holding/completion.ts';
import { makeSubmission } from '../../../../editor/inbox/holding/submission.ts';

afterEach(() => vi.unstubAllGlobals());

const completion = { taskId: 'tsk/1', result: { decision: 'agreed' }, shown: null, key: 'one-key' };
const after = { next: undefined, place: 1, total: 1 };

/** A form that is held, and what became of it; the server answers with the statuses in turn. */
function submitted(statuses: number[], signed: { shown?: Completion['shown'] } = {}) {
  const requests: { url: string; key: string; body: string; keepalive: boolean }[] = [];
  const happened: string[] = [];
  let again = async (): Promise<void> => undefined;
  vi.stubGlobal('fetch', async (url: string, { headers, body, keepalive }: RequestInit) => {
    const key = new Headers(headers).get('idempotency-key') ?? '';
    requests.push({ url, key, body: String(body), keepalive: keepalive === true });
    const status = statuses.shift() ?? 0;
    if (status === 0) throw new TypeError('Failed to fetch');
    const problem = { type: 'conflict', title: 'Conflict', detail: 'The plan has moved.', status };
    return new Response(JSON.stringify(status === 200 ? {} : problem), { status });
  });
  const act = makeSubmission({
    ...completion,
    ...signed,
    milliseconds: 10_000,
    done: 'Plan agreed',
    after,
    client: { invalidateQueries: async () => undefined },
    forget: () => happened.push('draft forgotten'),
    onUndone: () => happened.push('back at the task'),
    onNotSent: (error, sendAgain) => {
      happened.push(`not sent: ${error instanceof Error ? error.message : ''}`);
      again = sendAgain;
    },
  });
  return { act, requests, happened, sendAgain: () => again() };
}

test('says what was done, and hides its task while it is held', () => {
  const { act, requests, happened } = submitted([]);
  expect(act).toMatchObject({
    title: 'Plan agreed',
    words: 'That was the last task. Nothing else waits for you.',
    milliseconds: 10_000,
    hides: ['tsk/1'],
  });
  act.undone?.();
  expect([requests, happened]).toEqual([[], ['back at the task']]);
});

test('the draft is forgotten once the server has taken the result, not before', async () => {
  const { act, requests, happened } = submitted([200]);
  const sending = act.send(true);
  expect(happened).toEqual([]);
  await sending;
  expect(happened).toEqual(['draft forgotten']);
  expect(requests).toEqual([
    {
      url: '/api/v1/tasks/tsk%2F1/complete',
      key: 'one-key',
      body: JSON.stringify({ result: completion.result }),
      keepalive: true,
    },
  ]);
});

test('what is refused after all leaves the draft, and the person is told', async () => {
  const { act, happened } = submitted([409]);
  await act.send(false);
  expect(happened).toEqual(['not sent: The plan has moved.']);
});

test('what got no answer is sent again with its key, so that it counts once', async () => {
  const { act, requests, happened, sendAgain } = submitted([0, 200]);
  await act.send(false);
  await sendAgain();
  expect(requests.map(({ key }) => key)).toEqual(['one-key', 'one-key']);
  expect(happened.at(-1)).toBe('draft forgotten');
});

test('what a page that is left could not send is not held', () => {
  const words = (letters: number) => ({ ...completion, result: { text: 'ä'.repeat(letters) } });
  expect([outlivesPage(words(1_000)), outlivesPage(words(32_000))]).toEqual([true, false]);
});

test('whoever signs a plan says what of it was shown, also when it is sent as the page is left', async () => {
  const shown = { goals: { time: 2 }, measures: { days: 1 } };
  const { act, requests } = submitted([200], { shown });
  await act.send(true);
  expect(JSON.parse(requests[0]?.body ?? '')).toEqual({ result: completion.result, shown });
});

test('the same wish keeps its key, and a plan that was shown anew is signed under another', () => {
  const keys = new Map<string, string>();
  const wish = (goal: number) => ({
    taskId: 'tsk/1',
    result: completion.result,
    shown: { goals: { time: goal }, measures: {} },
  });
  const first = keyFor(wish(1), keys);
  expect([keyFor(wish(1), keys) === first, keyFor(wish(2), keys) === first]).toEqual([true, false]);
});
