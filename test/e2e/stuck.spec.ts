// A step of a cycle fails: the administrator is told, finds the plan before all others, and decides what becomes of it.
import { barriers } from './barriers.ts';
import { expect, test } from './fixtures.ts';
import { asking, signInAs } from './people.ts';

test.use({ flags: ['--demo'], contextOptions: { reducedMotion: 'reduce' } });

const failing = {
  schema: 'cycle/1',
  id: 'walk-around',
  name: 'Walk around',
  variables: { limit: 3 },
  initial: 'watching',
  stages: {
    watching: {
      on: {
        'round.walked': [
          { to: 'done', do: [{ do: 'set', variable: 'limit', value: 'limit + event.data.by' }] },
        ],
      },
      after: [{ id: 'over', delay: 'P90D', to: 'done' }],
    },
    done: { type: 'final', outcome: 'met' },
  },
};

test('a plan of which a step failed is first, and waits until the administrator has decided', async ({
  page,
  server: { url },
  complaints,
}) => {
  const ask = asking(url);
  await ask('designer', 'PUT', '/cycles/walk-around', failing);
  await ask('designer', 'POST', '/cycles/walk-around/publish', { note: 'First.' });
  await ask('admin', 'POST', '/launches', { cycleId: 'walk-around', componentIds: ['dob', 'tlc'] });
  await signInAs(page, url, 'admin');
  await page.goto('/plans?view=list&cycle=walk-around');
  await expect(page.getByRole('row')).toHaveCount(3);
  const path = await page.getByRole('link', { name: 'Department of Buildings' }).getAttribute('href');
  const walked = { id: 'w1', type: 'round.walked', data: { by: 'much' } };
  await page.request.post(`${url}/api/v1${path}/events`, {
    headers: { origin: url, 'idempotency-key': 'w1' },
    data: walked,
  });

  await page.goto('/plans');
  const told = page.getByRole('alert').filter({ hasText: '1 plan waits since a step failed.' });
  expect(await barriers(page)).toEqual([]);
  await told.getByRole('link', { name: 'Show it' }).click();
  await expect(page.getByRole('group', { name: 'Narrowed to' })).toHaveText('A step failed');
  await expect(page.getByRole('row')).toHaveCount(2);
  await page.getByRole('button', { name: 'Do not narrow to A step failed' }).click();
  await expect(page.getByRole('row').nth(1)).toContainText('Department of Buildings');

  await page.getByRole('button', { name: /^Notices/ }).click();
  await page.getByRole('link', { name: /^A step of “Walk around”/ }).click();
  await expect(page).toHaveURL(/tab=incidents/);
  await page.getByRole('tabpanel').getByRole('link', { name: 'Department of Buildings' }).click();
  await page.getByRole('link', { name: 'See what failed' }).click();
  await expect(page.getByText('Only what failed in one plan.')).toBeVisible();
  const failed = page.getByRole('group', { name: 'Department of Buildings: a step that failed' });
  await expect(failed.getByRole('link', { name: 'Walk around, version 1' })).toBeVisible();
  await failed.getByRole('button', { name: 'Try the event again' }).click();
  await expect(failed.getByRole('textbox', { name: 'Why' })).toBeFocused();
  await expect(failed.getByText('Say why, for whoever reads of it later.')).toBeVisible();
  await failed.getByRole('textbox', { name: 'Why' }).fill('Perhaps it passes now.');
  await failed.getByRole('button', { name: 'Try the event again' }).click();
  await expect(failed.getByRole('alert')).toContainText('The cycle failed at this event again');
  await expect(failed).toBeFocused();
  expect(complaints.splice(0)).toHaveLength(1);

  const skips: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/skip')) skips.push(request.url());
  });
  await failed.getByRole('textbox', { name: 'Why' }).fill('The walk was not counted.');
  await failed.getByRole('button', { name: 'Skip it' }).dblclick();
  await expect(failed.getByText('Why: The walk was not counted.')).toBeVisible();
  await expect(failed).toBeFocused();
  expect(skips).toHaveLength(1);
  await page.goto('/plans');
  await expect(page.getByRole('heading', { name: 'Plans' })).toBeVisible();
  await expect(told).toHaveCount(0);
});
