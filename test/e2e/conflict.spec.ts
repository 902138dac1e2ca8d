// Two people on one draft: what each changed is merged, and nothing of either is lost.
import type { Browser, Page } from '@playwright/test';
import type { Cycle } from '../../engine/index.ts';
import { barriers } from './barriers.ts';
import { canvas, renameStage, stage } from './canvas.ts';
import { expect, test } from './fixtures.ts';
import { read, signInAs } from './people.ts';

test.use({ flags: ['--demo'], contextOptions: { reducedMotion: 'reduce' } });

const cycle = 'quarterly-okr';
const status = (page: Page) => page.getByRole('status', { name: 'Saving' });
const undo = (page: Page) => page.getByRole('button', { name: 'Undo (Ctrl+Z)' });
const isSave = (complaint: string): boolean => /^PUT .*: 412$/.test(complaint);

async function open(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/cycles/${cycle}`);
  await expect(canvas(page)).toBeVisible();
  // All of it, so that every stage can be pressed.
  await page.keyboard.press('1');
}

/** The administrator with a browser of their own. */
async function somebodyElse(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({ reducedMotion: 'reduce', baseURL: url });
  const page = await context.newPage();
  await signInAs(page, url, 'admin');
  return page;
}

/** What the designer draws reaches the server only after the other has saved. */
async function meetOnDraft(
  { page, browser, url }: { page: Page; browser: Browser; url: string },
  work: { mine: () => Promise<void>; theirs: (other: Page) => Promise<void> },
): Promise<Page> {
  await signInAs(page, url, 'designer');
  const other = await somebodyElse(browser, url);
  await open(page, url);
  const { promise: saved, resolve: letThrough } = Promise.withResolvers<void>();
  await page.route('**/api/v1/cycles/*', async (route) => {
    if (route.request().method() === 'PUT') await saved;
    await route.continue();
  });
  await work.mine();
  await open(other, url);
  await work.theirs(other);
  await expect(status(other)).toHaveText(/^Saved · /);
  letThrough();
  return other;
}

const stageNames = async (page: Page, url: string) =>
  Object.values((await read<Cycle>(page, url, `/cycles/${cycle}`)).stages).map(({ name }) => name);

test('changes of different things are shown, merged by one press, and undone by one', async ({
  page,
  browser,
  server,
  complaints,
}) => {
  const other = await meetOnDraft(
    { page, browser, url: server.url },
    {
      mine: () => renameStage(page, 'Learn', 'Look back'),
      theirs: (there) => renameStage(there, 'Align', 'Agree'),
    },
  );
  const dialog = page.getByRole('dialog', { name: /changed this draft while you did$/ });
  await expect(dialog).toContainText('both fit together');
  await expect(dialog.getByRole('region', { name: /^(?!You).* changed$/ })).toContainText('Agree');
  await expect(dialog.getByRole('region', { name: 'You changed' })).toContainText('Look back');
  await page.keyboard.press('Escape');
  await dialog.getByRole('button', { name: 'Keep both, merged' }).press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(status(page)).toHaveText(/^Saved · /);
  await expect
    .poll(() => stageNames(page, server.url))
    .toEqual(expect.arrayContaining(['Look back', 'Agree']));
  await expect(stage(page, 'Agree')).toBeVisible();
  await undo(page).click();
  await expect(stage(page, 'Align')).toBeVisible();
  await expect(stage(page, 'Look back')).toBeVisible();
  await other.context().close();
  complaints.splice(0, complaints.length, ...complaints.filter((each) => !isSave(each)));
});

test('what both changed is chosen field by field, and keeping one’s own can be undone', async ({
  page,
  browser,
  server,
  complaints,
}) => {
  const other = await meetOnDraft(
    { page, browser, url: server.url },
    {
      mine: async () => {
        await renameStage(page, 'Learn', 'Look back');
        await renameStage(page, 'Grade', 'Judge');
      },
      theirs: (there) => renameStage(there, 'Learn', 'Look forward'),
    },
  );
  const dialog = page.getByRole('dialog', { name: /changed this draft while you did$/ });
  const merge = dialog.getByRole('button', { name: 'Keep both, merged' });
  await expect(merge).toBeDisabled();
  const choice = dialog.getByRole('radiogroup', { name: 'Learn · Name' });
  expect(await barriers(page, { within: '[role="dialog"]' })).toEqual([]);
  await choice.getByRole('radio', { name: /Look forward/ }).click();
  await merge.click();
  await expect(status(page)).toHaveText(/^Saved · /);
  await expect
    .poll(() => stageNames(page, server.url))
    .toEqual(expect.arrayContaining(['Look forward', 'Judge']));
  await other.context().close();
  complaints.splice(0, complaints.length, ...complaints.filter((each) => !isSave(each)));
});

test('keeping one’s own brings theirs back with undo', async ({ page, browser, server, complaints }) => {
  const other = await meetOnDraft(
    { page, browser, url: server.url },
    {
      mine: () => renameStage(page, 'Learn', 'Look back'),
      theirs: (there) => renameStage(there, 'Learn', 'Look forward'),
    },
  );
  const dialog = page.getByRole('dialog', { name: /changed this draft while you did$/ });
  await dialog.getByRole('button', { name: 'Keep mine' }).click();
  await expect(status(page)).toHaveText(/^Saved · /);
  await expect.poll(() => stageNames(page, server.url)).toContain('Look back');
  await undo(page).click();
  await expect(stage(page, 'Look forward')).toBeVisible();
  await undo(page).click();
  await expect(stage(page, 'Look back')).toBeVisible();
  await other.context().close();
  complaints.splice(0, complaints.length, ...complaints.filter((each) => !isSave(each)));
});

test('two people see each other, who is editing, and what the other saved without asking for it', async ({
  page,
  browser,
  server,
}) => {
  await signInAs(page, server.url, 'designer');
  await open(page, server.url);
  const other = await somebodyElse(browser, server.url);
  await open(other, server.url);
  const here = page.getByRole('list', { name: 'Also here' }).getByRole('listitem');
  await expect(here).toHaveAccessibleName(/ has this draft open$/);
  await renameStage(other, 'Learn', 'Look forward');
  await expect(page.getByText(/^\S+ is editing$/)).toBeVisible();
  await expect(stage(page, 'Look forward')).toBeVisible();
  await expect(page.getByText(/ saved this draft, and this page shows it/)).toBeVisible();
  await expect(status(page)).toHaveText(/^Saved/);
  await undo(page).click();
  await expect(stage(page, 'Learn')).toBeVisible();
  await expect(stage(other, 'Learn')).toBeVisible();
  await other.context().close();
  await expect(here).toHaveCount(0, { timeout: 40_000 });
});
