// An administrator's tools: a key that works and is revoked, the trail that tells of it, a backup, how long things are kept,
// what mails say, and which days are worked.
import type { Page } from '@playwright/test';
import { barriers } from './barriers.ts';
import { expect, demoTest as test } from './fixtures.ts';
import { signInAs } from './people.ts';

async function expectSound(page: Page, within?: string): Promise<void> {
  expect(await barriers(page, { ...(within ? { within } : {}), strict: true })).toEqual([]);
}

test('a key is made by keyboard, works, is revoked, and all of it stands in the audit trail', async ({
  page,
  demo,
}) => {
  await signInAs(page, demo.url, 'admin');
  await page.goto(`${demo.url}/settings?tab=keys`);
  await page.getByRole('button', { name: 'Make a key' }).press('Enter');
  await page.getByRole('textbox', { name: 'Which system' }).fill('Payroll');
  await page.getByRole('button', { name: 'Make the key' }).press('Enter');
  await expect(page.getByText('Choose at least one thing that it may do.')).toBeVisible();
  await page.getByRole('checkbox', { name: 'See people with their addresses and roles' }).press('Space');
  await expectSound(page, '[role=dialog]');
  await page.getByRole('button', { name: 'Make the key' }).press('Enter');
  const secret = (await page.getByRole('dialog').getByText(/^cwk_/).textContent()) ?? '';
  const ask = (path: string) =>
    fetch(`${demo.url}/api/v1${path}`, { headers: { authorization: `Bearer ${secret}` } });
  expect([(await ask('/people')).status, (await ask('/plans')).status]).toEqual([200, 403]);
  await page.getByRole('button', { name: 'Done' }).press('Enter');
  await expect(page.getByText(secret)).toHaveCount(0);

  const card = page.getByRole('group', { name: 'Payroll' });
  await expect(card).toContainText('Works');
  await card.getByRole('button', { name: 'Revoke Payroll' }).press('Enter');
  await page.keyboard.press('Enter');
  await expect(card).toContainText('Revoked');
  expect((await ask('/people')).status).toBe(401);
  await expectSound(page);

  await page.getByRole('tab', { name: 'Audit trail' }).click();
  await page.getByRole('textbox', { name: 'Search' }).fill('payroll');
  await expect(page).toHaveURL(/q=payroll/);
  const trail = page.getByRole('table', { name: 'Audit trail' });
  await expect(trail.getByText('api-key.revoke')).toBeVisible();
  await expect(trail.getByText('api-key.create')).toBeVisible();
  await page.reload();
  await expect(trail.getByText('api-key.create')).toBeVisible();
  await expectSound(page);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'These lines as CSV' }).click();
  expect((await download).suggestedFilename()).toMatch(/^audit-.*\.csv$/);
});

test('a backup is made and downloaded, and what would go is counted before it is set', async ({
  page,
  demo,
}) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await signInAs(page, demo.url, 'admin');
  await page.goto(`${demo.url}/settings?tab=server`);
  await expect(page.getByText('There is no backup yet. Make one below.')).toBeVisible();
  await page.getByRole('button', { name: 'Make one now' }).click();
  await expect(page.getByText('There is no backup yet. Make one below.')).toHaveCount(0);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: /^Download the backup/ }).click();
  expect((await download).suggestedFilename()).toMatch(/^backup-.*\.db$/);
  await page.getByRole('combobox', { name: 'How long: Notices' }).click();
  await page.getByRole('option', { name: '30 days' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'for good within the hour' })).toBeVisible();
  await page.getByRole('button', { name: 'Set it' }).click();
  await expect(page.getByText('It is set. What is older goes within the hour.')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await expectSound(page);
});

