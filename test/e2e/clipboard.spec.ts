// Copying a part of one cycle into another, in another tab.
import type { Page } from '@playwright/test';
import { canvas, onCanvas, stage, transition } from './canvas.ts';
import { expect, test } from './fixtures.ts';
import { signInAs } from './people.ts';

test.use({ flags: ['--demo'], permissions: ['clipboard-read', 'clipboard-write'] });

async function newCycle(page: Page, name: string): Promise<void> {
  await page.goto('/cycles');
  await page.getByRole('button', { name: 'New cycle' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill(name);
  await page.getByRole('button', { name: 'Create cycle' }).click();
  await expect(stage(page, 'Plan')).toBeVisible();
}

const copiedText = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

test('stages and the transitions between them are copied into a cycle in another tab', async ({
  page,
  context,
  server,
}) => {
  await signInAs(page, server.url, 'designer');
  await newCycle(page, 'From here');
  await stage(page, 'Plan').click();
  await page.keyboard.press('a');
  await page.keyboard.type('Observe');
  await page.keyboard.press('Enter');
  await expect(stage(page, 'Observe')).toBeFocused();
  await stage(page, 'Plan').click({ modifiers: ['ControlOrMeta'] });
  await page.keyboard.press('ControlOrMeta+c');
  await expect(page.getByRole('status').filter({ hasText: '2 stages copied.' })).toBeAttached();
  expect(JSON.parse(await copiedText(page))).toMatchObject({
    schema: 'cycle/1',
    stages: { plan: { name: 'Plan' }, observe: { name: 'Observe' } },
  });

  const other = await context.newPage();
  await newCycle(other, 'To there');
  const { x, y } = await onCanvas(other, { x: 0.5, y: 0.8 });
  await other.mouse.move(x, y);
  await other.keyboard.press('ControlOrMeta+v');
  await expect(stage(other, 'Plan 2')).toBeVisible();
  await expect(stage(other, 'Observe')).toBeVisible();
  await expect(transition(other, 'Plan 2', 'Observe')).toBeVisible();
  await expect(other.getByRole('alert').filter({ hasText: 'was not copied' })).toContainText(
    'A transition to a stage that was not copied was left out.',
  );

  await other.keyboard.press('ControlOrMeta+z');
  await expect(stage(other, 'Plan 2')).toHaveCount(0);
  await expect(stage(other, 'Observe')).toHaveCount(0);
  await expect(stage(other, 'Plan')).toBeVisible();
});

test('stages are duplicated and cut, each as one step', async ({ page, server }) => {
  await signInAs(page, server.url, 'designer');
  await newCycle(page, 'Twice');
  await stage(page, 'Plan').click();
  await stage(page, 'Closed').click({ modifiers: ['ControlOrMeta'] });
  await page.keyboard.press('ControlOrMeta+d');
  await expect(stage(page, 'Plan 2')).toBeVisible();
  await expect(transition(page, 'Plan 2', 'Closed 2')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+x');
  await expect(stage(page, 'Plan 2')).toHaveCount(0);
  await expect(stage(page, 'Closed 2')).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(stage(page, 'Plan 2')).toBeVisible();
  await expect(stage(page, 'Closed 2')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(stage(page, 'Plan 2')).toHaveCount(0);
  await expect(canvas(page).getByRole('group', { name: /^(Plan|Closed)/ })).toHaveCount(2);
});

test('text in a field is copied and pasted as text', async ({ page, server }) => {
  await signInAs(page, server.url, 'designer');
  await newCycle(page, 'Words');
  await stage(page, 'Plan').click();
  const name = page.getByRole('complementary', { name: 'Details' }).getByLabel('Name', { exact: true });
  await expect(name).toHaveValue('Plan');
  await name.focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('ControlOrMeta+c');
  expect(await copiedText(page)).toBe('Plan');
  await page.keyboard.press('ControlOrMeta+v');
  await expect(name).toHaveValue('Plan');
  await expect(canvas(page).getByRole('group', { name: /^Plan/ })).toHaveCount(1);
});
