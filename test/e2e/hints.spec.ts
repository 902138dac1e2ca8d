// What stands beside a control without words, for who points at it and for who comes to it by the keyboard; and where
// the keyboard is once a dialog has ended.
import { expect, demoTest as test } from './fixtures.ts';
import { signInAs } from './people.ts';

test('a control says its name while a pointer rests on it or the keyboard is there, and Escape ends it', async ({
  page,
  demo,
}) => {
  await signInAs(page, demo.url, 'manager');
  await page.goto(`${demo.url}/inbox`);
  const keys = page.getByRole('button', { name: 'Keys of the inbox' });
  const hint = page.getByRole('tooltip');
  await keys.hover();
  await expect(hint).toHaveText('Keys');
  await expect(keys).toHaveAccessibleDescription('Keys');
  await page.mouse.move(0, 0);
  await expect(hint).toBeHidden();

  await keys.focus();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  await expect(keys).toBeFocused();
  await expect(hint).toHaveText('Keys');
  await page.keyboard.press('Escape');
  await expect(hint).toBeHidden();
  await expect(keys).toBeFocused();
  await expect(keys).not.toHaveAttribute('aria-describedby');

  // A day says exactly when.
  await page.goto(`${demo.url}/plans?view=list`);
  const moved = page.getByRole('row').nth(1).locator('time').last();
  await moved.hover();
  await expect(hint).toHaveText(/\d{4}.*\d\d:\d\d/);
});

test('a dialog that ends gives the focus back to what opened it, to the button of a menu too', async ({
  page,
  demo,
}) => {
  await signInAs(page, demo.url, 'admin');
  await page.goto(`${demo.url}/inbox`);
  const keys = page.getByRole('button', { name: 'Keys of the inbox' });
  await keys.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Keys of the inbox' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(keys).toBeFocused();

  await page.goto(`${demo.url}/goals?view=cascade`);
  const links = page.getByRole('button', { name: 'Links of Reduce injuries on construction sites' });
  await links.press('Enter');
  await page.getByRole('menuitem', { name: /^Link/ }).first().press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(links).toBeFocused();
});
