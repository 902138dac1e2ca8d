// Several stages at once, and stages in line with one another.
import type { Locator, Page } from '@playwright/test';
import { canvas, details, dropStage, stage } from './canvas.ts';
import { comeAs } from './come.ts';
import { expect, keptTest as test } from './fixtures.ts';

const boxOf = async (locator: Locator) => {
  const box = await locator.boundingBox();
  if (!box) throw new Error('The stage is not on the screen.');
  return box;
};
const selected = (page: Page): Locator => canvas(page).locator('.react-flow__node.selected');
const guides = (page: Page): Locator => canvas(page).locator('[data-guides] line');

/** Takes hold of a stage and moves it by so much, and does not let go. */
async function holdAndMove(page: Page, name: string, by: { x: number; y: number }): Promise<void> {
  const { x, y, width, height } = await boxOf(stage(page, name));
  const from = { x: x + width / 2, y: y + height / 2 };
  await page.mouse.move(from.x - 2, from.y);
  await page.mouse.down();
  // A drag begins with the first step, and counts from there.
  await page.mouse.move(from.x, from.y);
  await page.mouse.move(from.x + by.x / 2, from.y + by.y / 2, { steps: 3 });
  await page.mouse.move(from.x + by.x, from.y + by.y, { steps: 3 });
}

async function threeStages(page: Page, url: string): Promise<void> {
  const go = await comeAs(page, url, 'designer');
  await go('/cycles');
  await page.getByRole('button', { name: 'New cycle' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('In line');
  await page.getByRole('button', { name: 'Create cycle' }).click();
  await expect(stage(page, 'Plan')).toBeVisible();
  await page.keyboard.press('0');
  await dropStage(page, 'Observe', 'Watch', { x: 0.4, y: 0.75 });
  await page.getByRole('button', { name: 'Show the whole cycle (1)' }).click();
}

test('stages are chosen with a box, with Ctrl and with Ctrl+A, and changed together', async ({
  page,
  demo,
}) => {
  await threeStages(page, demo.url);

  await stage(page, 'Plan').click();
  await stage(page, 'Closed').click({ modifiers: ['ControlOrMeta'] });
  await expect(selected(page)).toHaveCount(2);
  await page.keyboard.press('Escape');
  await expect(selected(page)).toHaveCount(0);

  const [plan, closed] = [await boxOf(stage(page, 'Plan')), await boxOf(stage(page, 'Closed'))];
  await page.keyboard.down('Shift');
  await page.mouse.move(plan.x - 40, Math.min(plan.y, closed.y) - 40);
  await page.mouse.down();
  await page.mouse.move(closed.x + closed.width + 20, plan.y + plan.height + 20, { steps: 6 });
  await page.mouse.up();
  await page.keyboard.up('Shift');
  await expect(selected(page)).toHaveCount(2);

  await page.keyboard.press('ControlOrMeta+a');
  await expect(selected(page)).toHaveCount(3);
  await expect(page.getByRole('status').filter({ hasText: '3 stages selected.' })).toBeAttached();

  await page.getByRole('button', { name: 'Align left edges' }).click();
  const lefts = await Promise.all(
    ['Plan', 'Watch', 'Closed'].map(async (name) => (await boxOf(stage(page, name))).x),
  );
  expect(new Set(lefts.map(Math.round)).size).toBe(1);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(async () => expect((await boxOf(stage(page, 'Closed'))).x).toBeCloseTo(closed.x, 0)).toPass();

  await details(page).getByRole('combobox', { name: 'Kind of all' }).click();
  await page.getByRole('option', { name: 'Appraise' }).click();
  await expect(canvas(page).getByRole('group', { name: /appraise/ })).toHaveCount(2);
  await page.keyboard.press('Escape');
  await canvas(page).click({ position: { x: 20, y: 20 } });
  await page.keyboard.press('ControlOrMeta+z');
  await expect(canvas(page).getByRole('group', { name: /appraise/ })).toHaveCount(0);

  await stage(page, 'Plan').click();
  await page.keyboard.press('ControlOrMeta+a');
  const owner = details(page).getByLabel('Who does the task');
  await owner.fill('sponsor');
  await owner.press('Enter');
  await stage(page, 'Plan').click();
  await expect(details(page).getByLabel('Who does it').first()).toHaveValue('sponsor');
});

test('a dragged stage snaps to its neighbour’s edge with a guide, and Alt leaves it free', async ({
  page,
  demo,
}) => {
  await threeStages(page, demo.url);
  const plan = await boxOf(stage(page, 'Plan'));
  const watch = await boxOf(stage(page, 'Watch'));

  await holdAndMove(page, 'Watch', { x: plan.x - watch.x + 3, y: 0 });
  await expect(guides(page).first()).toBeAttached();
  expect((await boxOf(stage(page, 'Watch'))).x).toBeCloseTo(plan.x, 0);
  await page.mouse.up();
  await expect(guides(page)).toHaveCount(0);
  expect((await boxOf(stage(page, 'Watch'))).x).toBeCloseTo(plan.x, 0);

  await page.keyboard.press('ControlOrMeta+z');
  await expect(async () => expect((await boxOf(stage(page, 'Watch'))).x).toBeCloseTo(watch.x, 0)).toPass();
  await page.keyboard.down('Alt');
  await holdAndMove(page, 'Watch', { x: plan.x - watch.x + 3, y: 0 });
  await expect(guides(page)).toHaveCount(0);
  await page.mouse.up();
  await page.keyboard.up('Alt');
  expect((await boxOf(stage(page, 'Watch'))).x).toBeCloseTo(plan.x + 3, 0);
});

test('stages that are chosen together move as one', async ({ page, demo }) => {
  await threeStages(page, demo.url);
  await stage(page, 'Plan').click();
  await page.keyboard.press('ControlOrMeta+a');
  const before = await Promise.all(['Plan', 'Watch', 'Closed'].map((name) => boxOf(stage(page, name))));
  await holdAndMove(page, 'Plan', { x: 37, y: -21 });
  await page.mouse.up();
  const after = await Promise.all(['Plan', 'Watch', 'Closed'].map((name) => boxOf(stage(page, name))));
  const shifts = after.map(({ x, y }, index) => [
    Math.round(x - (before[index]?.x ?? 0)),
    Math.round(y - (before[index]?.y ?? 0)),
  ]);
  expect(new Set(shifts.map(String)).size).toBe(1);
  expect(shifts[0]).not.toEqual([0, 0]);

  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(async () => {
    expect((await boxOf(stage(page, 'Closed'))).x).toBeCloseTo(before[2]?.x ?? 0, 0);
  }).toPass();
});
