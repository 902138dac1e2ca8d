// The plans of a published version on its canvas: live, in numbers, and the way to the plans behind them.
import { AxeBuilder } from '@axe-core/playwright';
import { stage } from './canvas.ts';
import { expect, test } from './fixtures.ts';
import { signInAs } from './people.ts';

test.use({ flags: ['--demo'], contextOptions: { reducedMotion: 'reduce' } });

interface Plans {
  items: { id: string; componentName: string; stage: string[] }[];
}

test('the canvas follows the plans by itself and each number leads to its plans', async ({
  page,
  server,
}) => {
  await signInAs(page, server.url, 'admin');
  const answer = await page.request.get(
    `${server.url}/api/v1/plans?cycleId=organisation-loop&status=active&stage=watching`,
  );
  const { items }: Plans = await answer.json();
  const [plan] = items;
  if (!plan) throw new Error('The demonstration has no plan that observes.');
  await page.goto('/cycles/organisation-loop?version=1');
  const table = page.getByRole('region', { name: 'Plans of this version' });
  const there = table.getByRole('link', { name: `Plans in Watch the figures: ${items.length}` });
  await expect(there).toBeVisible();
  await expect(stage(page, 'Watch the figures')).toContainText(`${items.length} plans here`);

  const sent = await page.request.post(`${server.url}/api/v1/plans/${plan.id}/events`, {
    headers: { origin: server.url, 'idempotency-key': 'watch' },
    data: { type: 'plan.cancelled' },
  });
  expect(await sent.json()).toMatchObject({ plan: { id: plan.id } });
  await expect(table.getByRole('link', { name: /Plans in Watch the figures: / })).toHaveText(
    String(items.length - 1),
  );

  await stage(page, 'Watch the figures').click();
  await expect(table.getByRole('button', { name: 'Watch the figures' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  const { violations } = await new AxeBuilder({ page }).analyze();
  const barriers = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(barriers.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);

  await page.getByText('Time in stage').click();
  await expect(page).toHaveURL(/look=time/);
  await expect(table.getByRole('columnheader', { name: 'Median stay' })).toBeVisible();
  await page.getByText('Plans now').click();
  await table.getByRole('link', { name: /Plans in Watch the figures: / }).click();
  await expect(page.getByRole('group', { name: 'Narrowed to' })).toContainText('Stage');
  const rows = page.getByRole('table').getByRole('row');
  await expect(rows).toHaveCount(items.length);
  await expect(page.getByRole('table')).not.toContainText(plan.componentName);
  await page.getByRole('button', { name: /^Do not narrow to Stage/ }).click();
  await expect(rows).not.toHaveCount(items.length);
});
