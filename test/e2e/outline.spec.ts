// The outline is the same document: a cycle is drawn in it with the keyboard alone, without sight of the canvas.
import type { Locator, Page } from '@playwright/test';
import type { Cycle } from '../../engine/index.ts';
import { barriers } from './barriers.ts';
import { canvas, details } from './canvas.ts';
import { expect, test } from './fixtures.ts';
import { read, signInAs } from './people.ts';

test.use({ flags: ['--demo'], contextOptions: { reducedMotion: 'reduce' } });

const tree = (page: Page): Locator => page.getByRole('tree', { name: 'Outline of the cycle' });
const line = (page: Page, name: string | RegExp): Locator => tree(page).getByRole('treeitem', { name });
const said = (page: Page, words: string | RegExp) =>
  expect(page.locator('output[aria-live="polite"]').last()).toHaveText(words);

async function ask(page: Page, key: string, text: string): Promise<void> {
  await page.keyboard.press(key);
  await expect(page.getByRole('combobox').and(page.locator(':focus'))).toBeVisible();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

test('plan, measure and appraise are drawn in the outline with a guard and a timer', async ({
  page,
  server,
}) => {
  await signInAs(page, server.url, 'designer');
  await page.goto('/cycles');
  await page.getByRole('button', { name: 'New cycle' }).press('Enter');
  await page.keyboard.type('By ear');
  await page.keyboard.press('Enter');
  await expect(canvas(page)).toBeVisible();
  await page.getByRole('button', { name: 'Outline', exact: true }).press('Enter');
  await expect(canvas(page)).toHaveCount(0);

  await line(page, /^Plan/).focus();
  await page.keyboard.press('Home');
  await ask(page, 'a', 'Measure');
  await said(page, 'Measure added.');
  await expect(line(page, /^Measure/)).toBeFocused();
  await ask(page, 'a', 'Appraise');
  await said(page, 'Appraise added.');
  await expect(line(page, /^Appraise/)).toBeFocused();
  await ask(page, 'c', 'Closed');
  await page.keyboard.type('After');
  await page.keyboard.press('Enter');
  await said(page, /^Appraise leads to Closed: after /);

  await line(page, /^Measure/).focus();
  await page.keyboard.press('Enter');
  await expect(tree(page).getByRole('textbox', { name: 'Name of Measure' })).toBeFocused();
  await page.keyboard.type('Count');
  await page.keyboard.press('Enter');
  await said(page, 'Measure is now called Count.');
  await expect(line(page, /^Count/)).toBeFocused();

  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  const toCount = line(page, /→ Count$/);
  const toClosed = line(page, /→ Closed$/).first();
  await expect(toClosed).toBeFocused();
  await page.keyboard.press('Delete');
  await said(page, 'The transition is deleted.');
  await page.keyboard.press('ControlOrMeta+z');
  await said(page, 'The last change is undone.');
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await said(page, 'The change is made again.');

  await toCount.focus();
  await page.keyboard.press('Enter');
  await expect(details(page).locator(':focus')).toBeVisible();
  await details(page).getByLabel('Only if (guard)').focus();
  await page.keyboard.type('result.decision = "agreed"');
  await expect(line(page, /\[result\.decision = "agreed"\] → Count$/)).toBeVisible();

  expect(await barriers(page)).toEqual([]);
  await expect(page.getByText(/^Saved · /)).toBeVisible();
  const saved = await read<Cycle>(page, server.url, '/cycles/by-ear');
  expect(Object.values(saved.stages).map(({ name }) => name)).toEqual([
    'Plan',
    'Closed',
    'Count',
    'Appraise',
  ]);
});
