// A tidy layout, and the overview of a large one.
import type { Page } from '@playwright/test';
import type { Cycle } from '../../engine/index.ts';
import { largeCycle } from '../bench/check.ts';
import { boxOf, canvas, stage } from './canvas.ts';
import { openCopy } from './drafts.ts';
import { expect, keptTest as test } from './fixtures.ts';
import { read } from './people.ts';

const undo = (page: Page) => page.getByRole('button', { name: 'Undo (Ctrl+Z)' });
const said = (page: Page, words: string) => page.getByRole('status').filter({ hasText: words });

const placesOf = async (page: Page) =>
  Object.fromEntries(
    await canvas(page)
      .locator('.react-flow__node')
      .evaluateAll((nodes) =>
        nodes.map((node): [string, string] => [
          node.getAttribute('data-id') ?? '',
          node instanceof HTMLElement ? node.style.transform : '',
        ]),
      ),
  );

test('stages in a heap are laid out in one step, and what is tidy stays as it is', async ({ page, demo }) => {
  await openCopy(page, demo.url, 'quarterly-okr', (cycle) => ({
    ...cycle,
    layout: Object.fromEntries(Object.keys(cycle.layout ?? {}).map((id) => [id, { x: 40, y: 40 }])),
  }));
  const heap = await placesOf(page);
  await page.keyboard.press('Shift+L');
  await expect(said(page, 'The layout is tidy.')).toBeAttached();
  const names = ['Objectives', 'Align', 'In the quarter', 'Grade', 'Learn'];
  const boxes = await Promise.all(names.map((name) => boxOf(stage(page, name))));
  for (const [index, a] of boxes.entries())
    for (const b of boxes.slice(index + 1))
      expect(
        a.x >= b.x + b.width || b.x >= a.x + a.width || a.y >= b.y + b.height || b.y >= a.y + a.height,
      ).toBe(true);
  const [first, ...others] = boxes;
  for (const other of others) expect(first?.x).toBeLessThanOrEqual(other.x);

  const tidied = await placesOf(page);
  await page.keyboard.press('Shift+L');
  await expect(said(page, 'The layout is tidy.')).toBeAttached();
  expect(await placesOf(page)).toEqual(tidied);
  await undo(page).click();
  await expect.poll(() => placesOf(page)).toEqual(heap);
  await expect(undo(page)).toBeDisabled();
});

test('a cycle of 300 stages without places is laid out while the page goes on', async ({ page, demo }) => {
  test.slow();
  await openCopy(page, demo.url, 'quarterly-okr', ({ id }) => ({ ...largeCycle(300), id }));
  // The page's own frames while the layout is made: it is made in a worker.
  await page.evaluate(() => {
    const counted = { frames: 0 };
    Reflect.set(window, 'counted', counted);
    const next = () => {
      counted.frames += 1;
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
  const worker = page.waitForEvent('worker');
  await page.keyboard.press('Shift+L');
  await worker;
  await expect(said(page, 'The layout is tidy.')).toBeAttached({ timeout: 60_000 });
  const frames = await page.evaluate((): number => Reflect.get(Reflect.get(window, 'counted'), 'frames'));
  expect(frames).toBeGreaterThan(1);
});

test('the overview goes where it is pressed, tints what has errors and is no stop of the Tab key', async ({
  page,
  demo,
}) => {
  await openCopy(
    page,
    demo.url,
    'quarterly-okr',
    (cycle): Cycle => ({
      ...cycle,
      stages: { ...cycle.stages, lost: { name: 'Lost' } },
      layout: { ...cycle.layout, lost: { x: 6000, y: 2400 } },
    }),
  );
  await page.keyboard.press('0');
  await expect(stage(page, 'Lost')).not.toBeInViewport();
  await page.keyboard.press('m');
  const overview = page.getByRole('img', { name: 'Overview of the cycle' });
  await expect(overview).toBeVisible();
  const { x, y, width, height } = await boxOf(overview);
  const ofLost = overview.locator('rect.react-flow__minimap-node[x="6000"]');
  await expect(ofLost).toHaveAttribute('style', /--cw-(danger|warning)/);
  const lost = await boxOf(ofLost);
  expect(lost.x).toBeGreaterThan(x);
  expect(lost.y).toBeGreaterThan(y);
  expect(lost.x + lost.width).toBeLessThan(x + width);
  expect(lost.y + lost.height).toBeLessThan(y + height);
  await page.mouse.click(lost.x + lost.width / 2, lost.y + lost.height / 2);
  await expect(stage(page, 'Lost')).toBeInViewport();
  const stops = await overview.evaluate(
    (element) =>
      [element, ...element.querySelectorAll('*')].filter((each) => (each as SVGElement).tabIndex >= 0).length,
  );
  expect(stops).toBe(0);
  await page.keyboard.press('m');
});

test('a file without places is laid out when it is opened', async ({ page, demo }) => {
  await openCopy(page, demo.url, 'quarterly-okr', ({ layout: _, ...cycle }) => cycle);
  await expect(stage(page, 'Objectives')).toBeVisible();
  const places = Object.values(await placesOf(page));
  expect(new Set(places).size).toBe(places.length);
  const saved = await read<Cycle>(page, demo.url, new URL(page.url()).pathname);
  expect(saved.layout).toBeUndefined();
});
