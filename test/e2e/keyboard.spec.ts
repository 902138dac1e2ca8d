import type { Locator, Page } from '@playwright/test';
import { canvas, stage, transition } from './canvas.ts';
import { expect, test } from './fixtures.ts';
import { signInAs } from './people.ts';

test.use({ flags: ['--demo'] });

const isFocused = (locator: Locator): Promise<boolean> =>
  locator.evaluate((element) => element === document.activeElement);

/** As somebody without a pointer gets there: Tab, again and again. */
async function tabTo(page: Page, locator: Locator): Promise<void> {
  await expect(locator).toBeVisible();
  for (let presses = 0; presses < 150; presses += 1) {
    if (await isFocused(locator)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The Tab key never comes to ${locator}.`);
}

async function press(page: Page, locator: Locator): Promise<void> {
  await tabTo(page, locator);
  await page.keyboard.press('Enter');
}

async function retype(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
}

/** Those who do not see the canvas are told. */
const said = (page: Page, words: string | RegExp): Promise<void> =>
  expect(page.locator('output[aria-live="polite"]').last()).toHaveText(words);

/** A shortcut, then what is typed into the list that it opens. */
async function ask(page: Page, shortcut: string, text: string): Promise<void> {
  await page.keyboard.press(shortcut);
  await expect(page.getByRole('combobox', { name: /./ }).and(page.locator(':focus'))).toBeVisible();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

test('a cycle of three stages is drawn and published with the keyboard alone', async ({ page, server }) => {
  await signInAs(page, server.url, 'designer');
  await page.goto('/cycles');
  await press(page, page.getByRole('button', { name: 'New cycle' }));
  const name = page.getByRole('dialog').getByLabel('Name');
  await expect(name).toBeFocused();
  await page.keyboard.type('By keys');
  await page.keyboard.press('Enter');
  await expect(stage(page, 'Plan')).toBeVisible();

  await page.keyboard.press('ArrowRight');
  await expect(stage(page, 'Plan')).toBeFocused();
  await ask(page, 'a', 'Observe');
  await expect(stage(page, 'Observe')).toBeFocused();
  await ask(page, 'a', 'Appraise');
  await expect(stage(page, 'Appraise')).toBeFocused();
  await said(page, 'Appraise added.');

  await ask(page, 'c', 'Closed');
  await expect(page.getByRole('dialog', { name: 'When does Appraise lead to Closed?' })).toBeVisible();
  await page.keyboard.type('After');
  await page.keyboard.press('Enter');
  await expect(transition(page, 'Appraise', 'Closed')).toBeVisible();
  await said(page, /^Appraise leads to Closed: after /);
  await expect(transition(page, 'Appraise', 'Closed')).toBeFocused();

  await press(page, transition(page, 'Plan', 'Closed'));
  await page.keyboard.press('Delete');
  await said(page, 'The transition is deleted.');
  await expect(transition(page, 'Plan', 'Closed')).toHaveCount(0);

  await press(page, transition(page, 'Plan', 'Observe'));
  await retype(page, page.getByLabel('Only if (guard)'), 'result.decision = "agreed"');
  await press(page, page.getByRole('button', { name: 'Try earlier' }));
  await expect(transition(page, 'Plan', 'Observe')).toContainText('result.decision');

  await press(page, transition(page, 'Observe', 'Appraise'));
  await tabTo(page, page.getByRole('combobox', { name: 'Waits for' }));
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('listbox', { name: 'Waits for' })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await retype(page, page.getByLabel('How long'), 'P3M');
  await expect(transition(page, 'Observe', 'Appraise')).toContainText('after 3 months');

  await tabTo(page, stage(page, 'Appraise'));
  await ask(page, 'n', 'Reward');
  await expect(stage(page, 'Reward')).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(stage(page, 'Reward')).toHaveCount(0);
  await said(page, 'Reward deleted.');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(stage(page, 'Reward')).toBeVisible();
  await said(page, 'The last change is undone.');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(stage(page, 'Reward')).toHaveCount(0);

  await press(page, page.getByRole('button', { name: 'Publish…' }));
  await press(page, page.getByRole('button', { name: 'Publish version' }));
  await expect(page.getByText(/Version 1 is published/)).toBeVisible();
  await expect(canvas(page)).toBeVisible();
});
