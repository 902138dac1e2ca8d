// Running plans taken to another version of their cycle: mapped, rehearsed, migrated, and taken back.
import type { Page } from '@playwright/test';
import { type Cycle, renameInCycle } from '../../engine/index.ts';
import { barriers } from './barriers.ts';
import { expect, test } from './fixtures.ts';
import { signInAs } from './people.ts';

test.use({ flags: ['--demo'], contextOptions: { reducedMotion: 'reduce' } });

const at = '/api/v1/cycles/organisation-loop';

/** “Watch the figures” under another id, and “Prioritise goals” gone for a stage that is nothing like it. */
function changed(draft: Cycle): Cycle {
  const { scenarios: _, ...cycle } = renameInCycle(draft, {
    stages: new Map([
      ['watching', 'follow-figures'],
      ['org-goals', 'aims'],
    ]),
    tasks: new Map(),
  });
  return cycle;
}

async function publishChanged(page: Page, url: string, change = changed): Promise<void> {
  const draft = await page.request.get(url + at);
  await page.request.put(url + at, {
    data: change(await draft.json()),
    headers: { origin: url, 'if-match': draft.headers().etag ?? '' },
  });
  const published = await page.request.post(`${url + at}/publish`, {
    headers: { origin: url, 'idempotency-key': 'second' },
    data: { note: 'Follow the figures' },
  });
  expect(published.status()).toBe(201);
}

const plans = (page: Page) => page.getByRole('list', { name: 'Plans' });

test('plans are mapped, rehearsed, migrated and taken back', async ({ page, server }) => {
  await signInAs(page, server.url, 'admin');
  await publishChanged(page, server.url);
  await page.goto('/cycles/organisation-loop?version=1');
  await page.getByRole('link', { name: 'Migrate plans…' }).click();
  await expect(page.getByText(/^13 plans are under way in version 1\./)).toBeVisible();
  await page.getByRole('button', { name: 'Say what goes where' }).click();

  const watching = page.getByRole('combobox', { name: 'Watch the figures becomes' });
  await expect(
    watching.getByRole('option', { name: /^Suggested: Watch the figures, \d+% alike$/ }),
  ).toBeAttached();
  await watching.selectOption({ label: 'Draft goals' });
  await page.getByRole('button', { name: 'Rehearse', exact: true }).click();

  await expect(page.getByText(/^\d+ plans go to version 2/)).toBeVisible();
  await page.getByText(/^Moved \d+$/).click();
  const rehearsed = await plans(page).getByRole('listitem').count();
  expect(rehearsed).toBeGreaterThan(0);
  expect(await barriers(page)).toEqual([]);

  await page
    .getByRole('button', { name: /^Versions/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Say what goes where' }).click();
  await watching.selectOption({ index: 0 });
  await page.getByRole('button', { name: 'Rehearse', exact: true }).click();
  await expect(page.getByText('12 plans go to version 2; 1 stays.')).toBeVisible();
  const blocked = plans(page).getByRole('listitem').filter({ hasText: 'Blocked' }).first();
  await expect(blocked.getByText('It stays in its version', { exact: true })).toBeVisible();

  await page.getByRole('button', { name: 'Migrate 12 plans' }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Why' }).fill('Shorter reviews');
  await page.getByRole('dialog').getByRole('button', { name: 'Migrate 12 plans' }).click();
  await expect(page.getByText('The migration is done')).toBeVisible();
  await expect(page).toHaveURL(/migration=/);
  await page.reload();
  await expect(page.getByText('12 plans go to version 2; 1 stays.')).toBeVisible();

  await page.getByRole('button', { name: 'Take it back…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Take it back' }).click();
  await expect(page.getByText('The migration was taken back')).toBeVisible();
  await expect(page.getByText('12 plans went back to version 1.')).toBeVisible();
  await expect(plans(page).getByText('Undone').first()).toBeVisible();
});

/** Where goals were prioritised somebody is heard instead: no task takes over from the one that is open. */
function heard({ scenarios: _, ...draft }: Cycle): Cycle {
  const stage = draft.stages['org-goals'];
  if (!stage || stage.type === 'final' || stage.type === 'history')
    throw new Error('There is no such stage.');
  const { 'task.prioritise.completed': leads, ...on } = stage.on ?? {};
  const hear = { title: 'Hear the council', assignee: 'role:hr', form: 'feedback' as const, due: '5bd' };
  return {
    ...draft,
    stages: {
      ...draft.stages,
      'org-goals': {
        ...stage,
        tasks: { hear },
        on: { ...on, 'task.hear.completed': (leads ?? []).map(({ guard: __, ...lead }) => lead).slice(0, 1) },
      },
    },
  };
}

test('a plan that needs a decision is asked about, and goes once it is made', async ({ page, server }) => {
  await signInAs(page, server.url, 'admin');
  await publishChanged(page, server.url, heard);
  await page.goto('/cycles/organisation-loop/migrate?from=1&to=2');
  await page.getByRole('button', { name: 'Say what goes where' }).click();
  await page.getByRole('button', { name: 'Rehearse', exact: true }).click();
  const undecided = plans(page)
    .getByRole('listitem')
    .filter({ hasText: /needs a decision/i });
  await expect(undecided.first()).toBeVisible();
  const decision = undecided.first().getByRole('combobox', { name: /^Decision: The task / });
  await expect(decision).toHaveValue('');
  await decision.selectOption({ label: 'Hear the council' });
  await expect(page.getByText('Decisions have changed since this rehearsal.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Migrate / })).toBeDisabled();
  await page.getByRole('button', { name: 'Rehearse again' }).click();
  await expect(page.getByText('12 plans go to version 2; 1 stays.')).toBeVisible();
  await expect(undecided).toHaveCount(0);
  await page.getByRole('button', { name: 'Migrate 12 plans' }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Why' }).fill('Shorter reviews');
  await page.getByRole('dialog').getByRole('button', { name: 'Migrate 12 plans' }).click();
  await expect(page.getByText('The migration is done')).toBeVisible();
});
