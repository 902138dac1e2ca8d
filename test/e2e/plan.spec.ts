// The page of a plan as its two sides live with it: agreed, changed, agreed again, measured, verified and printed.
import type { Page } from '@playwright/test';
import { barriers } from './barriers.ts';
import { expect, test } from './fixtures.ts';
import { type DemoPerson, names, read, readAs, signInAs } from './people.ts';
import { printed } from './print.ts';

test.use({ flags: ['--demo'], contextOptions: { reducedMotion: 'reduce' } });

const asking =
  (page: Page, url: string) =>
  async <Answer>(
    person: DemoPerson,
    method: 'PATCH' | 'POST',
    path: string,
    data: object,
  ): Promise<Answer> => {
    await signInAs(page, url, person);
    const headers = { origin: url };
    const answer = await page.request.fetch(`${url}/api/v1${path}`, { method, headers, data });
    expect(answer.ok(), `${path}: ${answer.status()} ${await answer.text()}`).toBe(true);
    return answer.json();
  };

interface Items<Item> {
  items: Item[];
}

async function planOf(page: Page, url: string, componentId: string): Promise<string> {
  const { items } = await read<Items<{ id: string; cycleId: string; status: string }>>(
    page,
    url,
    `/plans?componentId=${componentId}&status=active`,
  );
  const plan = items.find(({ cycleId }) => cycleId === 'organisation-loop') ?? items[0];
  if (!plan) throw new Error(`${componentId} has no plan.`);
  return plan.id;
}

const componentId = 'dob-plan-review';

test('a plan is agreed by both sides, changed, and agreed again with what is other', async ({
  page,
  server,
}) => {
  const { url } = server;
  const ask = asking(page, url);
  await signInAs(page, url, 'employee');
  const planId = await planOf(page, url, componentId);
  const agreement = page.getByRole('region', { name: 'Agreement' });
  for (const person of ['employee', 'manager'] as const) {
    await signInAs(page, url, person);
    await page.goto(`/plans/${planId}`);
    await agreement.getByRole('button', { name: 'Agree plan' }).click();
    await expect(agreement.getByRole('button', { name: 'Agree plan' })).toBeHidden();
    await expect(agreement).toBeFocused();
  }
  await expect(agreement.getByText('Version 1 agreed')).toBeVisible();
  await expect(agreement.getByText('· Agreed')).toHaveCount(2);

  const { items: goals } = await read<Items<{ id: string; title: string; priority: number }>>(
    page,
    url,
    `/goals?componentId=${componentId}`,
  );
  const [goal, other] = goals;
  if (!goal || !other) throw new Error(`${componentId} has fewer than two goals.`);
  const total = goals.reduce((sum, { priority }) => sum + priority, 0);
  await ask('manager', 'PATCH', `/goals/${goal.id}`, { priority: goal.priority + 99 - total });
  await page.goto(`/plans/${planId}`);
  await expect(agreement.getByText('Version 2 waits')).toBeVisible();
  await expect(
    agreement.getByText(
      'The weights of the goals add up to 99%: 1% is missing. Make them add up to 100%, and agree then.',
    ),
  ).toBeVisible();
  await expect(agreement.getByRole('button', { name: 'Agree plan' })).toBeDisabled();

  await ask('manager', 'PATCH', `/goals/${goal.id}`, { priority: goal.priority - 5 });
  await ask('manager', 'PATCH', `/goals/${other.id}`, { priority: other.priority + 5 });
  await page.goto(`/plans/${planId}`);
  const changes = agreement.getByRole('listitem').filter({ hasText: `Goal “${goal.title}” · Weight` });
  await expect(changes).toContainText(`${goal.priority} → now ${goal.priority - 5}`);

  const giveBack = agreement.getByRole('button', { name: 'Return with a comment' });
  const why = agreement.getByLabel('What should change');
  const missing = agreement.getByText('Say what should change, so that the plan can be mended.');
  await giveBack.click();
  await expect(why).toBeFocused();
  await agreement.getByRole('button', { name: 'Return plan' }).click();
  await expect(missing).toBeVisible();
  await expect(why).toBeFocused();
  await agreement.getByRole('button', { name: 'Cancel' }).click();
  await expect(giveBack).toBeFocused();
  await giveBack.click();
  await expect(missing).toBeHidden();
  await why.fill('Back to the old weights, please.');
  await page.reload();
  await expect(why).toHaveValue('Back to the old weights, please.');
  await agreement.getByRole('button', { name: 'Return plan' }).click();
  await expect(agreement.getByText('“Back to the old weights, please.”')).toBeVisible();
  await expect(agreement.getByText('Until then version 1 counts.')).toBeVisible();
});

