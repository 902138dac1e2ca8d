// Feedback is written with advice beside it: what hurts is not sent, what could be better is said and left to the writer.
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { read, signInAs } from './people.ts';

test.use({ flags: ['--demo'], contextOptions: { reducedMotion: 'reduce' } });

const askForFeedback = {
  schema: 'cycle/1',
  id: 'one-question',
  name: 'One question',
  initial: 'ask',
  stages: {
    ask: {
      name: 'Ask',
      tasks: {
        say: { title: 'Say what you saw', assignee: 'person:demo-manager', form: 'feedback', due: 'P5D' },
      },
      on: { 'task.say.completed': [{ to: 'done' }] },
    },
    done: { type: 'final' },
  },
};

/** The manager's task of a small cycle that asks for feedback; its id. */
async function giveFeedbackTask(page: Page, url: string): Promise<string> {
  await signInAs(page, url, 'admin');
  const send = async (method: 'put' | 'post', path: string, data: object, headers = {}) => {
    const answer = await page.request[method](`${url}/api/v1${path}`, {
      headers: { origin: url, ...headers },
      data,
    });
    expect(answer.ok(), await answer.text()).toBe(true);
  };
  await send('put', '/cycles/one-question', askForFeedback, { 'if-none-match': '*' });
  await send('post', '/cycles/one-question/publish', { note: 'First' });
  const { items } = await read<{ items: { id: string }[] }>(page, url, '/components?limit=1');
  await send('post', '/launches', { cycleId: 'one-question', componentIds: items.map(({ id }) => id) });
  await signInAs(page, url, 'manager');
  const open = () =>
    read<{ items: { id: string }[] }>(page, url, '/tasks?assignee=me&state=open&q=Say+what+you+saw');
  await expect.poll(async () => (await open()).items.length).toBe(1);
  return (await open()).items[0]?.id ?? '';
}

test('what would hurt is not sent, and advice is given while writing', async ({ page, server }) => {
  await page.goto(`/inbox?task=${await giveFeedbackTask(page, server.url)}`);
  const field = page.getByRole('textbox', { name: 'Feedback' });
  await field.fill('You are lazy, and you will regret this.');
  const advice = page.getByRole('region', { name: 'This cannot be sent as it is' });
  await expect(advice).toBeVisible();
  await page.getByRole('button', { name: 'Give feedback' }).click();
  await expect(page.getByText('Say it another way first', { exact: false })).toBeVisible();

  await advice.getByRole('button', { name: '“you will regret this”' }).press('Enter');
  await expect(field).toBeFocused();
  await page.keyboard.type('I want to help');
  await expect(field).toHaveValue('You are lazy, and I want to help.');
  const thoughts = page.getByRole('region', { name: /thoughts on the wording$/ });
  await expect(thoughts.getByRole('button', { name: '“lazy”' })).toBeVisible();
  await expect(thoughts.getByText('You decide: it can be sent all the same.')).toBeVisible();

  await field.fill(
    'On 12 May you sent the report two days late, which led to a delayed vote. Please send a draft by Friday next time; I can review it.',
  );
  await expect(thoughts).toHaveCount(0);
  await page.getByRole('button', { name: 'Give feedback' }).click();
  await expect(page.getByText(/^Feedback given/)).toBeVisible();
});
