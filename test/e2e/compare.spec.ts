// Two versions of a cycle held against each other on the canvas, and an older one made the draft again.
import type { Page } from '@playwright/test';
import type { Cycle } from '../../engine/index.ts';
import { barriers } from './barriers.ts';
import { canvas, stage, transition } from './canvas.ts';
import { expect, test } from './fixtures.ts';
import { signInAs } from './people.ts';

test.use({ flags: ['--demo'], contextOptions: { reducedMotion: 'reduce' } });

const cycle = 'quarterly-okr';

async function saveDraft(page: Page, url: string, change: (draft: Cycle) => Cycle): Promise<void> {
  const answer = await page.request.get(`${url}/api/v1/cycles/${cycle}`);
  const saved = await page.request.put(`${url}/api/v1/cycles/${cycle}`, {
    data: change(await answer.json()),
    headers: { origin: url, 'if-match': answer.headers().etag ?? '' },
  });
  expect(saved.ok()).toBe(true);
}

/** “Learn” goes, “Share what was learned” comes, a guard and a due date change, one stage is drawn elsewhere. */
function changed(draft: Cycle): Cycle {
  const text = JSON.stringify(draft)
    .replaceAll('"to":"retro"', '"to":"share"')
    .replace(
      '"guard":"result.decision = \\"agreed\\""',
      '"guard":"result.decision = \\"agreed\\" and round < 9"',
    );
  const { retro, ...stages } = (JSON.parse(text) as Cycle).stages;
  expect(retro).toBeDefined();
  return {
    ...draft,
    stages: {
      ...stages,
      share: {
        name: 'Share what was learned',
        kind: 'appraise',
        tasks: { share: { title: 'Share it', assignee: 'owner', form: 'feedback', due: '5bd' } },
        on: { 'task.share.completed': [{ to: 'reviewed' }] },
      },
    },
    layout: { ...draft.layout, share: { x: 1800, y: 384 }, cancelled: { x: 2144, y: 700 } },
  };
}

const changes = (page: Page) => page.getByRole('list', { name: 'Changes' });
const chosen = (page: Page) => changes(page).locator('[aria-current="true"]');

test('what changed is marked on the canvas and walked with its fields before and after', async ({
  page,
  server,
}) => {
  await signInAs(page, server.url, 'designer');
  await saveDraft(page, server.url, changed);
  await page.goto(`/cycles/${cycle}`);
  await page.getByRole('button', { name: 'Versions' }).click();
  await page.getByRole('menuitem', { name: 'Compare…' }).click();
  await expect(page).toHaveURL(/compare\?from=.*1.*&to=draft$/);

  await expect(stage(page, 'Share what was learned')).toHaveAccessibleName(/, added$/);
  await expect(stage(page, 'Learn')).toHaveAccessibleName(/, removed$/);
  await expect(transition(page, 'Align', 'In the quarter, changed')).toHaveCount(1);
  await expect(page.getByRole('listitem').filter({ hasText: /^1 removed$/ })).toBeVisible();

  await changes(page)
    .getByRole('button', { name: /^Align → In the quarter, review draft done/ })
    .click();
  await expect(changes(page)).toContainText('result.decision = "agreed" and round < 9');
  await expect(changes(page).getByText('Before')).toBeVisible();
  await expect(page).toHaveURL(/change=/);
  await page.reload();
  await expect(chosen(page)).toContainText('Align → In the quarter');

  await page.keyboard.press('n');
  const second = await chosen(page).textContent();
  await page.keyboard.press('n');
  await expect(chosen(page)).not.toHaveText(second ?? '');
  await page.keyboard.press('p');
  await expect(chosen(page)).toHaveText(second ?? '');
  await expect(page.getByRole('status').filter({ hasText: /^Change \d of \d: / })).toBeAttached();

  await changes(page)
    .getByRole('button', { name: /^Learn/ })
    .click();
  await expect(stage(page, 'Learn')).toBeInViewport();
  await page.getByRole('button', { name: 'Swap the two versions' }).click();
  await expect(stage(page, 'Learn')).toHaveAccessibleName(/, added$/);

  expect(await barriers(page)).toEqual([]);
});

test('stages that are only drawn elsewhere are shown when they are asked for', async ({ page, server }) => {
  await signInAs(page, server.url, 'designer');
  await saveDraft(page, server.url, (draft) => ({
    ...draft,
    layout: { ...draft.layout, cancelled: { x: 2144, y: 700 } },
  }));
  await page.goto(`/cycles/${cycle}/compare?from=1&to=draft`);
  await expect(page.getByText('Nothing differs')).toBeVisible();
  await page.getByRole('switch', { name: 'Drawn elsewhere (1)' }).click();
  await expect(changes(page).getByRole('button')).toHaveText([/Cancelled/]);
  await expect(page).toHaveURL(/moves=yes/);
});

test('an older version becomes the draft again, and the replaced draft comes back', async ({
  page,
  server,
}) => {
  await signInAs(page, server.url, 'designer');
  await saveDraft(page, server.url, changed);
  await page.goto(`/cycles/${cycle}/compare?from=1&to=draft`);
  await page.getByRole('button', { name: 'Restore version 1…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Restore version 1' }).click();
  await expect(page).toHaveURL(new RegExp(`/cycles/${cycle}$`));
  await expect(canvas(page)).toBeVisible();
  await expect(stage(page, 'Learn')).toBeAttached();

  await page.getByRole('button', { name: /^Undo: bring the replaced draft back/ }).click();
  await expect(page.getByText('The draft is as it was before.')).toBeVisible();
  await expect(stage(page, 'Share what was learned')).toBeAttached();
  await page.reload();
  await expect(stage(page, 'Share what was learned')).toBeAttached();
  await expect(stage(page, 'Learn')).toHaveCount(0);
});
