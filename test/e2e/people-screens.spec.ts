// The people's own screens by keyboard: the organisation in three looks, plans over time, a view that is shared, a goal that
// feedback is about, and a reward that stands on the wall only when its receiver wants it.
import type { Page } from '@playwright/test';
import { demoTest, expect, test } from './fixtures.ts';
import { read, signInAs } from './people.ts';

test.use({ flags: ['--demo'], contextOptions: { reducedMotion: 'reduce' } });

demoTest('a form that opens in a page has the keys, and gives them back', async ({ page, demo }) => {
  await signInAs(page, demo.url, 'admin');
  for (const [path, opener, form] of [
    ['/settings?tab=absence', 'Plan a leave', 'New leave'],
    ['/settings?tab=absence', 'Somebody leaves for good', 'Somebody leaves for good'],
    ['/settings?tab=absence', /^Change: Grace Okafor/, 'Change a leave'],
    ['/settings?tab=budgets', 'Set a budget', 'New budget'],
    ['/settings?tab=budgets', /^Change the budget of/, 'Change a budget'],
    ['/feedback', 'Write feedback', 'New feedback'],
    ['/feedback', 'Ask for feedback', 'Ask for feedback'],
  ] as const) {
    await page.goto(path);
    const button = page.getByRole('button', { name: opener, exact: true });
    await button.press('Enter');
    const opened = page.locator(`[aria-label="${form}"]`).and(page.locator('form, section'));
    await expect(opened).toBeFocused();
    await opened.getByRole('button', { name: 'Cancel' }).press('Enter');
    await expect(opened).toBeHidden();
    await expect(button).toBeFocused();
  }
});

demoTest('another manager is chosen by typing their name', async ({ page, demo }) => {
  await signInAs(page, demo.url, 'admin');
  await page.goto('/organisation/dob-inspections');
  await page.getByRole('button', { name: 'Change', exact: true }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Change the component' });
  const manager = dialog.getByRole('combobox', { name: /^Manager/ });
  await expect(manager).toHaveValue('Grace Okafor');
  const options = page.getByRole('listbox', { name: /^Manager/ }).getByRole('option');
  await manager.fill('Lucia');
  await expect(options).toHaveText(['Lucia Ferraro']);
  await manager.press('ArrowDown');
  await manager.press('Enter');
  await expect(manager).toHaveValue('Lucia Ferraro');

  const above = dialog.getByRole('combobox', { name: /^Part of/ });
  await above.fill('Development');
  await above.press('ArrowDown');
  await above.press('Enter');
  await expect(above).toHaveValue(/Development/);
});

demoTest(
  'the organisation is a table and a chart, and plans over time are walked by arrow keys',
  async ({ page, demo }) => {
    await signInAs(page, demo.url, 'admin');
    await page.goto('/organisation?look=table');
    const row = page.getByRole('row', { name: /^Department of Buildings/ });
    await expect(row).toContainText('City of New York');
    await row.getByRole('link').first().press('Enter');
    await expect(page).toHaveURL(/\/organisation\/./);

    await page.goto('/organisation?look=chart');
    const tree = page.getByRole('tree', { name: 'Organisation' });
    await tree.getByRole('treeitem', { name: /^City of New York/ }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const board = tree.getByRole('treeitem', { name: /^Civilian Complaint Review Board/ });
    await expect(board).toBeFocused();
    await expect(board).toHaveAttribute('aria-expanded', 'false');
    await page.keyboard.press('ArrowRight');
    await expect(board).toHaveAttribute('aria-expanded', 'true');
    // Its parts are asked for when it is opened.
    await expect(tree.locator('[role="treeitem"][aria-level="3"]').first()).toBeVisible();
    await page.keyboard.press('ArrowRight');
    await expect(board).not.toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/organisation\/./);

    await page.goto('/plans?view=timeline');
    const plans = page.getByRole('list', { name: 'Timeline of plans' }).getByRole('link');
    await plans.first().focus();
    await page.keyboard.press('ArrowDown');
    await expect(plans.nth(1)).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(plans.first()).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/plans\/./);
  },
);

