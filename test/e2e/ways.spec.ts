// A problem is shown as a way on the canvas, with numbers and in words.
import type { Page } from '@playwright/test';
import { barriers } from './barriers.ts';
import { canvas, stage } from './canvas.ts';
import { expect, test } from './fixtures.ts';
import { signInAs } from './people.ts';

test.use({ flags: ['--demo'], contextOptions: { reducedMotion: 'reduce' } });

/** A stage that nothing leads to, one that nothing leads out of, and a loop that nothing bounds. */
const faulty = {
  schema: 'cycle/1',
  id: 'faulty',
  name: 'Faulty',
  initial: 'plan',
  stages: {
    plan: { name: 'Plan', after: [{ delay: 'P1D', to: 'observe' }] },
    observe: {
      name: 'Observe',
      after: [{ delay: 'P1D', to: 'appraise' }],
      on: { 'went.wrong': [{ to: 'stuck' }] },
    },
    appraise: {
      name: 'Appraise',
      after: [{ delay: 'P1D', to: 'observe' }],
      on: { settled: [{ to: 'done' }] },
    },
    stuck: { name: 'Stuck' },
    lost: { name: 'Lost', after: [{ delay: 'P1D', to: 'done' }] },
    done: { type: 'final', name: 'Done', outcome: 'met' },
  },
  layout: {
    plan: { x: 0, y: 0 },
    observe: { x: 300, y: 0 },
    appraise: { x: 600, y: 0 },
    stuck: { x: 300, y: 200 },
    lost: { x: 600, y: 200 },
    done: { x: 900, y: 0 },
  },
};

async function open(page: Page, url: string): Promise<void> {
  await signInAs(page, url, 'designer');
  const saved = await page.request.put(`${url}/api/v1/cycles/faulty`, {
    data: faulty,
    headers: { origin: url, 'if-none-match': '*' },
  });
  expect(saved.ok()).toBe(true);
  await page.goto('/cycles/faulty');
  await expect(canvas(page)).toBeVisible();
  await page
    .getByRole('region', { name: 'Problems' })
    .getByRole('button', { name: /problem|error/i })
    .first()
    .click();
}

const strip = (page: Page) => page.getByRole('region', { name: 'What shows the problem' });
const pick = (page: Page, name: string, words: RegExp) =>
  page
    .getByRole('region', { name: 'Problems' })
    .getByRole('button')
    .filter({ hasText: name })
    .filter({ hasText: words })
    .first()
    .click();

test('picking a problem draws its way with numbers, and Esc takes it away', async ({ page, server }) => {
  await open(page, server.url);
  await pick(page, 'Lost', /./);
  await expect(strip(page)).toContainText('No transition leads to Lost.');

  await pick(page, 'Stuck', /./);
  await expect(strip(page)).toContainText('Plan → Observe → Stuck.');
  await expect(stage(page, 'Plan')).toContainText('1');
  await expect(stage(page, 'Observe')).toContainText('2');
  await expect(stage(page, 'Stuck')).toContainText('3');
  expect(await barriers(page)).toEqual([]);

  await page.keyboard.press('Escape');
  await expect(strip(page)).toHaveCount(0);
  await expect(stage(page, 'Stuck')).not.toContainText('3');
});

test('a loop without a bound is drawn as a way there and round, also with F8', async ({ page, server }) => {
  await open(page, server.url);
  await expect(page.getByRole('region', { name: 'Problems' })).toContainText(/\d error/);
  await canvas(page).focus();
  const round = strip(page).getByText(/round and round: /);
  for (let press = 0; press < 12 && (await round.count()) === 0; press += 1) {
    const before = await page.locator('[aria-live="polite"]').last().textContent();
    await page.keyboard.press('F8');
    await expect(page.locator('[aria-live="polite"]').last()).not.toHaveText(before ?? '');
  }
  await expect(round).toHaveText(
    'Plan → Observe, then round and round: Observe → Appraise → Observe. Nothing ends it.',
  );
  await expect(stage(page, 'Observe')).toContainText('2, 4');
  await strip(page).getByRole('button', { name: 'Hide the way' }).click();
  await expect(strip(page)).toHaveCount(0);
});
