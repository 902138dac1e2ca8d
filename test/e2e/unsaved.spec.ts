// Unsaved work outlives a crash, a reload, a network that is away, and a sign-in that has ended.
import type { Page } from '@playwright/test';
import type { Cycle } from '../../engine/index.ts';
import { barriers } from './barriers.ts';
import { canvas, details, renameStage, stage, typeName } from './canvas.ts';
import { crash } from './crash.ts';
import { expect, test } from './fixtures.ts';
import { read, signInAs } from './people.ts';

test.use({ flags: ['--demo'], contextOptions: { reducedMotion: 'reduce' } });

const cycle = 'quarterly-okr';
const status = (page: Page) => page.getByRole('status', { name: 'Saving' });
const undo = (page: Page) => page.getByRole('button', { name: 'Undo (Ctrl+Z)' });

async function open(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/cycles/${cycle}`);
  await expect(canvas(page)).toBeVisible();
  // What comes after the drawing has to be there before the network goes.
  await expect(details(page).getByRole('heading').first()).toBeVisible();
  // All of it, so that every stage can be pressed.
  await page.keyboard.press('1');
}

const saveNothing = (page: Page): Promise<unknown> =>
  page.route('**/api/v1/cycles/*', (route) =>
    route.request().method() === 'PUT' ? route.abort() : route.continue(),
  );

/** What the test brought about itself is no complaint. */
function forgive(complaints: string[], expected: RegExp): void {
  const others = complaints.filter((each) => !expected.test(each));
  complaints.splice(0, complaints.length, ...others);
}

const savedName = async (page: Page, url: string): Promise<string | undefined> =>
  (await read<Cycle>(page, url, `/cycles/${cycle}`)).stages.retro?.name;

test('a tab that crashes in the middle of drawing comes back with what was drawn and its undo', async ({
  page,
  context,
  server,
  complaints,
}) => {
  await signInAs(page, server.url, 'designer');
  await saveNothing(page);
  await open(page, server.url);
  await renameStage(page, 'Learn', 'Look back');
  await renameStage(page, 'Look back', 'Look forward');
  await crash(page);
  forgive(complaints, /net::ERR_FAILED/);

  const next = await context.newPage();
  expect(await savedName(next, server.url)).toBe('Learn');
  await open(next, server.url);
  await expect(next.getByText('Your work is back')).toBeVisible();
  await expect(stage(next, 'Look forward')).toBeVisible();
  await expect(status(next)).toHaveText(/^Saved · \d\d:\d\d$/);
  expect(await savedName(next, server.url)).toBe('Look forward');
  await undo(next).click();
  await expect(stage(next, 'Look back')).toBeVisible();
  await undo(next).click();
  await expect(stage(next, 'Learn')).toBeVisible();
  await expect(undo(next)).toBeDisabled();
});

test('two tabs that crash lose neither what the one drew nor what the other did', async ({
  page,
  context,
  server,
  complaints,
}) => {
  await signInAs(page, server.url, 'designer');
  const second = await context.newPage();
  for (const each of [page, second]) await saveNothing(each);
  await open(page, server.url);
  await open(second, server.url);
  await renameStage(page, 'Learn', 'Look back');
  await page.bringToFront();
  await renameStage(second, 'Learn', 'Look forward');
  for (const each of [page, second]) await crash(each);
  forgive(complaints, /net::ERR_FAILED/);

  const next = await context.newPage();
  await open(next, server.url);
  await expect(stage(next, 'Look forward')).toBeVisible();
  await expect(status(next)).toHaveText(/^Saved · \d\d:\d\d$/);
  await next.getByRole('button', { name: 'Bring them back' }).click();
  // Both began from the same draft: what the first drew is merged with what the second did.
  const dialog = next.getByRole('dialog', { name: /changed this draft while you did/ });
  await expect(dialog.getByText('Look back').first()).toBeVisible();
  await expect(dialog.getByText('Look forward').first()).toBeVisible();
});

test('a reload right after a change loses neither the change nor its undo', async ({ page, server }) => {
  await signInAs(page, server.url, 'designer');
  await open(page, server.url);
  await renameStage(page, 'Learn', 'Look back');
  await page.reload();
  await expect(stage(page, 'Look back')).toBeVisible();
  await expect(status(page)).toHaveText(/^Saved/);
  await page.reload();
  await expect(stage(page, 'Look back')).toBeVisible();
  await undo(page).click();
  await expect(stage(page, 'Learn')).toBeVisible();
});

test('while the network is away the work is kept, and it is saved when the network is back', async ({
  page,
  context,
  server,
  complaints,
}) => {
  await signInAs(page, server.url, 'designer');
  await open(page, server.url);
  await context.setOffline(true);
  await renameStage(page, 'Learn', 'Look back');
  await expect(status(page)).toHaveText('Not saved: you are offline. It is kept in this browser.');
  await context.setOffline(false);
  await expect(status(page)).toHaveText(/^Saved · /);
  expect(await savedName(page, server.url)).toBe('Look back');
  forgive(complaints, /net::ERR_INTERNET_DISCONNECTED|net::ERR_NETWORK_CHANGED/);
});

test('a part that did not come is asked for again, by hand and once the network is back', async ({
  page,
  context,
  server,
  complaints,
}) => {
  await signInAs(page, server.url, 'designer');
  const file = '**/assets/Inspector-*.js';
  const missing = details(page).getByRole('alert').getByText('This part of the page did not come');
  const heading = details(page).getByRole('heading').first();
  await page.route(file, (route) => route.abort());
  await page.goto(`${server.url}/cycles/${cycle}`);
  await expect(missing).toBeVisible();
  await expect(canvas(page)).toBeVisible();
  await page.unroute(file);
  await details(page).getByRole('button', { name: 'Try again' }).click();
  await expect(heading).toBeVisible();

  await page.route(file, (route) => route.abort());
  await page.reload();
  await expect(missing).toBeVisible();
  await page.unroute(file);
  await context.setOffline(true);
  await context.setOffline(false);
  await expect(heading).toBeVisible();
  forgive(complaints, /net::ERR_|The server did not answer/);
});

test('a browser without room says so before anything can be lost', async ({
  page,
  context,
  server,
  complaints,
}) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await signInAs(page, server.url, 'designer');
  await open(page, server.url);
  await context.setOffline(true);
  await renameStage(page, 'Learn', 'Look back');
  await expect(status(page)).toHaveText(
    'Not saved: you are offline. This browser has no room to keep it: leave this page open.',
  );
  await context.setOffline(false);
  await expect(status(page)).toHaveText(/^Saved · /);
  forgive(complaints, /net::ERR_INTERNET_DISCONNECTED|net::ERR_NETWORK_CHANGED/);
});

test('who was signed out signs in over the page, and what was drawn meanwhile is saved', async ({
  page,
  context,
  server,
  complaints,
}) => {
  await signInAs(page, server.url, 'designer');
  await open(page, server.url);
  await renameStage(page, 'Learn', 'Look back');
  await expect(status(page)).toHaveText(/^Saved · /);
  const name = await typeName(page, 'Look back', 'Look forward');
  await context.clearCookies();
  // In one key: what the page asks for meanwhile opens the dialog, which takes the focus.
  await name.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Sign in again, your work is kept' });
  await expect(dialog).toBeVisible();
  await expect(page.getByText('Not saved: you are signed out. It is kept in this browser.')).toBeVisible();
  expect(await barriers(page, { within: '[role="dialog"]' })).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeVisible();
  await dialog.getByRole('button', { name: /^Go on as / }).press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(status(page)).toHaveText(/^Saved · /);
  await expect(stage(page, 'Look forward')).toBeVisible();
  expect(await savedName(page, server.url)).toBe('Look forward');
  await undo(page).click();
  await expect(stage(page, 'Look back')).toBeVisible();
  forgive(complaints, /: 401$/);
});
