// What is wrong stands in a list while the cycle is written, and each line leads to the field that mends it.
import type { Locator, Page } from '@playwright/test';
import type { Cycle } from '../../engine/index.ts';
import { canvas, details, stage, transition } from './canvas.ts';
import { openCopy } from './drafts.ts';
import { expect, keptTest as test } from './fixtures.ts';

/** Sound but for a relation that nobody has; one stage lies far from the others. */
const nearlySound = ({ schema, id }: Cycle): Cycle => ({
  schema,
  id,
  name: 'Nearly sound',
  initial: 'agree',
  stages: {
    agree: {
      name: 'Agree',
      tasks: {
        'agree-plan': { title: 'Agree the plan', assignee: 'manger', form: 'plan-agreement', due: 'P10D' },
      },
      on: { 'task.agree-plan.completed': [{ to: 'far' }] },
    },
    far: { name: 'Far', after: [{ delay: 'P30D', to: 'end' }] },
    end: { type: 'final', name: 'Closed', outcome: 'met' },
  },
  layout: { agree: { x: 0, y: 0 }, far: { x: 4000, y: 1600 }, end: { x: 4400, y: 1600 } },
});

const problems = (page: Page): Locator => page.getByRole('region', { name: 'Problems' });
const line = (page: Page, where: string, words: RegExp): Locator =>
  problems(page).getByRole('button').filter({ hasText: where }).filter({ hasText: words });

test('a fault is listed while it is written, marked on its stage, and its line leads to the field', async ({
  page,
  demo,
}) => {
  await openCopy(page, demo.url, 'quarterly-okr', nearlySound);
  const publish = page.getByRole('button', { name: 'Publish…' });
  await problems(page).getByRole('button', { expanded: false }).click();

  // A mistake in an expression, in the middle of typing it.
  await page.keyboard.press('ControlOrMeta+f');
  await page.getByRole('search').getByRole('textbox').fill('Far');
  await page.keyboard.press('Escape');
  await expect(stage(page, 'Far')).toBeFocused();
  await transition(page, 'Far', 'Closed').click();
  const guard = details(page).getByLabel('Only if (guard)');
  await guard.fill('round <');
  await expect(line(page, 'Far', /round|expression/).first()).toBeVisible();
  await expect(publish).toBeDisabled();
  const badge = stage(page, 'Far').locator('[data-severity="error"]');
  const words = (await badge.getAttribute('aria-label')) ?? '';
  expect(words).not.toBe('');
  await badge.hover();
  await expect(page.getByRole('tooltip').filter({ hasText: words.split('\n')[0] ?? '' })).toBeVisible();

  // From far away, with the keyboard alone.
  await canvas(page).click({ position: { x: 12, y: 12 } });
  await page.keyboard.press('ControlOrMeta+f');
  await page.getByRole('search').getByRole('textbox').fill('Agree');
  await page.keyboard.press('Escape');
  await expect(stage(page, 'Far')).not.toBeInViewport();
  await line(page, 'Far', /round|expression/)
    .first()
    .press('Enter');
  await expect(guard).toBeFocused();
  await expect(guard).toHaveAttribute('aria-invalid', 'true');
  await expect(stage(page, 'Far')).toBeInViewport();

  // Why it cannot be published is said to who presses, not only to who hovers.
  await publish.click({ force: true });
  await expect(page.getByText('Mend the errors first')).toBeVisible();
  // On a phone the sheet opens at the field, and not at its first button.
  await page.setViewportSize({ width: 390, height: 844 });
  await line(page, 'Far', /round|expression/)
    .first()
    .press('Enter');
  const sheet = page.getByRole('dialog', { name: 'Details' });
  await expect(sheet.getByLabel('Only if (guard)')).toBeFocused();
  await sheet.getByRole('button', { name: 'Close' }).click();
  await page.setViewportSize({ width: 1440, height: 900 });
  await guard.fill('');
  await expect(line(page, 'Far', /round|expression/)).toHaveCount(0);
});

test('a problem is mended with one press, and that can be undone', async ({ page, demo }) => {
  await openCopy(page, demo.url, 'quarterly-okr', nearlySound);
  await problems(page).getByRole('button', { expanded: false }).click();
  const assignee = details(page).getByLabel('Who does it').first();
  await stage(page, 'Agree').click();
  await expect(assignee).toHaveValue('manger');
  const found = line(page, 'Agree', /manger/);
  await expect(found.first()).toBeVisible();
  const row = found.first().locator('xpath=..');
  await row.getByRole('button').nth(1).click();
  await expect(found).toHaveCount(0);
  await expect(assignee).not.toHaveValue('manger');
  await page.getByRole('button', { name: 'Undo (Ctrl+Z)' }).click();
  await expect(found.first()).toBeVisible();
});

test('F8 walks the problems forward and Shift+F8 back, each told to those who do not see it', async ({
  page,
  demo,
}) => {
  await openCopy(page, demo.url, 'quarterly-okr', (cycle) => {
    const { stages, ...rest } = nearlySound(cycle);
    return { ...rest, stages: { ...stages, lost: { name: 'Lost' }, stuck: { name: 'Stuck' } } };
  });
  await expect(problems(page)).toContainText(/\d errors?/);
  const said = page.locator('output[aria-live="polite"]').last();
  const at = (number: number) => expect(said).toHaveText(new RegExp(`^Problem ${number} of \\d+: `));
  await stage(page, 'Agree').focus();
  await page.keyboard.press('F8');
  await at(1);
  const first = await said.textContent();
  await page.keyboard.press('F8');
  await at(2);
  await page.keyboard.press('Shift+F8');
  await expect(said).toHaveText(first ?? '');
});
