// The organisation's tree: moved by key and by pointer, read as of another day, with its vacant posts and second managers.
import type { Page } from '@playwright/test';
import { barriers } from './barriers.ts';
import { expect, test } from './fixtures.ts';
import { read, signInAs } from './people.ts';

test.use({ flags: ['--demo'], contextOptions: { reducedMotion: 'reduce' } });

interface Placed {
  id: string;
  name: string;
  parentId: string | null;
}

const tree = (page: Page) => page.getByRole('tree', { name: 'Organisation' });
const line = (page: Page, name: string) => tree(page).getByRole('treeitem', { name: new RegExp(`^${name}`) });
const notice = (page: Page, words: RegExp) => page.getByRole('alert').filter({ hasText: words });

async function placeOf(page: Page, url: string, name: string): Promise<string | undefined> {
  const { items } = await read<{ items: Placed[] }>(page, url, '/organisation');
  const parentId = items.find((one) => one.name === name)?.parentId;
  return items.find(({ id }) => id === parentId)?.name;
}

test('a component is moved by keyboard and by pointer, told what follows first, and moved back', async ({
  page,
  server,
}) => {
  await signInAs(page, server.url, 'admin');
  await page.goto('/organisation');
  await line(page, 'Civilian Complaint Review Board').focus();
  await page.keyboard.press('ArrowRight');
  await expect(line(page, 'Investigations')).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(line(page, 'Investigations')).toBeFocused();
  await page.keyboard.press('m');
  const dialog = page.getByRole('dialog', { name: 'Move Investigations' });
  await dialog.getByRole('combobox', { name: 'New place' }).fill('Department of Finance');
  await page.getByRole('option', { name: /^Department of Finance/ }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toContainText('What follows');
  await expect(dialog.getByRole('button', { name: 'Move' })).toBeEnabled();
  expect(await barriers(page)).toEqual([]);
  expect(await placeOf(page, server.url, 'Investigations')).toBe('Civilian Complaint Review Board');
  await dialog.getByRole('button', { name: 'Move' }).click();
  await expect(notice(page, /Investigations is now at Department of Finance/)).toBeVisible();
  expect(await placeOf(page, server.url, 'Investigations')).toBe('Department of Finance');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(notice(page, /Investigations is back at Civilian Complaint Review Board/)).toBeVisible();
  expect(await placeOf(page, server.url, 'Investigations')).toBe('Civilian Complaint Review Board');

  const grip = line(page, 'Investigations').locator('[data-grip]');
  await grip.hover();
  await page.mouse.down();
  const target = line(page, 'Taxi and Limousine Commission');
  await target.hover({ force: true });
  await expect(target).toHaveAttribute('data-drop', 'yes');
  await line(page, 'Investigations').hover({ force: true });
  await expect(line(page, 'Investigations')).toHaveAttribute('data-drop', 'no');
  await target.hover({ force: true });
  await page.mouse.up();
  await expect(dialog.getByRole('combobox', { name: 'New place' })).toHaveValue(/^Taxi and Limousine/);
  await dialog.getByRole('button', { name: 'Move' }).click();
  await expect(notice(page, /is now at Taxi and Limousine/)).toBeVisible();
  expect(await placeOf(page, server.url, 'Investigations')).toBe('Taxi and Limousine Commission');
});

interface Named {
  id: string;
  componentId: string;
  title: string;
}

test('a goal is linked to one above by keyboard and by pointer, each time after a dialog, and no letter of the tree leads away', async ({
  page,
  server,
}) => {
  const { url } = server;
  await signInAs(page, url, 'admin');
  const { items: goals } = await read<{ items: Named[] }>(page, url, '/goals?limit=200');
  const { items: places } = await read<{ items: Placed[] }>(page, url, '/organisation');
  const place = places.find(({ parentId }) => goals.some(({ componentId }) => componentId === parentId));
  const [above, other] = goals.filter(({ componentId }) => componentId === place?.parentId);
  if (!place || !above || !other)
    throw new Error('The demonstration has no two goals above another component.');

  await page.goto(`${url}/organisation`);
  await line(page, 'Civilian Complaint Review Board').focus();
  await page.keyboard.type('ga');
  await expect(page).toHaveURL(/\/organisation$/);

  await page.goto(`${url}/organisation/${place.id}`);
  await page.getByRole('button', { name: 'Add a goal' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Add a goal' });
  await dialog.getByRole('textbox', { name: 'Goal', exact: true }).fill('Decide within ten days');
  const serves = dialog.getByRole('combobox', { name: 'Serves' });
  await serves.fill(above.title);
  await page.getByRole('option', { name: above.title }).first().waitFor();
  await serves.press('ArrowDown');
  await serves.press('Enter');
  await expect(dialog.getByRole('switch', { name: 'Counts in its score' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Add goal' }).click();
  await expect(dialog).toBeHidden();

  await page.goto(`${url}/goals?view=cascade`);
  const lines = page.getByRole('list', { name: 'Goals by what they serve' }).getByRole('listitem');
  const added = lines.filter({ hasText: 'Decide within ten days' });
  await expect(added).toContainText(place.name);
  await expect(added).toContainText('aligned only');

  const menu = page.getByRole('button', { name: 'Links of Decide within ten days' });
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const openMenu = async () => {
    await menu.press('Enter');
    await expect(page.getByRole('menu').locator(':focus')).toHaveCount(1);
  };
  await openMenu();
  await expect(page.getByRole('menuitem')).toHaveText(['Link to…', 'Change this link…', 'Unlink…']);
  await press('ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter');
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Unlink' })).toBeFocused();
  await press('Enter');
  await expect(notice(page, /no longer serves/)).toBeVisible();
  await expect(added).not.toContainText('aligned only');
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(added).toContainText('aligned only');

  const onto = (title: string) => lines.filter({ hasText: title }).first();
  await added.locator('[data-grip]').hover();
  await page.mouse.down();
  await onto(above.title).hover({ force: true });
  await expect(onto(above.title)).toHaveAttribute('data-drop', 'no');
  await expect(page.getByText(/It serves “.*” already/)).toBeVisible();
  await onto(other.title).hover({ force: true });
  await expect(onto(other.title)).toHaveAttribute('data-drop', 'yes');
  await page.mouse.up();
  const link = page.getByRole('dialog', { name: 'Link a goal to one above' });
  await expect(link.getByRole('combobox', { name: 'Serves' })).toHaveValue(new RegExp(other.title));
  await link.getByRole('switch', { name: `In place of “${above.title}”` }).check();
  expect(await barriers(page)).toEqual([]);
  await link.getByRole('button', { name: 'Link', exact: true }).click();
  await expect(notice(page, /now serves/)).toBeVisible();
  await expect(added).toContainText('contributes with a share of 100%');

  await openMenu();
  await press('ArrowDown', 'Enter');
  await expect(link.getByRole('combobox', { name: 'Serves' })).toBeFocused();
  await page.keyboard.type(above.title);
  await page.getByRole('option', { name: above.title }).waitFor();
  await press('ArrowDown', 'Enter');
  await expect(link.getByText('Other goals that it serves take 100%: 0% is left.')).toBeVisible();
  await link.getByRole('switch', { name: 'Counts in its score' }).check();
  await link.getByRole('textbox', { name: 'Share' }).fill('20');
  await expect(link.getByText('The shares add up to 120%')).toBeVisible();
  await link.getByRole('switch', { name: 'Counts in its score' }).uncheck();
  await link.getByRole('button', { name: 'Link', exact: true }).press('Enter');
  await expect(added).toHaveCount(2);
});

test('a vacant post is shown and found, and the history and the tree of a day say how it was', async ({
  page,
  server,
}) => {
  await signInAs(page, server.url, 'admin');
  await page.goto('/organisation?view=people');
  await line(page, 'Department of Finance').click();
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Change the component' });
  await dialog.getByRole('combobox', { name: 'Owner' }).click();
  // Who is chosen already is taken away.
  await page.getByRole('option', { name: 'Miriam Castellano' }).click();
  await dialog.getByRole('combobox', { name: 'Second manager' }).click();
  await page.getByRole('option', { name: 'Ines Laurent' }).click();
  await dialog.getByRole('combobox', { name: 'Time zone' }).fill('Europe/Lisbon');
  await page.getByRole('option', { name: 'Europe/Lisbon' }).click();
  await dialog.getByRole('combobox', { name: 'Public holidays' }).fill('Portugal');
  await page.getByRole('option', { name: 'Portugal', exact: true }).click();
  await dialog.getByRole('button', { name: 'Save changes' }).click();
  await expect(dialog).toBeHidden();
  await expect(
    page.getByText(/vacant: the next manager up stands in · .* second manager Ines Laurent/),
  ).toBeVisible();
  const calendar = page.getByRole('region', { name: 'Calendar' });
  await expect(calendar).toContainText('Europe/Lisbon set here');
  await expect(calendar).toContainText('Portugal set here');
  const history = page.getByRole('region', { name: 'History' });
  await expect(history).toContainText('Owner: Miriam Castellano → vacant.');
  await expect(history).toContainText('Second manager: none → Ines Laurent.');
  expect(await barriers(page)).toEqual([]);

  await page.goto('/organisation');
  await page.getByRole('button', { name: 'Vacant posts: 1' }).click();
  await expect(tree(page).getByRole('treeitem')).toHaveCount(2);
  await expect(line(page, 'Department of Finance')).toContainText('Vacant');

  await history.waitFor({ state: 'detached' });
  await page.goto('/organisation?asOf=2020-02-29');
  await expect(page.getByText('Nothing was there yet')).toBeVisible();
  const today = new Date().toISOString().slice(0, 10);
  await page.goto(`/organisation?asOf=${today}`);
  await expect(page.getByRole('status').filter({ hasText: 'As of' })).toContainText(
    'Nothing can be changed here.',
  );
  await expect(page.getByRole('button', { name: 'Add a component' })).toBeHidden();
  await line(page, 'Department of Finance').focus();
  await page.keyboard.press('m');
  await expect(page.getByRole('dialog')).toBeHidden();
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Department of Finance' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Change', exact: true })).toBeHidden();

  // What is above it is that of the day, too.
  await expect(page.getByRole('navigation', { name: 'You are here' })).toContainText('Department of Finance');
  await page
    .getByRole('navigation', { name: 'Part of' })
    .getByRole('link', { name: 'City of New York' })
    .click();
  await expect(page).toHaveURL(new RegExp(`/organisation/nyc\\?asOf=${today}`));
  await page.goto('/organisation?asOf=2099-01-01');
  await expect(page.getByRole('status').filter({ hasText: 'As of' })).toContainText(
    'What is known today of that day',
  );
});
