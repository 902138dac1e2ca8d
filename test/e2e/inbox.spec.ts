// An inbox of more than two hundred tasks: worked by keyboard, many at once, put off, and live beside somebody else.
import type { Browser, Locator, Page } from '@playwright/test';
import { barriers } from './barriers.ts';
import { expect, test } from './fixtures.ts';
import { type DemoPerson, read, signInAs } from './people.ts';

test.use({ flags: ['--demo'], contextOptions: { reducedMotion: 'reduce' } });

const period = { start: '2026-01-01', end: '2026-12-31' };
const guide = (id: string, name: string, due: string, form: unknown, assignee = 'person:demo-manager') => ({
  schema: 'cycle/1',
  id,
  name,
  initial: 'plan',
  stages: {
    plan: {
      name: 'Plan',
      kind: 'plan',
      tasks: { read: { title: name, assignee, form, due } },
      on: { 'task.read.completed': [{ to: 'done' }] },
    },
    done: { type: 'final', outcome: 'met' },
  },
});
const blank = { type: 'object', properties: { note: { type: 'string', title: 'Note' } } };

const ask = async (page: Page, url: string, method: 'PUT' | 'POST', path: string, data: object) => {
  const answer = await page.request.fetch(`${url}/api/v1${path}`, {
    method,
    headers: { origin: url },
    data,
  });
  expect(answer.ok(), `${path}: ${answer.status()} ${await answer.text()}`).toBe(true);
  return answer.json();
};

/** Plans of two cycles that ask for nothing, as often as said, and three of one that asks for a decision. */
async function fillInbox(page: Page, url: string, times = 1): Promise<string[]> {
  await signInAs(page, url, 'designer');
  const cycles = [
    guide('read-guide', 'Read the guide', 'P10D', blank),
    guide('read-rules', 'Read the rules', 'P30D', blank),
    guide('agree-short', 'Agree shortly', 'P1D', 'plan-agreement'),
  ];
  for (const cycle of cycles) {
    await ask(page, url, 'PUT', `/cycles/${cycle.id}`, cycle);
    await ask(page, url, 'POST', `/cycles/${cycle.id}/publish`, { note: 'New.' });
  }
  await signInAs(page, url, 'admin');
  const { items } = await read<{ items: { id: string }[] }>(page, url, '/components?limit=100');
  const componentIds = items.map(({ id }) => id);
  const launch = (cycleId: string, some: string[]) =>
    ask(page, url, 'POST', '/launches', { cycleId, componentIds: some, period, again: true });
  for (let n = 0; n < times; n++) {
    await launch('read-guide', componentIds);
    await launch('read-rules', componentIds);
  }
  await launch('agree-short', componentIds.slice(0, 3));
  return componentIds;
}

const openCount = async (page: Page, url: string, more = ''): Promise<number> => {
  const path = `/tasks?assignee=me&state=open&limit=200${more}`;
  const first = await read<{ items: unknown[]; nextCursor: string | null }>(page, url, path);
  if (!first.nextCursor) return first.items.length;
  const rest = await read<{ items: unknown[] }>(page, url, `${path}&cursor=${first.nextCursor}`);
  return first.items.length + rest.items.length;
};
const rows = (page: Page): Locator => page.locator('a[href*="task="]');
const current = (page: Page): Locator => page.locator('a[data-current]');
const toolbar = (page: Page): Locator => page.getByRole('toolbar', { name: 'Picked tasks' });

async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(rows(page).first()).toBeVisible();
}

async function chooseFirst(page: Page): Promise<void> {
  await page.keyboard.press('j');
  await expect(current(page)).toBeVisible();
}

async function another(browser: Browser, url: string, person: DemoPerson): Promise<Page> {
  const context = await browser.newContext({ reducedMotion: 'reduce', baseURL: url });
  const page = await context.newPage();
  await signInAs(page, url, person);
  return page;
}

