// One wish for more tasks than a request takes is sent in lots, and told as one.
import { afterEach, expect, test, vi } from 'vitest';
import { makeAct, outlivesPage, type PickedTask, sendAct } from '../../../../editor/inbox/bulk/bulk-acts.ts';

const picked = (count: number): PickedTask[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `6f0d6a1e-0000-5000-8000-${String(at).padStart(12, '0')}`,
    ...{ title: 'Agree the plan', componentName: 'Permits', dueAt: null },
  }));

interface Sent {
  ids: string[];
  key: string;
  bytes: number;
}

function listen(): Sent[] {
  const sent: Sent[] = [];
  vi.stubGlobal('fetch', async (_: string, { body, headers }: { body: string; headers: HeadersInit }) => {
    const { ids } = JSON.parse(body);
    sent.push({ ids, key: new Headers(headers).get('idempotency-key') ?? '', bytes: body.length });
    const items = ids.map((id: string) => ({ id, outcome: 'done' }));
    return Response.json({ done: ids.length, refused: 0, items });
  });
  return sent;
}
afterEach(() => vi.unstubAllGlobals());

test('an act on all that an inbox can hold reaches each task once, in lots with a key of their own', async () => {
  const sent = listen();
  const act = makeAct({ act: 'remind' }, picked(4500));
  const answer = await sendAct(act);
  expect([answer.done, answer.refused, answer.items.length]).toEqual([4500, 0, 4500]);
  expect(sent.flatMap(({ ids }) => ids)).toEqual(act.tasks.map(({ id }) => id));
  expect(new Set(sent.map(({ key }) => key)).size).toBe(sent.length);
  for (const { ids, bytes } of sent) expect([ids.length <= 2000, bytes < 60_000]).toEqual([true, true]);
});

test('an act on few is one request with the key of the act', async () => {
  const sent = listen();
  const act = makeAct({ act: 'remind' }, picked(50));
  await sendAct(act);
  expect(sent.map(({ key }) => key)).toEqual([act.key]);
});

test('only an act that a page can send while it is left is held', () => {
  expect(outlivesPage(makeAct({ act: 'remind' }, picked(1000)))).toBe(true);
  expect(outlivesPage(makeAct({ act: 'remind' }, picked(1001)))).toBe(false);
  const reason = 'x'.repeat(2000);
  expect(outlivesPage(makeAct({ act: 'delegate', to: 'chief', reason }, picked(1000)))).toBe(true);
});
