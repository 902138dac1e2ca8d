// A leave is planned on the screen, somebody stands in, and what is typed follows its author and not the task.
import type { Page } from '@playwright/test';
import { crash } from './crash.ts';
import { expect, listenForComplaints, test } from './fixtures.ts';
import { signInAs } from './people.ts';

// A leave begins with the day where the person works, and the form with the day where they look at it: one city for both.
test.use({
  flags: ['--demo'],
  timezoneId: 'America/New_York',
  contextOptions: { reducedMotion: 'reduce' },
});

const list = (page: Page) => page.getByRole('link', { name: /Appraise/ });

async function beginTask(page: Page, text: string): Promise<void> {
  const field = page.locator('#task-form textarea').last();
  await field.fill(text);
  await expect(page.getByText(/^Draft saved/)).toBeVisible();
}

/** By keyboard alone: the names are typed, the first match is taken. */
async function planLeave(page: Page, who: string): Promise<void> {
  await page.getByRole('button', { name: 'Plan a leave', exact: true }).press('Enter');
  const form = page.getByRole('form', { name: 'New leave' });
  const last = form.getByRole('textbox', { name: 'Last day' });
  await last.fill('2099-01-01');
  await last.press('Enter');
  await expect(page.getByText('A leave lasts three years at most.').first()).toBeVisible();
  const inAWeek = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
  await last.fill(inAWeek);
  const substitute = form.getByRole('combobox', { name: 'Who stands in' });
  await substitute.fill(who);
  await page.getByRole('option').first().click();
  await form.getByRole('button', { name: 'Save leave' }).press('Enter');
}

test('a task goes to who stands in, is marked there, and comes back; both drafts stay with who wrote them', async ({
  page,
  server,
  complaints,
}) => {
  await signInAs(page, server.url, 'manager');
  await page.goto('/inbox');
  await list(page).first().click();
  await beginTask(page, 'The two visits of May were late.');
  const title = (await page.locator('section[aria-label="Task"] h2').first().textContent()) ?? '';
  const address = page.url();

  // On another device the same words are there.
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await expect(page.locator('#task-form textarea').last()).toHaveValue('The two visits of May were late.');

  await page.goto('/settings?tab=absence');
  await planLeave(page, 'Dana');
  const mine = page.getByRole('region', { name: 'When you are away' });
  await expect(mine.getByText('away now')).toBeVisible();
  complaints.length = 0;

  await page.goto('/inbox');
  await expect(page.getByRole('link', { name: title })).toHaveCount(0);
  await page.getByText('Waiting', { exact: true }).click();
  const left = page.getByRole('region', { name: 'Drafts that you left' });
  await left.getByRole('button', { name: 'Read the draft' }).click();
  await expect(left.getByText('The two visits of May were late.')).toBeVisible();

  await signInAs(page, server.url, 'designer');
  await page.goto('/inbox');
  await page.getByRole('button', { name: /^For others/ }).click();
  await expect(page).toHaveURL(/for=others/);
  await page.goto(address);
  await expect(page.getByText(/^For .+, on leave until/)).toBeVisible();
  await expect(page.getByText('There is an earlier draft')).toBeVisible();
  await expect(page.getByText('The two visits of May were late.')).toHaveCount(0);
  await beginTask(page, 'Seen while standing in.');
  // Who stands in sees the task and not the plan behind it.
  complaints.length = 0;

  await signInAs(page, server.url, 'manager');
  await page.goto('/settings?tab=absence');
  await page.getByRole('button', { name: /^Back now/ }).click();
  await expect(mine.getByText('No leave is planned.')).toBeVisible();
  await page.goto(address);
  await expect(page.locator('#task-form textarea').last()).toHaveValue('The two visits of May were late.');
});

