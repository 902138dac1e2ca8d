import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { barriers } from './barriers.ts';
import { stage } from './canvas.ts';
import { demoTest, expect, test } from './fixtures.ts';
import { signInAs } from './people.ts';

demoTest.use({ contextOptions: { reducedMotion: 'reduce' } });

const okr = new URL('../../samples/quarterly-okr.cycle.json', import.meta.url);
/** How many scenarios the cycle comes with. */
const shipped: number = JSON.parse(readFileSync(okr, 'utf8')).scenarios.length;

const panel = (page: Page) => page.getByRole('region', { name: 'Rehearsal' });
const log = (page: Page) => panel(page).getByRole('list', { name: 'What happened so far' });
const token = (page: Page, name: string) => stage(page, name).getByRole('img', { name: 'The plan is here' });

async function openCycle(page: Page, url: string, id: string, rehearse = ''): Promise<void> {
  await signInAs(page, url, 'designer');
  await page.goto(`${url}/cycles/${id}${rehearse}`);
  await expect(page.getByRole('region', { name: /^Canvas of/ })).toBeVisible();
}

// Nothing is changed by stepping, so that one server serves them all.
demoTest.describe('a plan is taken through a cycle step by step', () => {
  demoTest(
    'with a token in each region, answers to why not, a clock, a log, and the way back',
    async ({ page, demo }) => {
      await openCycle(page, demo.url, 'probation');
      await page.getByRole('button', { name: 'Rehearse' }).click();
      await expect(token(page, 'Agree goals')).toBeVisible();
      await expect(token(page, 'Name a buddy')).toBeVisible();
      await expect(page.getByRole('button', { name: 'Add Plan' })).toHaveCount(0);

      // Too few goals: the guard says why not, with what it looked at.
      const facts = panel(page).locator('summary', { hasText: 'The plan it is tried on' });
      await facts.click();
      await panel(page).getByRole('button', { name: 'Remove Goal 3' }).click();
      await panel(page).getByRole('button', { name: 'Complete Agree at least three goals' }).click();
      await expect(
        panel(page)
          .getByText(/^Does not hold: count\(goals\) is 2|^Does not hold/)
          .first(),
      ).toBeVisible();
      await panel(page).getByRole('button', { name: 'Complete', exact: true }).click();
      await expect(log(page).getByRole('listitem').first()).toContainText('No guard lets');
      await expect(token(page, 'Agree goals')).toBeVisible();

      await panel(page).getByRole('button', { name: 'Add a goal' }).click();
      await expect(panel(page)).toContainText('the last step is left out');
      await panel(page).getByRole('button', { name: 'Complete', exact: true }).click();
      await panel(page)
        .getByRole('button', { name: /^Complete Name a buddy/ })
        .click();
      await panel(page).getByRole('button', { name: 'Complete', exact: true }).click();
      await expect(token(page, 'First month')).toBeVisible();

      // The clock goes to what happens next by itself.
      await panel(page)
        .getByRole('button', { name: /^Next timer/ })
        .click();
      await expect(token(page, 'First month')).toHaveCount(0);
      await expect(log(page)).toContainText('Time passes to');

      await page.reload();
      await expect(log(page).getByRole('listitem')).toHaveCount(4);
      await panel(page).getByRole('button', { name: 'Step back' }).click();
      await expect(token(page, 'First month')).toBeVisible();
      await panel(page).getByRole('button', { name: 'Reset' }).click();
      await expect(token(page, 'Agree goals')).toBeVisible();
      await panel(page).getByRole('button', { name: 'End the rehearsal' }).click();
      await expect(page.getByRole('button', { name: 'Add Plan' })).toBeVisible();
    },
  );

  demoTest(
    'with the keyboard alone, and every step is told to those who do not see the canvas',
    async ({ page, demo }) => {
      await openCycle(page, demo.url, 'probation');
      await page.keyboard.press('t');
      await expect(token(page, 'Agree goals')).toBeVisible();
      await page.keyboard.press('n');
      await expect(page.getByRole('combobox', { name: /stage/i })).toHaveCount(0);
      await panel(page)
        .getByRole('button', { name: /^Complete Name a buddy/ })
        .focus();
      await page.keyboard.press('Enter');
      await panel(page).getByRole('button', { name: 'Complete', exact: true }).focus();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('status').filter({ hasText: 'Name a buddy → Named.' })).toBeAttached();
      await expect(token(page, 'Named')).toBeVisible();
      // What was pressed is gone; the keyboard goes on from where the plan is.
      const here = panel(page).getByRole('region', { name: 'Where the plan is' });
      await expect(here.locator('p:focus')).toContainText('Named');
      await page.locator('body').press('t');
      await expect(panel(page)).toHaveCount(0);
    },
  );

  demoTest('and keeps nobody out, light and dark, wide and narrow', async ({ page, demo }) => {
    await openCycle(page, demo.url, 'probation', '?rehearse=step');
    await expect(token(page, 'Agree goals')).toBeVisible();
    await panel(page)
      .getByRole('button', { name: /^Complete Name a buddy/ })
      .click();
    for (const width of [1440, 360])
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.setViewportSize({ width, height: 844 });
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await expect(panel(page)).toBeVisible();
        expect(await barriers(page, { within: '[aria-label="Rehearsal"]', strict: true })).toEqual([]);
      }
  });
});