demoTest(
  'the palette goes back to what one opened, F1 tells of the page, and neither outlasts its person',
  async ({ page, demo, complaints }) => {
    await signInAs(page, demo.url, 'admin');
    const { items } = await read<{ items: { id: string; componentName: string }[] }>(
      page,
      demo.url,
      '/plans?limit=1',
    );
    const { id = '', componentName = '' } = items[0] ?? {};
    await page.goto(`/plans/${id}`);
    const here = page.getByRole('navigation', { name: 'You are here' });
    await expect(here).toContainText(componentName);
    const kept = () => page.evaluate(() => localStorage.getItem('cw-recent.demo-admin') ?? '');
    await expect.poll(kept).toContain(id);
    await page.goto('/cycles/probation');
    await expect(here).toContainText('Probation');
    await expect.poll(kept).toContain('probation');
    await page.goto('/inbox');
    await expect(here).toContainText('Inbox');
    const dialog = page.getByRole('dialog');
    const last = dialog.getByRole('button');
    await page.keyboard.press('ControlOrMeta+k');
    await expect(last.nth(0)).toHaveText(/^Probation.*Cycle$/);
    await expect(last.nth(1)).toContainText(componentName);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`/plans/${id}`));

    // What the server has no more is let go of when it is opened.
    await page.evaluate(() => {
      const gone = [{ kind: 'plan', id: 'gone', name: 'A plan of long ago' }];
      localStorage.setItem('cw-recent.demo-admin', JSON.stringify(gone));
    });
    await page.keyboard.press('ControlOrMeta+k');
    await last.filter({ hasText: 'A plan of long ago' }).click();
    await expect(page).toHaveURL(/\/plans\/gone/);
    await expect
      .poll(() => page.evaluate(() => localStorage.getItem('cw-recent.demo-admin')))
      .not.toContain('long ago');
    expect(complaints.splice(0).join()).toContain('/plans/gone: 404');

    await page.goto('/goals');
    const search = page.getByRole('textbox', { name: 'Search goals' });
    await search.focus();
    await page.keyboard.press('F1');
    const help = page.getByRole('dialog', { name: 'Help: Goals' });
    await expect(help).toContainText('how each goal serves one above it');
    await expect(help).toContainText('how a goal is quantified');
    await page.keyboard.press('Escape');
    await expect(help).toHaveCount(0);
    await expect(search).toBeFocused();
    const menu = page.getByRole('button', { name: /: your menu$/ });
    await menu.press('Enter');
    await page.getByRole('menuitem', { name: 'Help for this page' }).press('Enter');
    await expect(help).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(help).toHaveCount(0);
    await expect(menu).toBeFocused();

    await page.goto('/cycles/probation');
    await expect(here).toContainText('Probation');
    await signInAs(page, demo.url, 'manager');
    await page.goto('/inbox');
    await expect(here).toContainText('Inbox');
    await page.keyboard.press('ControlOrMeta+k');
    await expect(last.filter({ hasText: 'Plans' })).toBeVisible();
    await expect(last.filter({ hasText: 'Probation' })).toHaveCount(0);
    await page.keyboard.press('Escape');
    await signInAs(page, demo.url, 'admin');
    await page.goto('/inbox');
    await expect(here).toContainText('Inbox');
    await menu.press('Enter');
    await page.getByRole('menuitem', { name: 'Sign out' }).press('Enter');
    await expect(page).toHaveURL(/\/sign-in/);
    expect(await kept()).toBe('');
  },
);

/** Anybody of a demonstration may be chosen. */
async function signInAsOwner(page: Page, url: string, component: string): Promise<string> {
  const { items } = await read<{ items: { name: string; ownerId: string | null }[] }>(
    page,
    url,
    `/components?limit=200`,
  );
  const personId = items.find(({ name }) => name === component)?.ownerId ?? '';
  const path = `${url}/api/v1/setup/sign-in-as`;
  const answer = await page.request.post(path, { headers: { origin: url }, data: { personId } });
  expect(answer.ok(), await answer.text()).toBe(true);
  return (await answer.json()).name;
}