test('the words of a mail are tried out beside how it reads, kept, and put back', async ({
  page,
  demo,
  complaints,
}) => {
  await signInAs(page, demo.url, 'admin');
  await page.goto(`${demo.url}/settings?tab=mails`);
  const subject = page.getByRole('textbox', { name: 'Subject' });
  const preview = page.getByRole('region', { name: 'Preview' });
  const frame = preview.frameLocator('iframe');
  // Attached and no more: the browser draws nothing of a frame that is scrolled out of sight.
  await expect(frame.getByText('Hello Ada Kessler,')).toBeAttached();
  await subject.fill('From the city: ');
  await page.getByRole('button', { name: /^Put in \{tasks\}/ }).press('Enter');
  await expect(subject).toBeFocused();
  await page.keyboard.type(' open');
  await expect(subject).toHaveValue('From the city: {tasks} open');
  await expect(preview.getByText('From the city: 3 open')).toBeVisible();

  const before = page.getByRole('textbox', { name: 'Before what it tells' });
  await before.fill('Dear {nmae}');
  await expect(page.getByText('There is no placeholder “nmae”. Did you mean “name”?')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Keep these words' })).toBeDisabled();
  expect(complaints.splice(0)).toEqual([expect.stringMatching(/preview: 422$/)]);
  await before.fill('Dear <b>{name}</b>');
  await expect(frame.getByText('Dear <b>Ada Kessler</b>')).toBeAttached();
  await preview.getByText('Plain text').click();
  await expect(preview.locator('pre')).toContainText(/Dear <b>Ada Kessler<\/b>.*No more of these: http/s);
  await expectSound(page);
  await page.getByRole('button', { name: 'Keep these words' }).press('Enter');
  await expect(page.getByText('Changed by Ada Kessler', { exact: false })).toBeVisible();
  await page.reload();
  await expect(subject).toHaveValue('From the city: {tasks} open');
  await page.setViewportSize({ width: 360, height: 780 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.getByRole('button', { name: 'Back to what it was shipped with' }).press('Enter');
  await expect(subject).toHaveValue('{summary}');
});

test('a calendar is made by keyboard with days that are pasted, and given to a component once it is said what follows', async ({
  page,
  demo,
}) => {
  await signInAs(page, demo.url, 'admin');
  await page.goto(`${demo.url}/settings?tab=calendars`);
  await page.getByRole('button', { name: 'New calendar' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Field crews');
  await dialog.getByRole('checkbox', { name: 'Sat' }).press('Space');
  await dialog.getByRole('textbox', { name: 'Many days' }).fill('24.12.2027;Early close\nno day here');
  await dialog.getByRole('button', { name: 'Add these days' }).press('Enter');
  await expect(dialog.getByText('1 line has no day that can be read', { exact: false })).toBeVisible();
  await expect(dialog.getByRole('table', { name: 'Days off of our own' })).toContainText('Early close');
  await expectSound(page, '[role=dialog]');
  await dialog.getByRole('button', { name: 'Keep the calendar' }).press('Enter');
  await expect(dialog).toBeHidden();
  const card = page.getByRole('group', { name: 'Field crews' });
  await expect(card).toContainText('Mon–Sat');
  await expect(card).toContainText('0 components work by it');
  await expectSound(page);

  await page.getByRole('button', { name: 'Give to a component: Field crews' }).press('Enter');
  await dialog.getByRole('combobox', { name: 'Component' }).fill('Department of Buildings');
  await page.getByRole('option', { name: /^Department of Buildings/ }).click();
  await expect(dialog.getByRole('status')).toContainText('by other days from now on');
  await dialog.getByRole('button', { name: 'Work by it' }).press('Enter');
  await expect(card).toContainText('Department of Buildings');
  await page.setViewportSize({ width: 360, height: 780 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

test('the month in which the fiscal year starts is chosen by keyboard, and a launch covers that year', async ({
  page,
  demo,
}) => {
  await signInAs(page, demo.url, 'admin');
  const begin = async (month: string) => {
    await page.goto(`${demo.url}/settings?tab=organisation`);
    const field = page.getByRole('combobox', { name: 'It starts in' });
    await field.press('Enter');
    await field.fill(month);
    await page.getByRole('option', { name: month, exact: true }).click();
    await expect(page.getByText(`From now on the year of a launch starts in ${month}.`)).toBeVisible();
  };
  await begin('October');
  await expectSound(page);
  await page.goto(`${demo.url}/launches/new`);
  await expect(page.getByLabel('First day of the period')).toHaveValue(/^1 Oct 20\d\d$/);
  await begin('July');
});
