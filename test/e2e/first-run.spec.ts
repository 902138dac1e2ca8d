import { expect, test } from './fixtures.ts';

test('an empty folder greets with the choice to look around or to start clean', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('button', { name: /look around/i })).toBeVisible();
  await expect(page.getByText(/start clean/i).first()).toBeVisible();
});

test('the API is described without anything from elsewhere', async ({ page, server }) => {
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(server.url) && !request.url().startsWith('data:'))
      elsewhere.push(request.url());
  });
  await page.goto('/docs');
  await expect(page.getByRole('heading', { name: /Cyclewright/ })).toBeVisible();
  await expect(page.getByText('/api/v1/components').first()).toBeVisible();
  expect(elsewhere).toEqual([]);
});
