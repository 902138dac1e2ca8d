// An automation's owner: a webhook is made and tried, its receiver fails, and what failed is sent again.
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { barriers } from './barriers.ts';
import { details, transition } from './canvas.ts';
import { expect, demoTest as test } from './fixtures.ts';
import { read, signInAs } from './people.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

interface Receiver {
  url: string;
  /** The ids of what came, in order. */
  ids: string[];
  bodies: { headers: Record<string, string>; body: string }[];
  answer: number;
  close(): Promise<void>;
}

async function makeReceiver(): Promise<Receiver> {
  const receiver: Receiver = { url: '', ids: [], bodies: [], answer: 200, close: async () => undefined };
  const server: Server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += String(part);
    receiver.ids.push(String(request.headers['webhook-id']));
    receiver.bodies.push({ headers: request.headers as Record<string, string>, body });
    response.writeHead(receiver.answer).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`;
  receiver.close = () => new Promise((resolve) => server.close(() => resolve()));
  return receiver;
}

const sampleOf = (language: 'mjs' | 'py'): Promise<string> =>
  readFile(new URL(`../../samples/webhooks/verify.${language}`, import.meta.url), 'utf8');

test('a webhook is made and tried, its receiver gives up, and what failed is sent again under the same id', async ({
  page,
  demo,
}) => {
  const receiver = await makeReceiver();
  await signInAs(page, demo.url, 'admin');
  await page.goto(`${demo.url}/automations?tab=subscriptions`);
  await page.getByRole('button', { name: 'Add a subscription' }).first().click();
  await page.getByRole('textbox', { name: 'Address' }).fill(receiver.url);
  await page.getByRole('button', { name: 'Add the subscription' }).click();
  const secret = (await page.getByText(/^whsec_/).textContent()) ?? '';
  await page.getByRole('button', { name: 'Done' }).click();

  const card = page.getByRole('group', { name: receiver.url });
  await expect(card).toContainText('Nothing sent yet');
  await card.getByRole('button', { name: 'Send a test' }).click();
  await expect.poll(() => receiver.ids.length).toBe(1);
  await expect(card.getByRole('button', { name: 'Send a test' })).toBeFocused();
  const [first] = receiver.bodies;
  expect(new Webhook(secret).verify(first?.body ?? '', first?.headers ?? {})).toMatchObject({
    type: 'subscription.test',
  });
  await page.reload();
  await expect(card).toContainText('Healthy');
  await expect(card).toContainText('100% of 1 arrived · Answered 200');

  // 410: the receiver wants no more of it, so the delivery is given up and the subscription stops.
  receiver.answer = 410;
  await card.getByRole('button', { name: 'Send a test' }).click();
  await expect.poll(() => receiver.ids.length).toBe(2);
  await page.reload();
  await expect(card).toContainText('Stopped');
  await expect(card).toContainText('50% of 2 arrived · The receiver answered 410');

  receiver.answer = 503;
  await card.getByRole('button', { name: 'Go on' }).click();
  await expect(card).toContainText('Failing');
  await card.getByRole('button', { name: 'Send again what failed' }).click();
  await page.getByRole('menuitem', { name: 'Of the last hour' }).click();
  await expect.poll(() => receiver.ids.length).toBe(3);
  await card.getByRole('link', { name: 'Its deliveries' }).click();
  const failed = page.getByRole('row', { name: /Being tried/ });
  await expect(failed).toContainText('The receiver answered 503.');
  await failed.getByRole('button', { name: 'subscription.test' }).click();
  const detail = page.getByRole('dialog', { name: 'subscription.test' });
  await expect(detail.getByRole('table', { name: 'Attempts' })).toContainText('The receiver answered 503.');
  await expect(detail).toContainText('Next try:');
  await expect(detail).toContainText('webhook-signature: v1,…');
  expect(await barriers(page)).toEqual([]);

  receiver.answer = 200;
  await detail.getByRole('button', { name: 'Send again' }).click();
  await expect.poll(() => receiver.ids.filter((id) => id === receiver.ids[1]).length).toBeGreaterThan(2);
  await expect(page.getByRole('row', { name: /Delivered/ })).toHaveCount(2);
  await receiver.close();
});

test('a webhook’s acts keep the focus and send once, while it is paused no delivery says when it is tried, and it can be removed', async ({
  page,
  demo,
}) => {
  const receiver = await makeReceiver();
  receiver.answer = 500;
  await signInAs(page, demo.url, 'admin');
  await page.goto(`${demo.url}/automations?tab=subscriptions`);
  await page.getByRole('button', { name: 'Add a subscription' }).click();
  await page.getByRole('textbox', { name: 'Address' }).fill(receiver.url);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert', { name: 'Copy the secret now' })).toBeFocused();
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('button', { name: 'Add a subscription' })).toBeFocused();

  const card = page.getByRole('group', { name: receiver.url });
  const testing = card.getByRole('button', { name: 'Send a test' });
  await testing.dblclick();
  await expect(card).toContainText('The receiver answered 500.');
  await expect(testing).toBeFocused();
  await card.getByRole('button', { name: 'Pause' }).click();
  await expect(card.getByRole('button', { name: 'Go on' })).toBeFocused();

  await card.getByRole('link', { name: 'Its deliveries' }).click();
  const delivery = page.getByRole('row', { name: /subscription\.test/ });
  await expect(delivery).toHaveCount(1);
  await expect(delivery).toContainText('Once the subscription goes on');
  await expect(delivery).toContainText(receiver.url);
  await delivery.getByRole('button', { name: 'subscription.test' }).click();
  await expect(page.getByRole('dialog')).toContainText('Next try: Once the subscription goes on');
  await page.keyboard.press('Escape');

  await page.getByRole('tab', { name: 'Subscriptions' }).click();
  await card.getByRole('button', { name: 'Remove' }).click();
  const asking = page.getByRole('dialog', { name: `Remove “${receiver.url}”` });
  await expect(asking.getByRole('button', { name: 'Keep' })).toBeFocused();
  await asking.getByRole('button', { name: 'Remove it for good' }).click();
  await expect(page.getByText(`“${receiver.url}” is gone.`)).toBeVisible();
  await expect(card).toBeHidden();
  await expect(page.getByRole('button', { name: 'Add a subscription' })).toBeFocused();
  await receiver.close();
});

test('whoever writes a receiver finds each event with its sample and schema, and copies the code that verifies', async ({
  page,
  demo,
}) => {
  const { url } = demo;
  const copied = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
  await signInAs(page, url, 'admin');
  await page.goto(`${url}/automations`);
  await page.getByRole('tab', { name: 'For receivers' }).click();

  const verify = page.getByRole('region', { name: 'Is a message from here?' });
  await verify.getByRole('button', { name: 'Copy: Code in JavaScript' }).click();
  await expect.poll(copied).toBe(await sampleOf('mjs'));
  await verify.getByText('Python', { exact: true }).click();
  await verify.getByRole('button', { name: 'Copy: Code in Python' }).press('Enter');
  await expect.poll(copied).toBe(await sampleOf('py'));

  const { items } = await read<{ items: { type: string; sample: object }[] }>(page, url, '/event-types');
  const events = page.getByRole('region', { name: 'Which events there are' });
  for (const { type } of items)
    await expect(events.getByRole('button', { name: new RegExp(`^${type}\\b`) }).first()).toBeVisible();
  const outcome = items.find(({ type }) => type === 'plan.outcome');
  await events.getByRole('button', { name: /^plan\.outcome / }).click();
  await events.getByRole('button', { name: 'Copy: Sample of plan.outcome' }).click();
  await expect.poll(async () => JSON.parse(await copied())).toEqual(outcome?.sample);
  await expect(events.getByRole('region', { name: 'Schema of plan.outcome' })).toContainText('"$schema"');
});

test('on the canvas a transition tells other systems, its link leads to the webhook, and the webhook hears it', async ({
  page,
  demo,
}) => {
  const { url } = demo;
  const receiver = await makeReceiver();
  await signInAs(page, url, 'admin');
  await page.goto(`${url}/cycles`);
  await page.getByRole('button', { name: 'New cycle' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('Told elsewhere');
  await page.getByRole('button', { name: 'Create cycle' }).click();
  await transition(page, 'Plan', 'Closed').click();
  await details(page).getByRole('button', { name: 'Add an action' }).click();
  await page.getByRole('menuitem', { name: 'Tell other systems' }).click();
  await details(page).getByRole('textbox', { name: 'Event', exact: true }).fill('refunds.agreed');
  await details(page).getByRole('link', { name: 'Send it to a webhook…' }).click();

  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('refunds.agreed', { exact: true })).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Address' }).fill(receiver.url);
  await dialog.getByRole('button', { name: 'Add the subscription' }).click();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('group', { name: receiver.url })).toContainText('refunds.agreed');

  const send = async (path: string, data: object): Promise<void> => {
    const answer = await page.request.post(`${url}/api/v1${path}`, { headers: { origin: url }, data });
    expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
  };
  await send('/cycles/told-elsewhere/publish', { note: 'With a word to payroll.' });
  await send('/launches', { cycleId: 'told-elsewhere', componentIds: ['dof-refunds'] });
  await signInAs(page, url, 'manager');
  const open = async () => {
    const path = '/tasks?state=open&componentId=dof-refunds';
    const { items } = await read<{ items: { id: string; cycleId: string }[] }>(page, url, path);
    return items.find(({ cycleId }) => cycleId === 'told-elsewhere')?.id;
  };
  await expect.poll(open).toBeDefined();
  await send(`/tasks/${await open()}/complete`, { result: { decision: 'agreed' } });
  await expect
    .poll(() => receiver.bodies.map(({ body }) => JSON.parse(body).type))
    .toEqual(['refunds.agreed']);
  await receiver.close();
});
