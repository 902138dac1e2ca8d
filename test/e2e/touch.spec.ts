// Drawing with a finger: the palette is dragged from as with a pointer.
import type { Page } from '@playwright/test';
import type { Cycle } from '../../engine/index.ts';
import { canvas, onCanvas, type Place, stage } from './canvas.ts';
import { openCopy } from './drafts.ts';
import { expect, demoTest as test } from './fixtures.ts';

test.use({ hasTouch: true });

/** Playwright's own touchscreen only taps. */
async function dragByTouch(page: Page, from: Place, to: Place): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: Place[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: points });
  await touch('touchStart', [from]);
  for (const share of [0.1, 0.3, 0.5, 0.7, 0.9, 1])
    await touch('touchMove', [{ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }]);
  await touch('touchEnd', []);
}

const small = (schema: Cycle['schema'], id: string): Cycle => ({
  schema,
  id,
  name: 'Small',
  initial: 'wait',
  stages: { wait: { after: [{ delay: 'P1D', to: 'end' }] }, end: { type: 'final', outcome: 'met' } },
  layout: { wait: { x: 0, y: 0 }, end: { x: 400, y: 0 } },
});

/** Half a stage and a step of the grid: it is dropped by its middle. */
const near = { x: 120, y: 48 };

test('a stage is dragged from the palette by touch, lies where it was let go, and is named', async ({
  page,
  demo,
}) => {
  await openCopy(page, demo.url, 'quarterly-okr', ({ schema, id }) => small(schema, id));
  const item = await page.getByRole('button', { name: 'Add Measure', exact: true }).boundingBox();
  if (!item) throw new Error('The palette is not on the screen.');
  const from = { x: item.x + item.width / 2, y: item.y + item.height / 2 };
  const to = await onCanvas(page, { x: 0.5, y: 0.75 });
  await dragByTouch(page, from, to);
  const name = page.getByRole('textbox', { name: /^Name of/ });
  await expect(name).toBeFocused();
  await name.fill('Count the calls');
  await name.press('Enter');
  const added = stage(page, 'Count the calls');
  await expect(added).toBeFocused();
  const box = await added.boundingBox();
  expect(Math.abs((box?.x ?? 0) - to.x)).toBeLessThan(near.x);
  expect(Math.abs((box?.y ?? 0) - to.y)).toBeLessThan(near.y);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(canvas(page).getByText('Count the calls')).toHaveCount(0);
});
