// An automation's owner: a webhook is made and tried, its receiver fails, and what failed is sent again.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AxeBuilder } from '@axe-core/playwright';
import { Webhook } from 'standardwebhooks';
import { expect, demoTest as test } from './fixtures.ts';
import { signInAs } from './people.ts';

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
  const [first] = receiver.bodies;
  expect(new Webhook(secret).verify(first?.body ?? '', first?.headers ?? {})).toMatchObject({
    type: 'subscription.test',
  });
  await page.reload();
  await expect(card).toContainText('Healthy');
  await expect(card).toContainText('100 % of 1 arrived · Answered 200');

  // 410: the receiver wants no more of it, so the delivery is given up and the subscription stops.
  receiver.answer = 410;
  await card.getByRole('button', { name: 'Send a test' }).click();
  await expect.poll(() => receiver.ids.length).toBe(2);
  await page.reload();
  await expect(card).toContainText('Stopped');
  await expect(card).toContainText('50 % of 2 arrived · The receiver answered 410');

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
  expect((await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa']).analyze()).violations).toEqual([]);

  receiver.answer = 200;
  await detail.getByRole('button', { name: 'Send again' }).click();
  await expect.poll(() => receiver.ids.filter((id) => id === receiver.ids[1]).length).toBeGreaterThan(2);
  await expect(page.getByRole('row', { name: /Delivered/ })).toHaveCount(2);
  await receiver.close();
});
