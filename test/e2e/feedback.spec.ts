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

const kind =
  'On 12 May your list of late visits saved us a day. Please send it on Mondays; I can read it first.';

async function writeTo(page: Page, receiver: string, readers: RegExp): Promise<void> {
  await page.goto('/feedback?write=give');
  const form = page.getByRole('region', { name: 'New feedback' });
  const who = form.getByRole('combobox', { name: 'For', exact: true });
  await who.fill(receiver);
  await page.getByRole('option').first().waitFor();
  await who.press('ArrowDown');
  await who.press('Enter');
  // Not a word before it is said who reads it.
  await expect(form.getByRole('textbox', { name: /^(?:Feedback|Your note)$/ })).toHaveCount(0);
  await form.getByRole('radio', { name: readers }).check();
}

/** What is being answered is withdrawn; the answer is still there, and is given without being asked. */
async function answerWhatIsWithdrawn(page: Page, url: string): Promise<void> {
  const send = async (path: string, data: object) => {
    const answer = await page.request.post(`${url}/api/v1${path}`, { headers: { origin: url }, data });
    expect(answer.ok(), await answer.text()).toBe(true);
    return answer.json();
  };
  await signInAs(page, url, 'employee');
  const asked = await send('/feedback-requests', {
    personId: 'demo-manager',
    question: 'And the list of May?',
  });
  await signInAs(page, url, 'manager');
  await page.goto(`/feedback?request=${asked.id}`);
  const form = page.getByRole('region', { name: 'Your answer' });
  await form.getByRole('radio', { name: /^Only the two of you/ }).check();
  await form.getByRole('textbox', { name: 'Feedback' }).fill(kind);
  await signInAs(page, url, 'employee');
  await send(`/feedback-requests/${asked.id}/withdraw`, {});
  await signInAs(page, url, 'manager');
  await page.goto(`/feedback?request=${asked.id}`);
  await expect(form.getByText(/does not ask any more$/)).toBeVisible();
  await expect(form.getByRole('textbox', { name: 'Feedback' })).toHaveValue(kind);
  await form.getByRole('button', { name: 'Give feedback' }).press('Enter');
  await expect(form).toHaveCount(0);
}

test('feedback goes from one to another: who reads it stands on it, it is thanked for, replied to and asked for', async ({
  page,
  server,
  complaints,
}) => {
  const nameOf = async (who: 'manager' | 'employee') => {
    await signInAs(page, server.url, who);
    return (await read<{ name: string }>(page, server.url, '/me')).name;
  };
  const employee = await nameOf('employee');
  const manager = await nameOf('manager');

  await writeTo(page, employee, /^A private note/);
  await page.getByRole('textbox', { name: 'Your note' }).fill('Ask about the lists in June.');
  await page.getByRole('button', { name: 'Keep note' }).press('Enter');
  await expect(page.getByRole('region', { name: 'New feedback' })).toHaveCount(0);
  await writeTo(page, employee, /^Only the two of you/);
  await page.getByRole('textbox', { name: 'Feedback' }).fill(kind);
  // What is typed outlives another form, a reload and a hasty Cancel.
  await page.getByRole('button', { name: 'Ask for feedback' }).press('Enter');
  await page.getByRole('button', { name: 'Write feedback' }).press('Enter');
  await page.reload();
  await page.getByRole('button', { name: 'Cancel' }).press('Enter');
  await page.getByRole('button', { name: 'Keep writing' }).press('Enter');
  await expect(page.getByRole('textbox', { name: 'Feedback' })).toHaveValue(kind);
  await page.getByRole('button', { name: 'Give feedback' }).press('Enter');
  await page.getByRole('tab', { name: 'Given' }).click();
  await expect(page.getByText('Private note: only you read it')).toBeVisible();
  const given = page.getByRole('listitem').filter({ hasText: kind });
  await expect(given.getByText(`Read by ${manager} and ${employee}`)).toBeVisible();
  const exported = await read<object>(page, server.url, '/feedback/export');
  expect(JSON.stringify(exported)).toContain(kind);
  expect(JSON.stringify(exported)).not.toContain('Ask about the lists in June.');

  await page.setViewportSize({ width: 360, height: 740 });
  await signInAs(page, server.url, 'employee');
  await page.goto('/feedback');
  await expect(page.getByText(kind)).toBeVisible();
  await expect(page.getByText('Ask about the lists in June.')).toHaveCount(0);
  const item = page.getByRole('listitem').filter({ hasText: kind });
  await item.getByRole('button', { name: 'Say thanks' }).press('Enter');
  await expect(item.getByText(`${employee} says thanks`)).toBeVisible();
  await item.getByRole('button', { name: 'Reply' }).press('Enter');
  await page.getByRole('textbox', { name: 'Your reply' }).fill('It comes on Mondays from now on.');
  await page.getByRole('button', { name: 'Send reply' }).press('Enter');
  await expect(page.getByText('It comes on Mondays from now on.').first()).toBeVisible();

  await page.goto('/feedback?write=ask');
  const who = page.getByRole('combobox', { name: 'Whom you ask' });
  await who.fill(manager);
  await page.getByRole('option').first().waitFor();
  await who.press('ArrowDown');
  await who.press('Enter');
  await page.getByRole('textbox', { name: 'Your question' }).fill('Did the list of this Monday help you?');
  await page.getByRole('button', { name: 'Ask', exact: true }).press('Enter');
  await expect(page.getByText('Feedback asked for')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);

  await signInAs(page, server.url, 'manager');
  await page.goto('/feedback');
  await expect(page.getByText('Did the list of this Monday help you?')).toBeVisible();
  await page.getByRole('button', { name: 'Decline' }).press('Enter');
  await page.getByRole('textbox', { name: 'Why (optional)' }).fill('I was on leave that day.');
  await page.getByRole('button', { name: 'Decline request' }).press('Enter');
  await expect(page.getByText('Why not: I was on leave that day.')).toBeVisible();
  await page.setViewportSize({ width: 1280, height: 800 });
  await answerWhatIsWithdrawn(page, server.url);
  expect(complaints).toEqual([]);
});
