// A filter that was misspelt is refused: answered without it, the list would be everything.
import { expect, test } from 'vitest';
import { reviewCycle } from '../../support/cycles.ts';
import { actorOf, makeOffice } from '../../support/office.ts';
import { makeTestApp } from '../../support/server.ts';

interface Operation {
  parameters?: { in: string; name: string }[];
}

test('a misspelt filter is refused with the one that was meant', async () => {
  const office = await makeOffice(reviewCycle);
  const { status, body } = await (await office.as('hana'))('GET', '/api/v1/plans?componentid=permits');
  expect([status, body.detail]).toEqual([422, 'The query has a problem; nothing was changed.']);
  expect(body.errors).toEqual([
    { pointer: '', detail: 'The key "componentid" is not known here. Did you mean "componentId"?' },
  ]);
});

test('every list refuses a filter that it does not know, also one that takes none', async () => {
  const { deps } = await makeOffice(reviewCycle);
  const { send } = await makeTestApp(actorOf('ada'), deps);
  const { paths } = (await send('GET', '/api/v1/openapi.json')).body as {
    paths: Record<string, { get?: Operation }>;
  };
  const filtered = Object.entries(paths)
    .filter(
      ([path, { get }]) => get && (!path.includes('{') || get.parameters?.some((one) => one.in === 'query')),
    )
    .map(([path]) => path.replaceAll(/\{\w+\}/g, 'none'));
  expect(filtered.length).toBeGreaterThan(80);
  const taken: string[] = [];
  for (const path of filtered) {
    const { status } = await send('GET', `${path}?nonsense=1`);
    if (status !== 422) taken.push(`${path} ${status}`);
  }
  expect(taken).toEqual([]);
});
