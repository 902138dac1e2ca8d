import { expect, test } from 'vitest';
import { makeQueryClient } from '../../../editor/app/api/query-client.ts';
import { RequestError } from '../../../editor/app/api/request.ts';

const refused = () =>
  Promise.reject(new RequestError({ type: 'signed-out', title: 'No', detail: 'No', status: 401 }));

async function toldAfter(known: unknown): Promise<number> {
  let told = 0;
  const client = makeQueryClient(() => {
    told += 1;
  });
  if (known !== undefined) client.setQueryData(['me'], known);
  await client.prefetchQuery({ queryKey: ['cycles', 'draft', 'probation'], queryFn: refused });
  client.clear();
  return told;
}

test('what is asked for before it is known who looks does not say that the sign-in has ended', async () => {
  expect(await toldAfter(undefined)).toBe(0);
});

test('who was known is told that the sign-in has ended', async () => {
  expect(await toldAfter({ id: 'ada' })).toBe(1);
});
