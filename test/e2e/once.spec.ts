// A form counts once, however often its button is pressed, and taking it back stays true.
import { expect, test } from './fixtures.ts';
import { asking, read, signInAs } from './people.ts';

test.use({ flags: ['--demo'], contextOptions: { reducedMotion: 'reduce' } });

interface Task {
  id: string;
  title: string;
  state: string;
}

test('a double click holds a form once, so that it can still be taken back', async ({ page, server }) => {
  await signInAs(page, server.url, 'manager');
  const { items } = await read<{ items: Task[] }>(page, server.url, '/tasks?assignee=me&state=open');
  const task = items.find(({ title }) => title.startsWith('Name a buddy'));
  await page.goto('/inbox');
  await page.evaluate(() => localStorage.setItem('cw-habits', '{"undoSeconds":20}'));
  await page.goto(`/inbox?task=${task?.id}`);
  const field = page.getByRole('textbox', { name: 'Who can be asked anything' });
  await field.fill('Grace Okafor');
  const sent: string[] = [];
  page.on('request', (one) => {
    if (one.url().endsWith('/complete')) sent.push(one.postDataJSON().dryRun === true ? 'tried' : 'sent');
  });
  await page.getByRole('button', { name: 'Complete task' }).dblclick();
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect(field).toHaveValue('Grace Okafor');
  expect(sent).toEqual(['tried']);
  const after = await read<Task>(page, server.url, `/tasks/${task?.id}`);
  expect(after.state).toBe('open');
});

test('a task that was done in another tab says what was given, and asks for nothing', async ({
  page,
  server,
}) => {
  await signInAs(page, server.url, 'manager');
  const { items } = await read<{ items: Task[] }>(page, server.url, '/tasks?assignee=me&state=open');
  const task = items.find(({ title }) => title.startsWith('Name a buddy'));
  await page.goto(`/inbox?task=${task?.id}`);
  const field = page.getByRole('textbox', { name: 'Who can be asked anything' });
  await expect(field).toBeVisible();
  await asking(server.url)('manager', 'POST', `/tasks/${task?.id}/complete`, {
    result: { buddy: 'Grace Okafor' },
  });
  await expect(page.getByRole('region', { name: 'What was given' })).toContainText('Grace Okafor');
  await expect(field).toBeHidden();
  await expect(page.locator('#task-form')).toBeHidden();
});