const scenarios = (page: Page) => panel(page).getByRole('list', { name: 'Scenarios' });
const undo = (page: Page) => page.getByRole('button', { name: 'Undo (Ctrl+Z)' });

test.describe('the scenarios of a cycle', () => {
  test.use({ flags: ['--demo'], contextOptions: { reducedMotion: 'reduce' } });

  test('are run, painted, saved from a rehearsal, edited until they fail, and brought back by undo', async ({
    page,
    server,
  }) => {
    await openCycle(page, server.url, 'quarterly-okr', '?rehearse=step');
    await panel(page)
      .getByRole('button', { name: /^Complete / })
      .first()
      .click();
    await panel(page).getByRole('button', { name: 'Complete', exact: true }).click();
    await panel(page).getByRole('button', { name: 'Save as a scenario…' }).click();
    await page.getByLabel('What it shows').fill('Objectives lead on');
    await page.getByRole('button', { name: 'Save scenario' }).click();

    await panel(page).getByRole('tab', { name: 'Scenarios' }).click();
    await expect(panel(page)).toContainText(`All ${shipped + 1} scenarios pass`);
    await expect(page.getByRole('img', { name: 'A scenario comes here' }).first()).toBeVisible();
    const own = scenarios(page).getByRole('button', { name: 'Passes Objectives lead on' });
    await own.click();
    await expect(page.getByRole('img', { name: 'No scenario comes here' }).first()).toBeVisible();

    await panel(page).getByRole('button', { name: 'Edit', exact: true }).click();
    const answer = panel(page)
      .getByRole('listitem', { name: 'Step 1' })
      .getByRole('group', { name: 'Answer', exact: true });
    await answer.getByRole('button', { name: 'Add a goal' }).click();
    await expect(panel(page)).toContainText(`All ${shipped + 1} scenarios pass`);
    await answer.getByRole('textbox', { name: 'Goal', exact: true }).fill(' ');
    await expect(answer.getByRole('textbox', { name: 'Goal', exact: true })).toHaveAttribute(
      'aria-invalid',
      'true',
    );
    await expect(panel(page)).toContainText(`1 of ${shipped + 1} scenarios fails`);
    await undo(page).click();
    await expect(panel(page)).toContainText(`All ${shipped + 1} scenarios pass`);
    await expect(answer.getByRole('textbox', { name: 'Goal', exact: true })).not.toHaveValue(' ');

    await panel(page).getByRole('button', { name: 'Add a step' }).click();
    const added = panel(page).getByRole('listitem', { name: 'Step 2' });
    await added.getByLabel('How long, or until when').fill('whenever');
    await expect(panel(page)).toContainText(`1 of ${shipped + 1} scenarios fails`);
    await expect(scenarios(page)).toContainText('Step 2, Time passes: "whenever" is neither a span');
    await panel(page).getByLabel('Name', { exact: true }).fill('Objectives lead further');
    await expect(
      scenarios(page).getByRole('button', { name: 'Fails Objectives lead further' }),
    ).toBeVisible();

    await undo(page).click();
    await undo(page).click();
    await undo(page).click();
    await expect(panel(page)).toContainText(`All ${shipped + 1} scenarios pass`);
    await panel(page).getByRole('button', { name: 'More about Objectives lead on' }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await expect(panel(page)).toContainText(`All ${shipped} scenarios pass`);
    await undo(page).click();
    await expect(own).toBeVisible();
    await panel(page).getByRole('button', { name: 'Put in faults' }).click();
    await expect(panel(page).getByText(/\d+ of \d+ faults are noticed/)).toBeVisible({ timeout: 90_000 });
  });
});

demoTest.describe('a simulation', () => {
  demoTest(
    'shows time, outcomes, rounds, load and lateness with tables, and tints the canvas',
    async ({ page, demo }) => {
      await openCycle(page, demo.url, 'quarterly-okr', '?rehearse=simulation');
      await panel(page).getByLabel('Components').fill('60');
      await panel(page).getByRole('button', { name: 'Simulate' }).click();
      const result = panel(page).getByRole('region', { name: 'What came out' });
      await expect(result).toContainText('Of 60 plans', { timeout: 60_000 });
      for (const question of [
        'Where does the time go?',
        'How do plans turn out?',
        'How many rounds does it take?',
        'Who has too much to do?',
        'Which tasks are late?',
      ])
        await expect(result.getByRole('region', { name: question })).toBeVisible();
      await result.getByText('The figures behind it').first().click();
      const figures = result.getByRole('table', { name: /^Figures: Days that a plan spends/ });
      await expect(figures.getByRole('row').nth(1)).toContainText(/\d d/);
      await expect(stage(page, 'Objectives')).toContainText(/\d d/);

      const grid = result.getByRole('grid', { name: 'Hours of managers by week' });
      await grid.getByRole('gridcell').first().focus();
      await page.keyboard.press('Control+End');
      await page.keyboard.press('Control+Home');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowDown');
      const current = grid.getByRole('row').nth(2).getByRole('gridcell').nth(1);
      await expect(current).toBeFocused();
      const words = (await current.getAttribute('aria-label')) ?? '';
      expect(words).toMatch(/^.+, \d{4}-W\d\d: (nothing to do|[\d.]+ h in the mean)/);
      await expect(result.getByRole('status').filter({ hasText: words })).toBeVisible();
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        result.getByRole('button', { name: 'Save as CSV' }).click(),
      ]);
      expect(file.suggestedFilename()).toMatch(/-load\.csv$/);

      // The real organisation and what happened in it are the server's to know.
      const made = await result.textContent();
      await panel(page).getByText('The real one').click();
      await panel(page).getByRole('button', { name: 'Simulate' }).click();
      await expect(result).not.toHaveText(made ?? '', { timeout: 60_000 });
      expect(await barriers(page, { within: '[aria-label="Rehearsal"]', strict: true })).toEqual([]);
    },
  );

  demoTest('and a published version is rehearsed as it is, for reading', async ({ page, demo }) => {
    await openCycle(page, demo.url, 'quarterly-okr', '?version=1');
    await page.getByRole('link', { name: 'Rehearse' }).click();
    await panel(page)
      .getByRole('button', { name: /^Complete / })
      .first()
      .click();
    await panel(page).getByRole('button', { name: 'Complete', exact: true }).click();
    await expect(panel(page).getByRole('button', { name: 'Save as a scenario…' })).toBeDisabled();
    await expect(log(page).getByRole('listitem')).toHaveCount(2);
    await panel(page).getByRole('button', { name: 'End the rehearsal' }).click();
    await expect(page.getByText('version 1').first()).toBeVisible();
  });
});