/** The pane shows the task of the row that is chosen, with its form. */
async function shownWhole(page: Page): Promise<void> {
  await expect(async () => {
    const component = (await current(page).locator('span[style] > span').nth(1).textContent()) ?? '';
    const pane = page.getByRole('region', { name: 'Task' });
    await expect(pane.getByRole('link', { name: component, exact: true })).toBeVisible({ timeout: 500 });
    await expect(pane.getByRole('form')).toBeVisible({ timeout: 500 });
  }).toPass();
}

/** The list of the keys, the search and a task's form, each reached and left by keys. */
async function lookAround(page: Page): Promise<void> {
  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Keys of the inbox' });
  await expect(keys.getByRole('row', { name: /Give the task to somebody else/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(keys).toBeHidden();
  await page.keyboard.press('/');
  const search = page.getByRole('textbox', { name: 'Search tasks' });
  await expect(search).toBeFocused();
  await page.keyboard.type('read');
  await page.keyboard.press('Enter');
  await expect(search).not.toBeFocused();
  const [first, second] = await rows(page).evaluateAll((all) => all.map((row) => row.getAttribute('href')));
  for (const [key, chosen] of [
    ['j', first],
    ['j', second],
    ['k', first],
  ] as const) {
    await page.keyboard.press(key);
    await expect(current(page)).toHaveAttribute('href', chosen ?? '');
    await expect(current(page)).toBeFocused();
  }
  await shownWhole(page);
  await page.keyboard.press('a');
  const giving = page.getByRole('dialog', { name: 'Give 1 task to somebody else' });
  await expect(giving).toBeVisible();
  // The first closes the names that are offered, where they are.
  await expect(async () => {
    await page.keyboard.press('Escape');
    await expect(giving).toBeHidden({ timeout: 500 });
  }).toPass();
  await expect(current(page)).toHaveAttribute('href', first ?? '');
}

/** Five tasks without a pointer: the first from within its form, the others by the key. */
async function completeByKeys(page: Page, url: string): Promise<void> {
  for (let place = 1; place <= 5; place++) {
    await shownWhole(page);
    const left = await openCount(page, url, '&q=read');
    const address = page.url();
    if (place === 1) {
      await page.keyboard.press('Enter');
      await expect(page.locator('#task-form').getByLabel('Note')).toBeFocused();
      await page.keyboard.type('Read, and agreed.');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
    } else await page.keyboard.press('e');
    const told = `(${place + 1} of ${place + left - 1})`;
    await expect(page.getByText(told)).toBeVisible();
    await expect(page).not.toHaveURL(address);
    await expect(current(page)).toBeFocused();
  }
}

async function walkByKeyboard(page: Page, url: string): Promise<void> {
  await open(page, '/inbox');
  await lookAround(page);
  await completeByKeys(page, url);
  for (const [keys, path] of [
    ['ga', /\/reports/],
    ['gp', /\/plans$/],
    ['go', /\/organisation$/],
    ['gi', /\/inbox$/],
  ] as const) {
    for (const key of keys) await page.keyboard.press(key);
    await expect(page).toHaveURL(path);
  }
}

async function completeMany(page: Page, url: string): Promise<void> {
  const before = await openCount(page, url);
  const bulks: string[] = [];
  page.on('request', (request) => request.url().endsWith('/tasks/bulk') && bulks.push(request.url()));
  await open(page, '/inbox?q=agree%20shortly');
  await chooseFirst(page);
  await page.keyboard.press('x');
  await expect(toolbar(page).getByText('1 picked')).toBeVisible();
  await toolbar(page).getByRole('button', { name: 'All 3 that match' }).click();
  await expect(toolbar(page).getByText('3 picked')).toBeVisible();
  await page.getByRole('textbox', { name: 'Search tasks' }).fill('guide');
  await expect(toolbar(page)).toBeHidden();
  // Everything that there is: the three that ask for an answer among them.
  await open(page, '/inbox');
  await chooseFirst(page);
  await page.keyboard.press('x');
  await rows(page).nth(49).click();
  await expect(rows(page).nth(49)).toHaveAttribute('data-current', 'true');
  await page.keyboard.press('Shift+X');
  await expect(toolbar(page).getByText('50 picked')).toBeVisible();
  const next = await rows(page).nth(50).getAttribute('href');
  const following = page.locator(`a[href="${next}"]`);
  await page.keyboard.press('e');
  await expect(following).toBeFocused();
  const held = page.getByRole('status').filter({ hasText: '50 tasks are done in a moment.' });
  await held.getByRole('button', { name: 'Undo' }).click();
  await expect(held).toBeHidden();
  expect([bulks.length, await openCount(page, url)]).toEqual([0, before]);

  await page.getByRole('button', { name: 'Pick several' }).click();
  await page.getByRole('checkbox').first().click();
  await page
    .getByRole('checkbox')
    .nth(49)
    .click({ modifiers: ['Shift'] });
  await expect(toolbar(page).getByText('50 picked')).toBeVisible();
  await toolbar(page).getByRole('button', { name: 'Mark as done' }).click();
  await expect(following).toBeFocused();
  await held.getByRole('button', { name: 'Now' }).click();
  const refusals = page.getByRole('alert').filter({ hasText: 'stayed as they were' });
  await expect(refusals.getByRole('listitem').filter({ hasText: 'Agree shortly' })).toHaveCount(3);
  const [, done = '', refused = ''] =
    /(\d+) done, (\d+) stayed/.exec((await refusals.textContent()) ?? '') ?? [];
  expect(Number(done) + Number(refused)).toBe(50);
  expect([bulks.length, await openCount(page, url)]).toEqual([1, before - Number(done)]);
  expect(await refusals.getByRole('listitem').count()).toBe(Number(refused));
  await refusals.getByRole('button', { name: 'Close' }).click();
}

/** It is back as soon as the other task about the same component is done. */
async function snoozeUntilDone(page: Page, url: string): Promise<void> {
  await open(page, '/inbox?q=agree%20shortly');
  await chooseFirst(page);
  const row = page.locator(`a[href="${await current(page).getAttribute('href')}"]`);
  const id = new URL(page.url()).searchParams.get('task');
  const { componentId } = await read<{ componentId: string }>(page, url, `/tasks/${id}`);
  await page.keyboard.press('s');
  const dialog = page.getByRole('dialog', { name: 'Snooze “Agree shortly”' });
  await dialog
    .getByRole('button', { name: /^After “Read the (guide|rules)”/ })
    .first()
    .click();
  await dialog.getByRole('button', { name: 'Snooze past the due date' }).click();
  await page.getByRole('button', { name: 'Now', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Snoozed 1' })).toBeVisible();
  await expect(row).toHaveCount(0);
  const put = await read<{ snoozedAfter: { id: string; title: string } }>(page, url, `/tasks/${id}`);
  const other = await read<{ componentId: string }>(page, url, `/tasks/${put.snoozedAfter.id}`);
  expect(other.componentId).toBe(componentId);
  await page.goto('/inbox?tab=snoozed');
  await expect(row.or(rows(page)).first()).toContainText(`back after “${put.snoozedAfter.title}”`);
  await open(page, '/inbox?q=agree%20shortly');
  await ask(page, url, 'POST', `/tasks/${put.snoozedAfter.id}/complete`, { result: {} });
  await expect(page.getByRole('button', { name: 'Snoozed 1' })).toBeHidden();
  await expect(row).toBeVisible();
}

async function snoozeAndWake(page: Page): Promise<void> {
  await open(page, '/inbox?q=agree%20shortly');
  await chooseFirst(page);
  const title = await current(page).getAttribute('href');
  await page.keyboard.press('s');
  await page.getByRole('button', { name: /^In two weeks/ }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'It falls due before that.' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('s');
  const after = await rows(page).nth(1).getAttribute('href');
  await page.getByRole('button', { name: /^In three hours/ }).click();
  await expect(page.locator(`a[href="${after}"]`)).toBeFocused();
  await page.getByRole('button', { name: 'Now', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Snoozed 1' })).toBeVisible();
  const row = page.locator(`a[href="${title}"]`);
  await expect(row).toHaveCount(0);
  await page.clock.install();
  await page.reload();
  await page.clock.fastForward('02:59:00');
  await expect(page.getByRole('button', { name: 'Snoozed 1' })).toBeVisible();
  await page.clock.fastForward('01:30');
  await expect(page.getByRole('button', { name: 'Snoozed 1' })).toBeHidden();
  await expect(row).toBeVisible();
}

test('two hundred tasks are worked by keyboard, many at once, and put off', async ({ page, server }) => {
  const { url } = server;
  await fillInbox(page, url, 2);
  await signInAs(page, url, 'manager');
  await expect.poll(() => openCount(page, url)).toBeGreaterThan(203);
  await walkByKeyboard(page, url);
  await completeMany(page, url);
  await page.getByRole('button', { name: 'Pick several' }).click();
  expect(await barriers(page)).toEqual([]);
  await snoozeUntilDone(page, url);
  await snoozeAndWake(page);
});

test('what somebody else does is there within two seconds, nothing jumps, and what was typed stays', async ({
  page,
  server,
  browser,
  complaints,
}) => {
  const { url } = server;
  const components = await fillInbox(page, url);
  await signInAs(page, url, 'manager');
  await open(page, '/inbox?q=read');
  await expect(rows(page).nth(90)).toBeAttached();
  await rows(page).nth(60).click();
  await expect(current(page)).toBeVisible();
  const place = async () => Math.round((await current(page).boundingBox())?.y ?? Number.NaN);
  const before = await place();

  const other = await another(browser, url, 'admin');
  // A machine that is busy with something else may be late once, and not each time.
  await expect(async () => {
    const left = await openCount(page, url, '&q=read');
    await expect(rows(page)).toHaveCount(left);
    const [first] = (await read<{ items: { id: string }[] }>(other, url, '/tasks?state=open&q=read&limit=1'))
      .items;
    await ask(other, url, 'POST', `/tasks/${first?.id}/complete`, { result: {} });
    await expect(rows(page)).toHaveCount(left - 1, { timeout: 2_000 });
  }).toPass();
  expect(Math.abs((await place()) - before)).toBeLessThanOrEqual(1);
  await expect(current(page)).toBeFocused();
  const again = { cycleId: 'agree-short', componentIds: components.slice(0, 1), period, again: true };
  await open(page, '/inbox');
  // What does not fit on the screen is drawn a moment after what does.
  await expect(rows(page).nth(100)).toBeAttached();
  await rows(page).last().click();
  const lower = await place();
  const all = await rows(page).count();
  await ask(other, url, 'POST', '/launches', again);
  await expect(rows(page)).toHaveCount(all + 1);
  expect(Math.abs((await place()) - lower)).toBeLessThanOrEqual(1);

  // What somebody else completes while it is typed into.
  await open(page, '/inbox?q=agree%20shortly');
  await rows(page).first().click();
  const id = new URL(page.url()).searchParams.get('task');
  await page.getByRole('radio', { name: 'Agree', exact: true }).check({ force: true });
  const words = page.locator('#task-form textarea').last();
  await words.fill('Two visits a week, from May on.');
  await ask(other, url, 'POST', `/tasks/${id}/complete`, { result: { decision: 'returned' } }).catch(
    () => null,
  );
  const answered = await read<{ state: string }>(other, url, `/tasks/${id}`);
  expect(answered.state).toBe('completed');
  await expect(page.getByText('did this on')).toBeVisible();
  await expect(words).toBeFocused();
  await expect(words).toHaveValue('Two visits a week, from May on.');
  await page.locator('#task-form').getByRole('button').last().click();
  const dialog = page.getByRole('dialog', { name: 'This task changed meanwhile' });
  await expect(dialog).toContainText('with another result, which was kept');
  complaints.length = 0;
  await dialog.getByRole('button', { name: 'Back to what I typed' }).click();
  await expect(words).toHaveValue('Two visits a week, from May on.');
  await other.context().close();
});

/** Sent and taken back, then sent and left. */
async function sendAndTakeBack(page: Page, url: string): Promise<void> {
  await page.evaluate(() => localStorage.setItem('cw-habits', '{"undoSeconds":20}'));
  await open(page, '/inbox?q=agree%20shortly');
  await rows(page).first().click();
  const id = new URL(page.url()).searchParams.get('task');
  const sent: string[] = [];
  page.on('request', (request) => {
    const isCompletion = request.url().endsWith('/complete') && !request.postData()?.includes('dryRun');
    if (isCompletion) sent.push(request.postData() ?? '');
  });
  const state = async () => (await read<{ state: string }>(page, url, `/tasks/${id}`)).state;
  const form = page.locator('#task-form');
  await page.getByRole('radio', { name: 'Agree', exact: true }).check({ force: true });
  await form.locator('textarea').last().fill('Two visits a week, from May on.');
  const inbox = page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Inbox' });
  const counted = async () => Number(/\d+/.exec((await inbox.textContent()) ?? '')?.[0]);
  const before = await counted();
  await form.getByRole('button').last().click();
  const held = page.getByRole('status').filter({ hasText: 'Plan agreed' });
  await expect(held).toContainText(/Next: Agree shortly, .+ \(2 of 3\)/);
  await expect.poll(counted).toBe(before - 1);
  await held.getByRole('button', { name: 'Undo' }).click();
  await expect(held).toBeHidden();
  await expect.poll(counted).toBe(before);
  await expect(form.locator('textarea').last()).toHaveValue('Two visits a week, from May on.');
  expect([sent, await state(), new URL(page.url()).searchParams.get('task')]).toEqual([[], 'open', id]);

  await form.getByRole('button').last().click();
  await expect(held).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('p');
  await expect.poll(state).toBe('completed');
  await expect.poll(() => sent).toHaveLength(1);
  await open(page, '/inbox');
}

/** Held and then refused, which leads back to the draft with the reason; held again while its writer signs out. */
async function refuseThenSignOut(page: Page, url: string, complaints: string[]): Promise<void> {
  await open(page, '/inbox?q=agree%20shortly');
  await rows(page).first().click();
  const id = new URL(page.url()).searchParams.get('task');
  const form = page.locator('#task-form');
  const words = form.locator('textarea').last();
  await page.getByRole('radio', { name: 'Agree', exact: true }).check({ force: true });
  await words.fill('One visit a week, from June on.');
  const detail = 'The plan has moved on meanwhile.';
  const refusal = { type: 'conflict', title: 'Conflict', status: 409, detail };
  await page.route(`**/tasks/${id}/complete`, (route) =>
    route.request().postData()?.includes('dryRun')
      ? route.fallback()
      : route.fulfill({ status: 409, json: refusal, contentType: 'application/problem+json' }),
  );
  await form.getByRole('button').last().click();
  const held = page.getByRole('status').filter({ hasText: 'Plan agreed' });
  await held.getByRole('button', { name: 'Now' }).click();
  const told = page.getByRole('alert').filter({ hasText: 'was not sent' });
  await expect(told).toContainText(detail);
  complaints.length = 0;
  await told.getByRole('button', { name: 'Back to the task' }).click();
  await expect(words).toHaveValue('One visit a week, from June on.');
  await page.unroute(`**/tasks/${id}/complete`);

  await form.getByRole('button').last().click();
  await expect(held).toBeVisible();
  await page.getByRole('button', { name: /: your menu$/ }).press('Enter');
  await page.getByRole('menuitem', { name: 'Sign out' }).press('Enter');
  await expect(page).toHaveURL(/\/sign-in/);
  await signInAs(page, url, 'manager');
  expect((await read<{ state: string }>(page, url, `/tasks/${id}`)).state).toBe('completed');
  await open(page, '/inbox');
}

test('on a telephone a task fills the screen, is sent and taken back, and the way back leads to where one was', async ({
  page,
  server,
  complaints,
}) => {
  const { url } = server;
  await fillInbox(page, url);
  await signInAs(page, url, 'manager');
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/inbox');
  const far = rows(page).nth(80);
  await far.scrollIntoViewIfNeeded();
  const y = async () => Math.round((await far.boundingBox())?.y ?? Number.NaN);
  const before = await y();
  await far.click();
  const task = page.getByRole('region', { name: 'Task' });
  await expect(task.getByRole('heading', { level: 2 })).toBeVisible();
  expect((await task.boundingBox())?.width).toBe(360);
  await expect(far).toBeHidden();
  await page.goBack();
  await expect(far).toBeVisible();
  expect(await y()).toBe(before);
  await sendAndTakeBack(page, url);
  await refuseThenSignOut(page, url, complaints);

  // Without colour the three kinds of due dates are still three.
  await page.setViewportSize({ width: 1280, height: 800 });
  const grey = async (tone: string): Promise<string> => {
    await page.addStyleTag({ content: 'html { filter: grayscale(1) }' });
    return (await page.locator(`[data-due="${tone}"] svg`).first().screenshot()).toString('base64');
  };
  const looks = [await grey('soon'), await grey('calm')];
  await page.clock.setFixedTime(Date.now() + 2 * 86_400_000);
  await open(page, '/inbox');
  await expect(page.locator('[data-due="late"]').first()).toContainText('late');
  looks.push(await grey('late'));
  expect(new Set(looks).size).toBe(3);
});

test('a task for anybody of one’s role waits below one’s own until it is taken', async ({
  page,
  baseURL,
}) => {
  const url = String(baseURL);
  await signInAs(page, url, 'admin');
  const other = {
    id: 'other-manager',
    name: 'Other Manager',
    email: 'other@example.com',
    roles: ['manager'],
  };
  await ask(page, url, 'POST', '/people', other);
  const cycle = guide('look-over', 'Look it over', 'P10D', blank, 'role:manager');
  await ask(page, url, 'PUT', `/cycles/${cycle.id}`, cycle);
  await ask(page, url, 'POST', `/cycles/${cycle.id}/publish`, { note: 'New.' });
  const { items } = await read<{ items: { id: string }[] }>(page, url, '/components?limit=1');
  await ask(page, url, 'POST', '/launches', {
    cycleId: cycle.id,
    componentIds: items.map(({ id }) => id),
    period,
  });

  await signInAs(page, url, 'manager');
  await page.goto('/inbox');
  const offered = page.getByRole('region', { name: 'Not taken yet' });
  await offered.getByRole('link', { name: /Look it over/ }).click();
  await page.getByRole('button', { name: 'Take this task' }).click();
  await expect(offered).toBeHidden();
  await expect(
    page.getByRole('region', { name: 'Later' }).getByRole('link', { name: /Look it over/ }),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: 'Take this task' })).toBeHidden();
});

test('a task for somebody whom there is not waits for an administrator, who gives it to somebody', async ({
  page,
  baseURL,
}) => {
  const url = String(baseURL);
  await signInAs(page, url, 'admin');
  const vacant = { id: 'vacant', kind: 'team', name: 'Vacant team', ownerId: null, managerId: null };
  await ask(page, url, 'POST', '/components', vacant);
  const cycle = guide('look-over', 'Look it over', 'P10D', blank, 'manager');
  await ask(page, url, 'PUT', `/cycles/${cycle.id}`, cycle);
  await ask(page, url, 'POST', `/cycles/${cycle.id}/publish`, { note: 'New.' });
  await ask(page, url, 'POST', '/launches', { cycleId: cycle.id, componentIds: [vacant.id], period });

  await page.goto('/inbox');
  const unplaced = page.getByRole('region', { name: 'Nobody to work it' });
  await unplaced.getByRole('link', { name: /Look it over/ }).click();
  await page.getByRole('button', { name: 'Give it to somebody' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Give the task to somebody else' });
  await dialog.getByRole('combobox', { name: 'To' }).fill('Morgan');
  await page.getByRole('option', { name: 'Morgan Ellis' }).click();
  await dialog.getByLabel('Why').fill('The team is theirs until its head is found.');
  expect(await barriers(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Give the task' }).click();
  await expect(page.getByText('Morgan Ellis has the task now.')).toBeVisible();
  await expect(unplaced).toBeHidden();
});