test('what was typed outlives a connection that is away, a sign-in that has ended, and a tab that dies', async ({
  page,
  server,
  context,
  complaints,
}) => {
  await signInAs(page, server.url, 'manager');
  await page.goto('/inbox');
  await list(page).first().click();
  await expect(page.getByText('What you type is saved for you.')).toBeVisible();
  await context.setOffline(true);
  const field = page.locator('#task-form textarea').last();
  await field.fill('Written on the train.');
  await expect(page.getByText(/^Kept on this computer, not sent yet/)).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText(/^Draft saved/)).toBeVisible();
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await expect(field).toHaveValue('Written on the train.');

  await context.clearCookies();
  await field.fill('Written on the train, and at home.');
  const dialog = page.getByRole('dialog', { name: 'Sign in again, your work is kept' });
  await dialog.getByRole('button', { name: /^Go on as / }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText(/^Draft saved/)).toBeVisible();
  await expect(field).toHaveValue('Written on the train, and at home.');

  const address = page.url();
  await field.press('End');
  await page.keyboard.type(' In the middle of');
  await crash(page);
  complaints.length = 0;
  const next = await context.newPage();
  const grave = listenForComplaints(next);
  await next.goto(address);
  const again = next.locator('#task-form textarea').last();
  await expect(again).toHaveValue('Written on the train, and at home. In the middle of');
  await expect(next.getByText(/^Draft saved/)).toBeVisible();
  expect(grave).toEqual([]);
});

test('what is typed through half a minute without a connection waits here, and is saved once when there is one', async ({
  page,
  server,
  context,
  complaints,
}) => {
  await signInAs(page, server.url, 'manager');
  await page.clock.install();
  await page.goto('/inbox');
  await list(page).first().click();
  await expect(page.getByText('What you type is saved for you.')).toBeVisible();
  const answers: number[] = [];
  page.on('response', (answer) => {
    if (answer.request().method() === 'PUT' && answer.url().endsWith('/draft')) answers.push(answer.status());
  });
  const field = page.locator('#task-form textarea').last();
  // Within a second of the last letter: the clock stands still but for that second.
  await page.clock.pauseAt(Date.now() + 60_000);
  await field.fill('Begun.');
  await page.clock.runFor(1_000);
  await expect.poll(() => answers.splice(0)).toEqual([200]);
  await page.clock.resume();
  await context.setOffline(true);
  for (const words of ['Written', 'Written on', 'Written on the train.']) {
    await field.fill(words);
    await page.clock.runFor(10_000);
  }
  await expect(page.getByText(/^Kept on this computer, not sent yet/)).toBeVisible();
  expect(answers).toEqual([]);

  await context.setOffline(false);
  await expect(page.getByText(/^Draft saved/)).toBeVisible();
  await page.clock.runFor(10_000);
  expect(answers).toEqual([200]);
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await expect(field).toHaveValue('Written on the train.');
  // Asking without a connection is what failed.
  complaints.length = 0;
});

test('words that had come to the server when the tab died are nobody else’s to whom comes back', async ({
  page,
  server,
  context,
  complaints,
}) => {
  await signInAs(page, server.url, 'manager');
  await page.goto('/inbox');
  await list(page).first().click();
  await expect(page.getByText('What you type is saved for you.')).toBeVisible();
  const field = page.locator('#task-form textarea').last();
  const address = page.url();
  const came = new Promise<void>((resolve) => {
    // It is taken there, and its answer never comes.
    void page.route('**/draft', async (route) => {
      if (route.request().method() !== 'PUT') return route.continue();
      await route.fetch();
      resolve();
    });
  });
  await field.fill('Half a');
  await came;
  await field.press('End');
  await page.keyboard.type(' sentence');
  await crash(page);
  complaints.length = 0;
  const next = await context.newPage();
  const grave = listenForComplaints(next);
  await next.goto(address);
  await expect(next.locator('#task-form textarea').last()).toHaveValue('Half a sentence');
  await expect(next.getByText(/^Draft saved/)).toBeVisible();
  await expect(next.getByText('You wrote here on another device')).toHaveCount(0);
  expect(grave).toEqual([]);
});
