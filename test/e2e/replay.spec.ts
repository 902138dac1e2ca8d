// A plan's way, replayed on its cycle with the reason of each step.
import { barriers } from './barriers.ts';
import { canvas } from './canvas.ts';
import { expect, demoTest as test } from './fixtures.ts';
import { signInAs } from './people.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

interface Plans {
  items: { id: string; revision: number }[];
}

test('a plan is replayed step by step, forward, back and as a film, with its reasons', async ({
  page,
  demo,
}) => {
  await signInAs(page, demo.url, 'admin');
  const answer = await page.request.get(`${demo.url}/api/v1/plans?cycleId=organisation-loop&limit=200`);
  const { items }: Plans = await answer.json();
  const [plan] = items.toSorted((a, b) => b.revision - a.revision);
  await page.goto(`/plans/${plan?.id}`);

  const why = page.getByRole('region', { name: 'Why is this plan here?' });
  await expect(why.getByText(/the plan started\.$/)).toBeVisible();
  await why.getByRole('button', { name: /the plan started\.$/ }).click();
  const way = page.getByRole('region', { name: 'The way of the plan' });
  await expect(way.getByText(/^Step 1 of \d+$/)).toBeVisible();
  await expect(way.getByText('It began in Prioritise goals.')).toBeVisible();
  await expect(way.getByRole('button', { name: 'Step back' })).toBeDisabled();

  await way.getByRole('button', { name: 'Step forward' }).click();
  await expect(way.getByText(/^Step 2 of \d+$/)).toBeVisible();
  await expect(way.getByText(/So it went from Prioritise goals to .*, because /)).toBeVisible();
  await expect(canvas(page)).toBeVisible();
  await expect(page).toHaveURL(/step=/);
  await page.reload();
  await expect(way.getByText(/^Step 2 of \d+$/)).toBeVisible();

  await way.getByRole('slider').focus();
  await page.keyboard.press('ArrowRight');
  await expect(way.getByText(/^Step 3 of \d+$/)).toBeVisible();
  await way.getByRole('button', { name: 'Step back' }).click();
  await expect(way.getByText(/^Step 2 of \d+$/)).toBeVisible();

  expect(await barriers(page)).toEqual([]);

  await way.getByRole('button', { name: 'Last step' }).click();
  await way.getByRole('button', { name: 'Step back' }).click();
  await way.getByRole('button', { name: 'Play' }).click();
  await expect(way.getByRole('button', { name: 'Last step' })).toBeDisabled();
  await expect(way.getByRole('button', { name: 'Play' })).toBeVisible();
});
