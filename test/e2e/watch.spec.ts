// The plans of a published version on its canvas: live, in numbers, and the way to the plans behind them.
import { barriers } from './barriers.ts';
import { stage } from './canvas.ts';
import { expect, test } from './fixtures.ts';
import { signInAs } from './people.ts';

test.use({ flags: ['--demo'], contextOptions: { reducedMotion: 'reduce' } });

interface Items {
  items: { id: string; kind: string }[];
}

test('the canvas follows the plans by itself and each number leads to its plans', async ({
  page,
  server,
}) => {
  await signInAs(page, server.url, 'admin');
  const answer = await page.request.get(`${server.url}/api/v1/components?limit=200`);
  const { items }: Items = await answer.json();
  const team = items.find(({ kind }) => kind === 'team');
  await page.goto('/cycles/organisation-loop?version=1');
  const table = page.getByRole('region', { name: 'Plans of this version' });
  const there = table.getByRole('link', { name: /^Plans in Prioritise goals: / });
  const before = Number(await there.textContent());
  await expect(stage(page, 'Prioritise goals')).toContainText(`${before} plans here`);

  await page.request.post(`${server.url}/api/v1/launches`, {
    headers: { origin: server.url, 'idempotency-key': 'watch' },
    data: { cycleId: 'organisation-loop', componentIds: [team?.id], again: true },
  });
  await expect(there).toHaveText(String(before + 1));
  await expect(stage(page, 'Prioritise goals')).toContainText(`${before + 1} plans here`);

  await stage(page, 'Prioritise goals').click();
  await expect(table.getByRole('button', { name: 'Prioritise goals' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  expect(await barriers(page)).toEqual([]);

  await page.getByText('Time in stage').click();
  await expect(page).toHaveURL(/look=time/);
  await expect(table.getByRole('columnheader', { name: 'Median stay' })).toBeVisible();
  await page.getByText('Plans now').click();
  await there.click();
  await expect(page.getByRole('group', { name: 'Narrowed to' })).toContainText('Stage');
  const rows = page.getByRole('table').getByRole('row');
  await expect(rows).toHaveCount(before + 2);
  await page.getByRole('button', { name: /^Do not narrow to Stage/ }).click();
  await expect(rows).not.toHaveCount(before + 2);
});
