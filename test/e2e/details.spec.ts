// Small things that only a browser shows: what is disabled and why, where a press counts, what stays where it is.
import type { Locator, Page } from '@playwright/test';
import { comeAs } from './come.ts';
import { demoTest, expect, keptTest as test } from './fixtures.ts';
import { type DemoPerson, read, signInAs } from './people.ts';
import { settled, widths } from './screens.ts';

test.describe.configure({ mode: 'parallel' });
demoTest.use({ contextOptions: { reducedMotion: 'reduce' } });

async function open(page: Page, url: string, person: DemoPerson, path: string): Promise<void> {
  const go = await comeAs(page, url, person);
  await go(path);
  await settled(page);
}

test('a launch waits for its cycle and says so', async ({ page, demo }) => {
  await open(page, demo.url, 'admin', '/launches/new');
  const button = page.getByRole('button', { name: /^Launch/ });
  await expect(button).toBeDisabled();
  await expect(button).toHaveAccessibleDescription(
    'Choose a cycle first. Then you see here what will happen.',
  );
  await page.getByRole('combobox', { name: 'Cycle' }).click();
  await page.getByRole('option', { name: 'Quarterly OKR review' }).click();
  await expect(button).toBeEnabled();
  await expect(page.getByRole('checkbox', { name: /^Also where a plan/ })).not.toBeChecked();
});

test('a day is read as it is typed and shown as everywhere else', async ({ page, demo }) => {
  await open(page, demo.url, 'admin', '/launches/new');
  const first = page.getByLabel('First day of the period');
  await expect(first).toHaveValue(/^1 Jul 20\d\d$/);
  for (const [typed, shown] of [
    ['2022-07-01', '1 Jul 2022'],
    ['31.12.2023', '31 Dec 2023'],
    ['no day', '31 Dec 2023'],
  ] as const) {
    await first.focus();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(typed);
    await page.keyboard.press('Tab');
    await expect(first).toHaveValue(shown);
  }
  await page.getByLabel('Last day').click();
  await page.getByRole('button', { name: /^15 / }).click();
  await expect(page.getByLabel('Last day')).toHaveValue(/^15 /);
});

test('a launch has the days that its cycle covers, the next ones by a press, and keeps what was typed', async ({
  page,
  demo,
}) => {
  await open(page, demo.url, 'admin', '/launches/new');
  const first = page.getByLabel('First day of the period');
  const choose = async (cycle: string) => {
    await page.getByRole('combobox', { name: 'Cycle' }).click();
    await page.getByRole('option', { name: cycle }).click();
  };
  await expect(page.getByRole('button', { name: 'This year', pressed: true })).toBeVisible();
  await choose('Quarterly OKR review');
  await expect(page.getByRole('button', { name: 'This quarter', pressed: true })).toBeVisible();
  await expect(first).toHaveValue(/^1 (Jan|Apr|Jul|Oct) 20\d\d$/);
  const now = await first.inputValue();
  await page.getByRole('button', { name: 'Next quarter' }).click();
  await expect(first).not.toHaveValue(now);
  await first.fill('2022-07-01');
  await page.keyboard.press('Tab');
  await choose('Organisation performance loop');
  await expect(page.getByRole('button', { name: 'This year', pressed: false })).toBeVisible();
  await expect(first).toHaveValue('1 Jul 2022');
});

