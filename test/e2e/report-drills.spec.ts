// From a number of a report to the plans that it counts.
import type { Page } from '@playwright/test';
import { barriers, overhang } from './barriers.ts';
import { expect, demoTest as test } from './fixtures.ts';
import { signInAs } from './people.ts';
import { settled } from './screens.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const card = (page: Page, question: string) => page.getByRole('region', { name: question });

test('a number of goals, and one of what was given, lead to the plans that they count', async ({
  page,
  demo,
}) => {
  await signInAs(page, demo.url, 'admin');
  await page.goto('/reports?tab=results');
  const goals = card(page, 'How were goals met?');
  await goals.getByText('The figures behind it').click();
  const quality = goals.getByRole('row', { name: /^Quality/ });
  // Nothing exceeds: nought leads nowhere.
  await expect(quality.getByRole('cell').nth(1).getByRole('link')).toHaveCount(0);
  const met = quality.getByRole('cell').nth(2).getByRole('link');
  await expect(met).toHaveText('2');
  await met.press('Enter');
  const narrowed = page.getByRole('group', { name: 'Narrowed to' });
  await expect(narrowed.getByRole('button')).toHaveText(['Quality', 'Goals: Meets']);
  await expect(page.getByText(/^2 plans\./).or(narrowed.getByText('2 goals in 1 plan'))).toBeVisible();
  await page.setViewportSize({ width: 360, height: 740 });
  await settled(page);
  expect(await barriers(page)).toEqual([]);
  expect(await overhang(page)).toBe(0);
  await page.setViewportSize({ width: 1440, height: 900 });

  await page.goto('/reports?tab=results');
  const given = card(page, 'What came after interventions and rewards?');
  await given.getByText('The figures behind it').click();
  await given.getByRole('link', { name: /^Recognition/ }).press('Enter');
  await expect(narrowed.getByRole('button')).toHaveText(['Recognition for meeting the plan']);
  await expect(page.getByText(/^1 plan\./)).toBeVisible();
});