test('values are pasted without the bad rows, verified by somebody else, and the plan prints on paper', async ({
  page,
  server,
}) => {
  const { url } = server;
  await signInAs(page, url, 'employee');
  const planId = await planOf(page, url, componentId);
  const { items: measures } = await read<Items<{ id: string; title: string }>>(
    page,
    url,
    `/measures?componentId=${componentId}`,
  );
  const [measure] = measures;
  if (!measure) throw new Error(`${componentId} has no measure.`);
  await page.goto(`/plans/${planId}`);
  await page.getByRole('button', { name: 'Paste values' }).click();
  const dialog = page.getByRole('dialog', { name: 'Paste values' });
  const rows = [
    `${measure.title};2019-01-01;2019-01-31;4.5`,
    `${measure.title};2019-02-01;2019-02-28;about 5`,
    `No such measure;2019-02-01;2019-02-28;5`,
    `${measure.title};2019-03-01;2019-03-31;6`,
  ];
  await dialog.getByLabel('Rows from a spreadsheet or a CSV file').fill(rows.join('\n'));
  await expect(dialog.getByText('“about 5” is no number.')).toBeVisible();
  await expect(dialog.getByText('There is no measure “No such measure” in this plan.')).toBeVisible();
  await expect(dialog.getByText('2 rows cannot be recorded and are left out.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Record 2 values' }).click();
  await expect(dialog).toBeHidden();
  const table = page.getByRole('region', { name: 'Table of observations' });
  await expect(table.getByRole('row').filter({ hasText: 'Pasted' })).toHaveCount(2);

  await signInAs(page, url, 'manager');
  await page.goto(`/plans/${planId}`);
  await table.getByRole('button', { name: new RegExp(`^Verify ${measure.title}, 6`) }).click();
  await expect(table.getByText('verified by')).toBeVisible();
  await expect(page.getByRole('img', { name: /% of (target|the limit), expected/ }).first()).toBeVisible();

  expect(await barriers(page, { strict: true })).toEqual([]);
  await page.setViewportSize({ width: 360, height: 800 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.setViewportSize({ width: 1280, height: 800 });

  const print = await printed(page);
  expect([print.clipped, print.numbered]).toEqual([[], true]);
  expect(print.a4).toBeGreaterThan(0);
  expect(print.a4).toBeLessThanOrEqual(4);
  expect(print.letter).toBeLessThanOrEqual(4);
  // Who has not signed here signs on paper.
  await page.emulateMedia({ media: 'print' });
  const agreement = page.getByRole('region', { name: 'Agreement' });
  await expect(agreement.getByText('Not signed yet')).toHaveCount(2);
  await expect(agreement.getByRole('button')).toHaveCount(0);
});

test('from the link in a mail to the appraisal handed in, with why one is asked, and printed', async ({
  page,
  server,
}) => {
  test.setTimeout(120_000);
  const { url } = server;
  const { items } = await readAs<Items<{ id: string; title: string; planId: string }>>(
    url,
    'manager',
    '/tasks?assignee=me&state=open',
  );
  const task = items.find(({ title }) => title === 'Appraise results and methods');
  if (!task) throw new Error('The demonstration has no appraisal to give.');
  // As the mail of what is due says it, on a computer where nobody is signed in.
  const link = `/inbox?task=${task.id}`;
  await page.goto(link);
  await page.getByRole('button', { name: new RegExp(names.manager) }).click();
  await expect(page).toHaveURL(`${url}${link}`);
  await page.getByText('Why you have it, and what comes after').click();
  const why = page.getByRole('group').filter({ hasText: 'What opened it' });
  await expect(why.getByText(/^Step \d of \d/)).toBeVisible();
  await expect(why.getByRole('link', { name: /, version \d+$/ })).toBeVisible();
  const step = await why.getByRole('link', { name: 'Show this step on the canvas' }).getAttribute('href');

  const form = page.getByRole('form', { name: 'Your appraisal' });
  // Its goals come after the form itself.
  await expect(form.locator('fieldset').first()).toBeVisible();
  for (const goal of await form.locator('fieldset').all()) {
    await goal.getByRole('radiogroup', { name: 'Methods' }).locator('label', { hasText: 'Meets' }).click();
    await goal.getByLabel('Evidence').fill('The monthly report of the bureau.');
  }
  const whole = form.getByRole('radiogroup', { name: 'Results as a whole' });
  await whole.locator('label', { hasText: 'Meets' }).click();
  const reason = form.getByLabel('Why otherwise than the figures');
  const figures = await read<{ score: { outcome: string | null } | null }>(
    page,
    url,
    `/plans/${task.planId}/score`,
  );
  // The figures may come after the choice: whether a reason is asked is known from them, not from the look of the form.
  if (![null, 'meets'].includes(figures.score?.outcome ?? null))
    await reason.fill('Two posts were vacant from March to June.');
  await form
    .getByRole('radiogroup', { name: 'Methods as a whole' })
    .locator('label', { hasText: 'Meets' })
    .click();
  await form.getByLabel('Summary').fill('Reviews went out in time although two posts were vacant.');
  await expect(form.getByText(/Those who see the plan read it; whom it is about/)).toBeVisible();
  const give = form.getByRole('button', { name: 'Give appraisal' });
  await expect(give).toBeInViewport();
  await give.click();
  await expect(form).toBeHidden();

  await page.goto(`/inbox?task=${task.id}`);
  const given = page.getByRole('region', { name: 'The appraisal' });
  await expect(given.getByText('Reviews went out in time although two posts were vacant.')).toBeVisible();
  const print = await printed(page);
  expect([print.clipped, print.numbered]).toEqual([[], true]);
  expect(print.a4).toBeGreaterThan(0);
  expect(print.a4).toBeLessThanOrEqual(4);
  expect(print.letter).toBeLessThanOrEqual(4);

  await page.goto(step ?? '/');
  await expect(page.getByRole('region', { name: /^Canvas of/ })).toBeVisible();
});
