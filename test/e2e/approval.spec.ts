// A second person approves what is published: the wish is set, a version asked for, looked at, returned and approved.
import type { Page } from '@playwright/test';
import { barriers } from './barriers.ts';
import { canvas, renameStage } from './canvas.ts';
import { expect, test } from './fixtures.ts';
import { read, signInAs } from './people.ts';

test.use({ flags: ['--demo'], contextOptions: { reducedMotion: 'reduce' } });

const cycle = 'quarterly-okr';

async function expectNoBarriers(page: Page): Promise<void> {
  expect(await barriers(page)).toEqual([]);
}

async function askFor(page: Page, note: string): Promise<void> {
  await page.getByRole('button', { name: 'Publish…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Publish a version' });
  const ask = dialog.getByRole('button', { name: 'Ask for approval' });
  await expect(ask).toBeDisabled();
  await dialog.getByRole('textbox', { name: 'What is different' }).fill(note);
  await ask.click();
  await expect(page.getByRole('heading', { name: /^A new version of/ })).toBeVisible();
}

const versions = async (page: Page, url: string) =>
  (await read<{ items: { version: number; note: string }[] }>(page, url, `/cycles/${cycle}/versions`)).items;

test('a version is asked for, returned with a reason, asked for again and approved by somebody else', async ({
  page,
  server,
}) => {
  const { url } = server;
  await signInAs(page, url, 'admin');
  await page.goto('/settings?tab=organisation');
  await page.getByRole('switch', { name: /^A second person approves a publish/ }).press('Space');
  await expect(page.getByText('From now on a second person approves.')).toBeVisible();
  await expectNoBarriers(page);

  await signInAs(page, url, 'designer');
  await page.goto(`/cycles/${cycle}`);
  await expect(canvas(page)).toBeVisible();
  await page.keyboard.press('1');
  await renameStage(page, 'Learn', 'Look back');
  await askFor(page, 'Learning is looking back');
  await expect(page.getByText('Somebody else has to approve it.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Approve and publish' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Withdraw' })).toBeVisible();
  expect(await versions(page, url)).toHaveLength(1);

  await signInAs(page, url, 'admin');
  await page.goto('/inbox');
  await page.getByRole('button', { name: /^Notices, \d+ new/ }).click();
  await page.getByRole('link', { name: /asks you to approve a new version/ }).click();
  await expect(page.getByRole('heading', { name: /^A new version of/ })).toBeVisible();
  await expect(page.getByText('Learning is looking back')).toBeVisible();
  await page.goto('/cycles');
  const waiting = page.getByRole('region', { name: 'Waiting for approval' });
  await waiting.getByRole('link', { name: /Approve a new version of/ }).click();
  await expect(page.getByRole('list', { name: 'Changes' })).toContainText('Look back');
  await expectNoBarriers(page);
  await page.getByRole('button', { name: 'Return…' }).click();
  const dialog = page.getByRole('dialog', { name: /^Return it to/ });
  const different = dialog.getByRole('textbox', { name: 'What should be different' });
  await different.fill('Say forward, too');
  await page.reload();
  await page.getByRole('button', { name: 'Return…' }).click();
  await expect(different).toHaveValue('Say forward, too');
  await dialog.getByRole('button', { name: 'Return it' }).click();
  await expect(page.getByText(/returned it: Say forward, too/).first()).toBeVisible();

  await signInAs(page, url, 'designer');
  await page.goto(`/cycles/${cycle}`);
  await expect(canvas(page)).toBeVisible();
  await page.getByRole('button', { name: /^Notices, \d+ new/ }).click();
  await expect(page.getByRole('dialog', { name: 'Notices' })).toContainText('Say forward, too');
  await page.keyboard.press('Escape');
  await askFor(page, 'Learning is looking back, and forward');

  await signInAs(page, url, 'admin');
  await page.goto('/cycles');
  await waiting.getByRole('link').click();
  await page.getByRole('button', { name: 'Approve and publish' }).click();
  await expect(page.getByText(/approved it; it is version 2/).first()).toBeVisible();
  expect((await versions(page, url))[0]).toMatchObject({
    version: 2,
    note: 'Learning is looking back, and forward',
    publishedBy: 'demo-designer',
  });
});
