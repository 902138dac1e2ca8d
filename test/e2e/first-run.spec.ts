import { barriers } from './barriers.ts';
import { expect, test } from './fixtures.ts';

test('an empty folder greets with the choice to look around or to start clean', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Look around' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Start clean' })).toBeVisible();
});

test('looking around leads to a task in the inbox in four presses', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Load the sample organisation' }).click();
  await page.getByRole('button', { name: /Morgan Ellis/ }).click();
  await expect(page.getByRole('heading', { name: 'Inbox' })).toBeVisible();
  await expect(page.getByText('Demo data on this computer')).toBeVisible();
  await page.getByRole('link', { name: /Agree at least three goals/ }).click();
  const task = page.getByRole('region', { name: 'Task' });
  await expect(task.getByRole('heading', { name: /Agree at least three goals/ })).toBeVisible();
  await expect(task.getByRole('form')).toBeVisible();
});

test('one person of the demonstration becomes another, is shown around, and who comes by a link chooses first', async ({
  page,
  browser,
  server,
}) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Load the sample organisation' }).click();
  await page.getByRole('button', { name: /Eli Navarro/ }).click();
  await page.getByRole('button', { name: /You are Eli Navarro/ }).click();
  await page.getByRole('menuitem', { name: /Ada Kessler/ }).click();
  await expect(page.getByRole('button', { name: /You are Ada Kessler/ })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Automations' })).toBeVisible();
  expect(page.url()).toBe(`${server.url}/inbox`);

  await page.getByRole('button', { name: 'Take the tour' }).press('Enter');
  const tour = page.getByRole('region', { name: 'Tour' });
  await expect(tour.getByRole('heading', { name: /^Inbox/ })).toBeFocused();
  for (const place of ['plans', 'organisation', 'goals', 'cycles', 'reports']) {
    await tour.getByRole('button', { name: 'Next' }).press('Enter');
    await expect(page).toHaveURL(new RegExp(`/${place}\\b`));
    await expect(tour.getByRole('heading', { name: new RegExp(`^${place}`, 'i') })).toBeFocused();
  }
  await tour.getByRole('button', { name: 'Done' }).press('Enter');
  await expect(tour).toBeHidden();

  const stranger = await browser.newContext();
  const visit = await stranger.newPage();
  await visit.goto(`${server.url}/goals?view=matrix`);
  await visit.getByRole('button', { name: /Ada Kessler/ }).click();
  await expect(visit).toHaveURL(`${server.url}/goals?view=matrix`);
  await expect(visit.getByRole('heading', { name: 'Goals', exact: true })).toBeVisible();
  await stranger.close();
});

test('starting clean makes the first administrator, and the next visit asks to sign in', async ({
  page,
  browser,
  server,
}) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Create an administrator' }).click();
  await page.getByLabel('Your name').fill('Mara Reyes');
  await page.getByLabel('Email').fill('mara@example.org');
  await page.getByLabel('Password', { exact: true }).fill('a long enough password');
  await page.getByRole('button', { name: 'Create the administrator and sign in' }).click();
  await expect(page.getByRole('heading', { name: 'Inbox' })).toBeVisible();
  await expect(page.getByText('Demo data on this computer')).toBeHidden();

  // What is empty says what comes next once, and is a heading of its page.
  expect(await barriers(page, { rules: ['heading-order'], strict: true })).toEqual([]);
  await page.goto('/cycles');
  await expect(page.getByRole('heading', { name: 'No cycles yet' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'New cycle' })).toHaveCount(1);
  await page.goto('/goals?view=matrix');
  await page.getByRole('link', { name: 'Go to the cascade' }).click();
  await page.getByRole('link', { name: 'Go to the organisation' }).click();
  await expect(page.getByRole('heading', { name: 'No components yet' })).toBeVisible();
  expect(await barriers(page, { rules: ['heading-order'], strict: true })).toEqual([]);

  const another = await browser.newContext({ baseURL: server.url });
  const visit = await another.newPage();
  // The link of a mail leads to its task, by way of the sign-in.
  await visit.goto('/inbox?task=tsk_of_a_mail');
  await expect(visit.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await visit.getByLabel('Email').fill('mara@example.org');
  await visit.getByLabel('Password', { exact: true }).fill('a long enough password');
  await visit.getByRole('button', { name: 'Sign in' }).click();
  await expect(visit.getByRole('heading', { name: 'Inbox' })).toBeVisible();
  await expect(visit).toHaveURL(/\/inbox\?task=tsk_of_a_mail$/);
  await another.close();
});

test('the API is described without anything from elsewhere', async ({ page, server }) => {
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(server.url) && !request.url().startsWith('data:'))
      elsewhere.push(request.url());
  });
  await page.goto('/docs');
  await expect(page.getByRole('heading', { name: /Cyclewright/ })).toBeVisible();
  await expect(page.getByText('/api/v1/components').first()).toBeVisible();
  expect(elsewhere).toEqual([]);
});
