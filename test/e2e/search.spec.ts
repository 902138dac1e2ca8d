// Finding a place in a large cycle without reading it all.
import type { Page } from '@playwright/test';
import { canvas, details, stage } from './canvas.ts';
import { comeAs } from './come.ts';
import { expect, keptTest as test } from './fixtures.ts';

test('Ctrl+F finds a stage, an owner, an event and a guard, and Enter goes from one to the next', async ({
  page,
  demo,
}) => {
  const go = await comeAs(page, demo.url, 'designer');
  await go('/cycles/probation');
  await expect(stage(page, 'Arrive')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+f');
  const search = page.getByRole('search', { name: 'Find in the cycle' });
  const field = search.getByRole('textbox');
  await expect(field).toBeFocused();

  await field.fill('settles');
  await expect(search.getByRole('status')).toHaveText('1 of 1 · Stage HR settles it');
  await expect(stage(page, 'HR settles it')).toBeInViewport();
  await expect(details(page).getByLabel('Name', { exact: true })).toHaveValue('HR settles it');
  await expect(field).toBeFocused();

  await field.fill('role:hr');
  await expect(search.getByRole('status')).toContainText(
    '1 of 3 · Task “Approve the confirmation” of role:hr',
  );
  await page.keyboard.press('Enter');
  await expect(search.getByRole('status')).toContainText('2 of 3');
  await expect(stage(page, 'HR agrees')).toBeInViewport();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(search.getByRole('status')).toContainText('1 of 3');
  await page.keyboard.press('Shift+Enter');
  await expect(search.getByRole('status')).toContainText('3 of 3');

  await field.fill('leave.started');
  await expect(search.getByRole('status')).toContainText('leave started');
  await expect(canvas(page).getByRole('button', { pressed: true })).toBeInViewport();

  await field.fill('nothing like this');
  await expect(search.getByRole('status')).toHaveText('Nothing in this cycle is called that.');
  await field.fill('HR confirms');
  await expect(search.getByRole('status')).toHaveText('1 of 1 · Stage HR confirms');
  await page.keyboard.press('Escape');
  await expect(search).toHaveCount(0);
  await expect(stage(page, 'HR confirms')).toBeFocused();
});

/** Both within one frame, faster than anybody types and as slow machines take it in. */
const typeAtOnce = (page: Page, words: string[]) =>
  page.evaluate(async (all) => {
    const field = document.querySelector<HTMLInputElement>('[role="search"] input');
    if (!field) throw new Error('Nothing is searched for.');
    for (const text of all) {
      // As a browser sets what is typed: React hears the event and reads the value.
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text);
      field.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise((resolve) => setTimeout(resolve));
    }
  }, words);

test('what is found last is in sight, however soon after what was found before', async ({ page, demo }) => {
  const go = await comeAs(page, demo.url, 'designer');
  await go('/cycles/probation');
  await expect(stage(page, 'Arrive')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+f');
  const search = page.getByRole('search', { name: 'Find in the cycle' });
  await expect(search.getByRole('textbox')).toBeFocused();
  await typeAtOnce(page, ['settles', 'leave.started']);
  await expect(search.getByRole('status')).toContainText('leave started');
  await expect(canvas(page).getByRole('button', { pressed: true })).toBeInViewport();
});