/** Presses what is there, as somebody with a pointer does. */
async function pressOn(page: Page, words: Locator): Promise<void> {
  await words.scrollIntoViewIfNeeded();
  const box = await words.boundingBox();
  if (!box) throw new Error('There is nothing to press.');
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

test('a choice is made wherever its card is pressed', async ({ page, demo }) => {
  const go = await comeAs(page, demo.url, 'admin');
  const { items } = await read<{ items: { id: string; form: unknown }[] }>(
    page,
    demo.url,
    '/tasks?state=open&limit=200',
  );
  const task = items.find(({ form }) => form === 'intervention');
  await go(`/inbox?task=${task?.id}`);
  await settled(page);
  const card = page.getByRole('radio', { name: 'Resources' });
  await expect(card).not.toBeChecked();
  await pressOn(page, page.getByText('People, money, tools or time are missing.'));
  await expect(card).toBeChecked();
});

test('a task that somebody else has shows whose it is, and no form that could not be sent', async ({
  page,
  demo,
}) => {
  const go = await comeAs(page, demo.url, 'manager');
  const { items } = await read<{ items: { id: string; key: string; assignee: { id: string } | null }[] }>(
    page,
    demo.url,
    '/tasks?state=open&limit=200',
  );
  const theirs = items.find(
    ({ key, assignee }) => key === 'write-objectives' && assignee?.id === 'demo-employee',
  );
  await go(`/inbox?task=${theirs?.id}`);
  await expect(page.getByText('Eli Navarro has this task')).toBeVisible();
  await settled(page);
  await expect(page.locator('#task-form')).toHaveCount(0);
  await expect(page.getByText('Why it is asked, and what comes after')).toBeVisible();
  await page.setViewportSize({ width: 360, height: 800 });
  const topOf = async (found: Locator) => (await found.boundingBox())?.y ?? 0;
  const evidence = page.getByRole('region', { name: 'What happened so far' });
  expect(await topOf(page.getByText('Eli Navarro has this task'))).toBeLessThan(await topOf(evidence));
});

/** How far down what was in sight has been pushed by what came later. */
async function watchJumps(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const seen = window as unknown as { jump: number };
    seen.jump = 0;
    interface Moved {
      previousRect: DOMRectReadOnly;
      currentRect: DOMRectReadOnly;
    }
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        for (const { previousRect, currentRect } of (entry as unknown as { sources: Moved[] }).sources)
          if (previousRect.height > 0 && currentRect.height > 0)
            seen.jump = Math.max(seen.jump, Math.abs(currentRect.top - previousRect.top));
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return () => page.evaluate(() => (window as unknown as { jump: number }).jump);
}

demoTest('on a narrow screen nothing jumps while the page and its bar come', async ({ page, demo }) => {
  await page.setViewportSize(widths.narrow);
  await signInAs(page, demo.url, 'manager');
  const jump = await watchJumps(page);
  // The bar is the last to come.
  await page.route(/BottomBar.*\.js/, async (route) => {
    await page.getByRole('heading', { level: 1 }).or(page.getByRole('tab')).first().waitFor();
    await route.continue();
  });
  const jumps: Record<string, number> = {};
  for (const path of ['/inbox', '/plans', '/organisation', '/goals']) {
    await page.goto(demo.url + path);
    await settled(page);
    await expect(page.getByRole('navigation', { name: 'Places' })).toBeVisible();
    const far = await jump();
    // A letter that comes in another typeface moves a line by a pixel or two.
    jumps[path] = far > 4 ? Math.round(far) : 0;
  }
  expect(jumps).toEqual({ '/inbox': 0, '/plans': 0, '/organisation': 0, '/goals': 0 });
});

test('on a narrow screen the progress of every launch is in sight', async ({ page, demo }) => {
  await page.setViewportSize(widths.narrow);
  await open(page, demo.url, 'admin', '/launches');
  const progress = page.getByText(/\d+ of \d+ plans? started/);
  await expect(progress.first()).toBeInViewport({ ratio: 1 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBe(widths.narrow.width);
});

test('on a narrow screen plans stand one below the other, in the order that is chosen', async ({
  page,
  demo,
}) => {
  await page.setViewportSize(widths.narrow);
  await open(page, demo.url, 'admin', '/plans?view=list');
  const plans = page.getByRole('list', { name: 'Plans' }).getByRole('link');
  await page.getByRole('combobox', { name: 'Order' }).click();
  await page.getByRole('option', { name: 'Highest score first' }).click();
  await expect(plans.first()).toContainText('106.7');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(widths.narrow.width);
  await page.setViewportSize(widths.wide);
  await expect(page.getByRole('columnheader', { name: 'Outcome' })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
});

test('the board names stages without a plan when it is asked', async ({ page, demo }) => {
  await open(page, demo.url, 'admin', '/plans?cycle=organisation-loop');
  const columns = page.getByRole('region', { name: /^Board of/ }).getByRole('region');
  for (const column of await columns.all()) await expect(column).not.toHaveAccessibleName(/: 0$/);
  const empty = page.getByRole('region', { name: 'Stages without a plan' });
  await expect(empty.getByRole('listitem')).toHaveCount(0);
  await empty.getByRole('button', { name: /^\d+ stages without a plan$/ }).click();
  await expect(empty.getByText('Cascade goals')).toBeVisible();
  await expect(empty.getByText('Intervene', { exact: true })).toBeVisible();
});

test('a large cycle opens readable, uncovered and without faults', async ({ page, demo }) => {
  await open(page, demo.url, 'designer', '/cycles/organisation-loop');
  const zoom = page.getByText(/^\d+%$/);
  const percent = async () => Number.parseInt((await zoom.textContent()) ?? '', 10);
  expect(await percent()).toBeGreaterThanOrEqual(50);
  await expect(page.getByText('Prioritise goals', { exact: true }).first()).toBeInViewport();
  await expect(page.getByRole('button', { name: /^No problems, \d+ notes$/ })).toBeVisible();
  const overview = page.getByRole('img', { name: 'Overview of the cycle' });
  await expect(overview).toBeHidden();
  await page.keyboard.press('m');
  await expect(overview).toBeVisible();
  await page.keyboard.press('m');
  await expect(overview).toBeHidden();
  await page.keyboard.press('1');
  await expect.poll(percent).toBeLessThan(50);
});