test('a view of the inbox is shared, feedback is about a goal, and a reward is shown by consent', async ({
  page,
  server,
}) => {
  const { url } = server;
  await signInAs(page, url, 'manager');
  await page.goto('/inbox?q=goals');
  await page.getByRole('button', { name: 'Filter' }).press('Enter');
  await page.getByRole('textbox', { name: 'Keep this view as' }).fill('About goals');
  await page.getByRole('checkbox', { name: 'My team sees it too' }).check();
  await page.getByRole('button', { name: 'Keep the filter' }).press('Enter');
  const inRail = page.getByRole('navigation').getByRole('link', { name: /^About goals/ });
  await expect(inRail).toContainText('4');
  await signInAs(page, url, 'employee');
  await page.goto('/plans');
  // The same view of the same words finds what is theirs, not what its owner sees.
  const own = await read<{ items: { title: string }[] }>(
    page,
    url,
    '/tasks?assignee=me&state=open&limit=200',
  );
  const count = own.items.filter(({ title }) => title.toLowerCase().includes('goals')).length;
  await expect(inRail).toContainText(String(count));
  expect(count).not.toBe(4);
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByPlaceholder(/^Go to/).fill('About goals');
  await expect(page.getByRole('button', { name: 'About goals' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/inbox\?q=goals/);

  await signInAs(page, url, 'manager');
  await page.goto('/feedback?write=give');
  const form = page.getByRole('region', { name: 'New feedback' });
  await form.getByRole('combobox', { name: 'For', exact: true }).fill('Drinking water');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const goal = form.getByRole('combobox', { name: 'About a goal (optional)' });
  await goal.press('ArrowDown');
  const title = (await page.getByRole('option').first().textContent()) ?? '';
  await goal.press('ArrowDown');
  await goal.press('Enter');
  await form.getByRole('radio', { name: /^With their manager/ }).check();
  await form
    .getByRole('textbox', { name: 'Feedback' })
    .fill('On 12 May the samples were there by nine. Thank you; it saved us a day.');
  await form.getByRole('button', { name: 'Give feedback' }).press('Enter');
  await page.getByRole('tab', { name: 'Given' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'samples were there' })).toContainText(title);

  const { items } = await read<{ items: { id: string; title: string }[] }>(
    page,
    url,
    '/tasks?assignee=me&state=open&limit=200',
  );
  const approval = items.find((task) => task.title === 'Approve the reward')?.id ?? '';
  await page.goto(`/inbox?task=${approval}`);
  await page.getByRole('radio', { name: 'Approve' }).check();
  await expect(page.getByText(/^Draft saved/)).toBeVisible();
  await page.getByRole('button', { name: 'Approve reward' }).press('Enter');
  await expect(page.getByText('Reward approved')).toBeVisible();
  await page.goto('/feedback?tab=recognition');
  const wall = page.getByRole('region', { name: 'On the wall' });
  const reward = wall.getByRole('listitem').filter({ hasText: 'Drinking water' });
  await expect(wall.getByRole('listitem').first()).toBeVisible();
  await expect(reward).toHaveCount(0);
  const receiver = await signInAsOwner(page, url, 'Drinking water');
  await page.goto('/feedback?tab=recognition');
  await expect(page.getByText('It is shown to nobody until you say so.')).toBeVisible();
  await page.getByRole('button', { name: 'Show it to everybody' }).press('Enter');
  await expect(reward).toContainText(receiver);
  await signInAs(page, url, 'manager');
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/feedback?tab=recognition');
  await reward.getByRole('button', { name: 'Congratulate' }).press('Enter');
  await expect(reward).toContainText('You join in');
  await signInAsOwner(page, url, 'Drinking water');
  await page.goto('/feedback?tab=recognition');
  await page.getByRole('button', { name: 'Take it off the wall' }).press('Enter');
  await expect(reward).toHaveCount(0);
});
