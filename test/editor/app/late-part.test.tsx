// What is fetched when it is first drawn, over a connection that comes and goes.
import { renderToStaticMarkup } from 'react-dom/server';
import { prerender } from 'react-dom/static';
import { expect, test, vi } from 'vitest';
import { latePart } from '../../../editor/app/parts/late-part.tsx';
import { partSource } from '../../../editor/app/parts/part-source.ts';

const Panel = ({ name }: { name: string }) => <p>{name}</p>;

/** The connection is away for the first of them. */
const awayFor = (times: number) => {
  let asked = 0;
  return vi.fn(async () => {
    asked += 1;
    if (asked <= times) throw new TypeError('Failed to fetch dynamically imported module');
    return Panel;
  });
};

async function drawn(node: React.ReactNode): Promise<string> {
  const { prelude } = await prerender(node, { onError: () => undefined });
  return new Response(prelude as ReadableStream<Uint8Array>).text();
}

test('a part is fetched once, whoever asks for it', async () => {
  const load = awayFor(0);
  const source = partSource(load);
  expect(source.found()).toBeNull();
  expect(await Promise.all([source.fetch(), source.fetch()])).toEqual([Panel, Panel]);
  expect(source.found()).toBe(Panel);
  expect(load).toHaveBeenCalledOnce();
});

test('a part that did not come says what happened and what to do', async () => {
  await expect(partSource(awayFor(1)).fetch()).rejects.toMatchObject({
    status: 0,
    problem: { title: 'This part of the page did not come' },
  });
});

test('a part that did not come is the same failure until it is asked for again, and then it comes', async () => {
  const load = awayFor(1);
  const source = partSource(load);
  await expect(source.fetch()).rejects.toThrow();
  await expect(source.fetch()).rejects.toThrow();
  expect(load).toHaveBeenCalledOnce();
  source.forget();
  expect(await source.fetch()).toBe(Panel);
});

test('what is there is not fetched again', async () => {
  const load = awayFor(0);
  const source = partSource(load);
  await source.fetch();
  source.forget();
  expect(await source.fetch()).toBe(Panel);
  expect(load).toHaveBeenCalledOnce();
});

test('a part draws itself with what it was given', async () => {
  const Late = latePart(awayFor(0));
  expect(await drawn(<Late name="Plan" />)).toContain('<p>Plan</p>');
});

test('what was asked for ahead in vain is asked for again where it is drawn', async () => {
  const load = awayFor(1);
  const Late = latePart(load);
  await Late.preload();
  expect(Late.isHere()).toBe(false);
  expect(await drawn(<Late name="Plan" />)).toContain('<p>Plan</p>');
  expect(load).toHaveBeenCalledTimes(2);
});

test('what has come ahead is drawn without a placeholder', async () => {
  const Late = latePart(awayFor(0));
  await Late.preload();
  expect(Late.isHere()).toBe(true);
  expect(renderToStaticMarkup(<Late name="Plan" />)).toBe('<p>Plan</p>');
});
