// English and German: chosen with the browser, on the first page, in the menu and from the palette, and kept.
import type { Page } from '@playwright/test';
import { barriers, overhang } from './barriers.ts';
import { drag, middleOf } from './canvas.ts';
import { openCopy } from './drafts.ts';
import { expect, demoTest as test } from './fixtures.ts';
import { signInAs } from './people.ts';
import { settled } from './screens.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const spoken = (page: Page) => page.locator('html').getAttribute('lang');
const drawing = (page: Page) => page.getByRole('region', { name: /^Zeichenfläche von/ });

test('the first page is switched by keyboard, and the next visit is in the language that was chosen', async ({
  page,
  demo,
}) => {
  await page.goto(`${demo.url}/sign-in`);
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await page.getByRole('radio', { name: 'English' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('heading', { name: 'Anmelden' })).toBeVisible();
  expect(await spoken(page)).toBe('de');
  await page.getByRole('button', { name: 'Anmelden' }).click();
  await expect(page.getByText('Geben Sie Ihr Passwort an.')).toBeVisible();
  await page.goto(`${demo.url}/sign-in`);
  await expect(page.getByRole('heading', { name: 'Anmelden' })).toBeVisible();
});

test('the menu switches to German and the palette back to English, on the page where one is', async ({
  page,
  demo,
}) => {
  await signInAs(page, demo.url, 'manager');
  await page.goto(`${demo.url}/inbox`);
  await page.getByRole('button', { name: /: your menu$/ }).click();
  await page.getByRole('menuitem', { name: 'Deutsch' }).click();
  await expect(page.getByRole('link', { name: /^Eingang/ })).toBeVisible();
  await settled(page);
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('textbox', { name: 'Gehe zu' }).fill('sprache');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: /^Inbox/ })).toBeVisible();
  expect(new URL(page.url()).pathname).toBe('/inbox');
});

test('a stage is drawn in German, and switching loses nothing that was drawn', async ({ page, demo }) => {
  await openCopy(page, demo.url, 'quarterly-okr');
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('textbox', { name: 'Go to' }).fill('deutsch');
  await page.keyboard.press('Enter');
  await expect(drawing(page)).toBeVisible();
  const { x, y } = await middleOf(drawing(page));
  await drag(page, await middleOf(page.getByRole('button', { name: 'Messen hinzufügen' })), {
    x,
    y: y + 200,
  });
  const name = page.getByRole('textbox', { name: /^Name von/ });
  await expect(name).toHaveValue('Messen');
  await name.fill('Übergabe prüfen');
  await name.press('Enter');
  const drawn = drawing(page).getByRole('group', { name: /^Übergabe prüfen, / });
  await expect(drawn).toBeVisible();
  await settled(page);
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: /: Ihr Menü$/ }).click();
  await page.getByRole('menuitem', { name: 'English' }).click();
  const canvas = page.getByRole('region', { name: /^Canvas of/ });
  await expect(canvas.getByRole('group', { name: /^Übergabe prüfen, / })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo (Ctrl+Z)' })).toBeEnabled();
});

test('lengths of time are typed in German', async ({ page, demo }) => {
  await openCopy(page, demo.url, 'quarterly-okr');
  await page.evaluate(() => localStorage.setItem('cw-language', 'de'));
  await page.reload();
  await drawing(page).getByRole('group').filter({ hasText: 'Aufgabe' }).first().click();
  const due = page.getByRole('textbox', { name: 'Fällig nach' }).first();
  await due.fill('3 Wochen');
  await due.blur();
  await expect(due).toHaveValue('3 Wochen');
  await expect(page.getByText('3 Wochen nach Beginn der Phase · P3W')).toBeVisible();
});

test('what the check, the server and the rehearsal say is in German too', async ({
  page,
  demo,
  complaints,
}) => {
  await openCopy(page, demo.url, 'quarterly-okr');
  await page.evaluate(() => localStorage.setItem('cw-language', 'de'));
  await page.setViewportSize({ width: 390, height: 844 });
  await page.reload();
  const toolbar = page.getByRole('toolbar', { name: 'Bearbeiten' });
  await expect(toolbar).toBeVisible();
  expect((await toolbar.boundingBox())?.height).toBeLessThan(56);
  await page.getByRole('region', { name: 'Probleme' }).getByRole('button', { expanded: false }).click();
  await expect(
    page.getByRole('button', { name: /Wenn keine Bedingung gilt, wird task/ }).first(),
  ).toBeVisible();

  await page.goto(`${demo.url}/plans/no-such-plan`);
  await expect(page.getByRole('alert')).toContainText('Pläne ansehen: Das ist vorbehalten: Administration');
  // The refusal that was looked for.
  expect(complaints.splice(0).every((each) => each.includes('/plans/no-such-plan'))).toBe(true);

  await signInAs(page, demo.url, 'manager');
  await page.goto(`${demo.url}/inbox`);
  await page
    .getByRole('link', { name: /Appraise results and methods/ })
    .first()
    .click();
  await expect(
    page.getByText('Sie werden gefragt, weil Sie Department of Buildings führen.').first(),
  ).toBeVisible();
});

test('the zone, the form of dates and the first day of a week are those that a person chose', async ({
  page,
  demo,
}) => {
  await signInAs(page, demo.url, 'admin');
  await page.goto(`${demo.url}/settings`);
  await page.getByText('2026-11-26', { exact: true }).click();
  await expect(page.getByRole('radio', { name: '2026-11-26' })).toBeChecked();
  await page.getByRole('combobox', { name: 'Time zone' }).click();
  await page.getByRole('combobox', { name: 'Time zone' }).fill('Tokyo');
  await page.getByRole('option', { name: 'Asia/Tokyo' }).click();
  await expect(page.getByRole('combobox', { name: 'Time zone' })).toHaveValue('Asia/Tokyo');
  expect(await barriers(page)).toEqual([]);
  await page.goto(`${demo.url}/launches`);
  await expect(page.getByText(/\d{4}-\d{2}-\d{2} – \d{4}-\d{2}-\d{2}/).first()).toBeVisible();

  await page.goto(`${demo.url}/settings`);
  await page.getByText('Sunday', { exact: true }).click();
  await expect(page.getByRole('radio', { name: 'Sunday' })).toBeChecked();
  await page.goto(`${demo.url}/launches/new`);
  await page.getByLabel('Last day').click();
  await expect(page.getByRole('columnheader')).toHaveText(['Su', 'Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa']);
});

test.describe('with a browser in German', () => {
  test.use({ locale: 'de-AT' });

  for (const [screen, path] of [
    ['the inbox', '/inbox'],
    ['the cycles', '/cycles'],
    ['the settings', '/settings'],
    ['the plans', '/plans'],
  ] as const)
    test(`${screen} needs no choice, and fits a narrow screen`, async ({ page, demo }) => {
      await signInAs(page, demo.url, 'admin');
      await page.goto(demo.url + path);
      await expect.poll(() => spoken(page)).toBe('de');
      await settled(page);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await page.setViewportSize({ width: 390, height: 844 });
      await settled(page);
      expect([await barriers(page), await overhang(page)]).toEqual([[], 0]);
    });
});
