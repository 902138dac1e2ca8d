// How little is drawn anew: a large cycle stays quick because what did not change is not drawn again.
import type { Page } from '@playwright/test';
import { transitionsFrom } from '../../editor/document/transitions.ts';
import { rowsCycle } from '../bench/drawn-cycles.ts';
import { canvas, details, stage } from './canvas.ts';
import { rendersOf, watchRenders } from './count-renders.ts';
import { openCopy } from './drafts.ts';
import { expect, demoTest as test } from './fixtures.ts';

const cycle = rowsCycle(200, 300);
const held = 'stage-1';
const touching = Object.keys(cycle.stages).flatMap((from) =>
  transitionsFrom(cycle, from)
    .filter(({ transition }) => from === held || transition.to === held)
    .map(({ pointer }) => pointer),
);

async function openRows(page: Page, url: string): Promise<void> {
  await watchRenders(page);
  await openCopy(page, url, 'quarterly-okr', ({ id }) => ({ ...cycle, id }));
  await stage(page, held).click();
  await expect(details(page).getByRole('heading', { name: held })).toBeVisible();
  await expect(canvas(page).locator('path[marker-end]').first()).toBeAttached();
  // What is checked is marked on the stages, once.
  await expect(page.getByRole('region', { name: 'Problems' })).toContainText(/\d errors?/);
}

test('a stage that is dragged is drawn anew with its own transitions, and nothing else', async ({
  page,
  demo,
}) => {
  await openRows(page, demo.url);
  const box = await stage(page, held).boundingBox();
  if (!box) throw new Error('The stage is not on the screen.');
  const from = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 8, from.y + 8);
  const steps = 12;
  const { stages, transitions } = await rendersOf(page, () =>
    page.mouse.move(from.x + 60, from.y + 40, { steps }),
  );
  await page.mouse.up();

  expect(Object.keys(stages)).toEqual([held]);
  expect(stages[held]).toBeLessThanOrEqual(steps);
  expect(touching).toHaveLength(3);
  expect(Object.keys(transitions).toSorted()).toEqual(touching.toSorted());
});

test('a name that is typed has one stage drawn anew, and the transitions that say it', async ({
  page,
  demo,
}) => {
  await openRows(page, demo.url);
  const name = details(page).getByLabel('Name', { exact: true });
  await name.focus();
  const { stages, transitions } = await rendersOf(page, async () => {
    await name.press('End');
    await name.press('!');
    await expect(stage(page, `${held}!`)).toBeVisible();
  });

  expect(Object.keys(stages)).toEqual([`${held}!`]);
  expect(Object.keys(transitions).toSorted()).toEqual(touching.toSorted());
});
