// Where the keys are once something has closed, gone, or been refused: never nowhere.
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { read, signInAs } from './people.ts';

test.use({ flags: ['--demo'], contextOptions: { reducedMotion: 'reduce' } });

test('a form that is sent with something missing gives the keys to the field that says so', async ({
  page,
  server,
}) => {
  await signInAs(page, server.url, 'admin');
  await page.goto('/organisation');
  await page.getByRole('button', { name: 'Add a component' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a component' });
  await dialog.getByRole('button', { name: 'Add component' }).click();
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveAccessibleDescription('Give it a name.');

  await page.goto('/feedback?write=give');
  const form = page.getByRole('region', { name: 'New feedback' });
  const give = form.getByRole('button', { name: 'Give feedback' });
  await give.click();
  const receiver = form.getByRole('combobox', { name: 'For' });
  await expect(receiver).toBeFocused();
  await expect(receiver).toHaveAccessibleDescription('Choose for whom it is.');
  await receiver.fill('Eli');
  await page
    .getByRole('option', { name: /^Eli Navarro/ })
    .first()
    .click();
  await give.click();
  await expect(form.getByText('Choose who reads it.')).toBeVisible();
  await expect(form.getByRole('radio').first()).toBeFocused();
});

const line = (page: Page, name: string) =>
  page.getByRole('tree', { name: 'Organisation' }).getByRole('treeitem', { name: new RegExp(`^${name}`) });

test('a component that is moved out of sight leaves the keys in the tree', async ({ page, server }) => {
  await signInAs(page, server.url, 'admin');
  await page.goto('/organisation');
  await line(page, '311').focus();
  await page.keyboard.press('m');
  const dialog = page.getByRole('dialog', { name: 'Move 311' });
  await dialog.getByRole('combobox', { name: 'New place' }).fill('Department of Finance');
  await page.getByRole('option', { name: /^Department of Finance/ }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Move' }).click();
  await expect(line(page, '311')).toHaveCount(0);
  await expect(line(page, 'Civilian Complaint Review Board')).toBeFocused();
});

interface Said {
  id: string;
  text: string;
}

test('thanks leave the keys at what was thanked for, and a reply begins at once', async ({
  page,
  server,
}) => {
  await signInAs(page, server.url, 'employee');
  const { items } = await read<{ items: Said[] }>(page, server.url, '/feedback?box=received');
  await page.goto('/feedback?tab=received');
  const first = page.getByRole('listitem').filter({ hasText: items[0]?.text ?? '' });
  await first.getByRole('button', { name: 'Say thanks' }).press('Enter');
  await expect(first.getByText('Eli Navarro says thanks')).toBeVisible();
  await expect(first).toBeFocused();
  await first.getByRole('button', { name: 'Reply' }).press('Enter');
  await expect(first.getByRole('textbox', { name: 'Your reply' })).toBeFocused();
  await first.getByRole('button', { name: 'Cancel' }).click();
  await expect(first.getByRole('button', { name: 'Reply' })).toBeFocused();
});

test('a refused task says what it needs as the cycle says it, in sight', async ({
  page,
  server,
  complaints,
}) => {
  await signInAs(page, server.url, 'manager');
  await page.goto('/inbox');
  await page.getByText('Agree at least three goals').first().click();
  await page.getByRole('button', { name: 'Set goals' }).click();
  const said = page.getByRole('alert').filter({ hasText: 'Something else is needed first' });
  await expect(said).toContainText('This must hold first: “At least three goals”.');
  await expect(said).not.toContainText('count(');
  await expect(said.getByText(/^Nothing was changed/)).toBeInViewport({ ratio: 1 });
  expect(complaints.splice(0)).toHaveLength(1);
});

test('what stayed as it was of a whole list has the keys, leads to each task, and gives the keys to its row', async ({
  page,
  server,
}) => {
  await signInAs(page, server.url, 'manager');
  await page.goto('/inbox');
  await page.getByRole('button', { name: 'Pick several' }).click();
  await page.getByRole('checkbox').first().click();
  await page.getByRole('button', { name: /^All \d+ that match/ }).click();
  await page.getByRole('button', { name: 'Mark as done' }).click();
  await page.getByRole('button', { name: 'Now', exact: true }).click();
  const refusals = page.getByRole('alert').filter({ hasText: 'stayed as they were' });
  await expect(refusals).toBeFocused();
  await refusals.getByRole('link', { name: /^Approve the reward/ }).click();
  await expect(page.getByRole('heading', { name: 'Approve the reward' })).toBeVisible();
  await expect(refusals).toBeVisible();
  await refusals.getByRole('button', { name: 'Close' }).click();
  await expect(page.locator('[data-task]:focus')).toHaveCount(1);
});

test('a goal that is added in a task is named at once: what is typed is no shortcut', async ({
  page,
  server,
}) => {
  await signInAs(page, server.url, 'manager');
  await page.goto('/inbox?q=prioritise');
  await page.getByRole('link', { name: /Tax refunds/ }).click();
  await page.getByRole('button', { name: 'Add a goal' }).click();
  const names = page.getByRole('textbox', { name: 'Goal', exact: true });
  await expect(names.last()).toBeFocused();
  await page.keyboard.type('answer letters');
  await expect(names.last()).toHaveValue('answer letters');
});

test.describe('on a telephone', () => {
  test.use({ viewport: { width: 360, height: 800 } });

  test('a standard that is refused says why in sight, at the other end of its dialog, and has the keys there', async ({
    page,
    server,
    complaints,
  }) => {
    await signInAs(page, server.url, 'manager');
    await page.goto('/organisation/dob-plan-review');
    await page
      .getByRole('button', { name: /^Set the standard of Days to the first review of a new/ })
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Meets at').fill('15');
    const asks = dialog.getByRole('button', { name: 'What would move?' });
    await asks.press('Enter');
    await expect(dialog.getByText(/With the figures|Plan review and permits/).first()).toBeVisible();
    await expect(asks).toBeFocused();

    await dialog.getByLabel('Meets at').fill('30');
    await dialog.getByRole('button', { name: 'Set standard' }).click();
    const said = dialog.getByRole('alert').filter({ hasText: 'Nothing was changed' });
    await expect(said).toBeFocused();
    await expect(said.getByText(/^Less is better here/)).toBeInViewport({ ratio: 1 });
    await expect(said).not.toContainText('/standards');
    expect(complaints.splice(0)).toHaveLength(1);
  });

  test('a field that lacks something does not come to lie under the head of its dialog', async ({
    page,
    server,
  }) => {
    await signInAs(page, server.url, 'manager');
    await page.goto('/organisation/dob-plan-review');
    await page.getByRole('button', { name: 'Add a goal' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add a goal' });
    await dialog.getByRole('button', { name: 'Add goal' }).click();
    const field = dialog.getByRole('textbox', { name: 'Goal' });
    await expect(field).toBeFocused();
    const head = await dialog.getByRole('banner').boundingBox();
    const below = (head?.y ?? 0) + (head?.height ?? 0);
    expect(below).toBeGreaterThan(0);
    await expect.poll(async () => (await field.boundingBox())?.y ?? 0).toBeGreaterThan(below);
  });
});
