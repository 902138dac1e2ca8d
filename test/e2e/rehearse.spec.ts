import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { stage } from './canvas.ts';
import { demoTest, expect } from './fixtures.ts';
import { signInAs } from './people.ts';

demoTest.use({ contextOptions: { reducedMotion: 'reduce' } });

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
    for (const width of [1440, 390])
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.setViewportSize({ width, height: 844 });
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await expect(panel(page)).toBeVisible();
        const { violations } = await new AxeBuilder({ page }).include('[aria-label="Rehearsal"]').analyze();
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      }
  });
});
