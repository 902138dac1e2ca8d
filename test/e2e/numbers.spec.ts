// Numbers as a person gives them: key by key, with the decimals that a page’s language writes.
import { expect, test } from './fixtures.ts';
import { read, signInAs } from './people.ts';

test.use({ flags: ['--demo'], contextOptions: { reducedMotion: 'reduce' } });

test('a figure and a priority have the decimals that are typed', async ({ page, server: { url } }) => {
  await signInAs(page, url, 'admin');
  const { items } = await read<{ items: { id: string; componentId: string }[] }>(
    page,
    url,
    '/plans?limit=200',
  );
  const plan = items.find(({ componentId }) => componentId === 'dob-plan-review')?.id;
  await page.goto(`/plans/${plan}`);
  await page.getByRole('button', { name: 'Record an observation' }).click();
  const value = page.getByRole('dialog').getByRole('textbox', { name: 'Value' });
  await value.pressSequentially('41.05');
  await expect(value).toHaveValue(/^41\.05/);
  await value.press('ControlOrMeta+a');
  await value.pressSequentially('-0.5');
  await expect(value).toHaveValue(/^-0\.5/);

  await signInAs(page, url, 'manager');
  await page.goto('/inbox?q=prioritise');
  await page.getByRole('link', { name: /Tax refunds/ }).click();
  const priority = page.getByRole('textbox', { name: 'Priority' });
  await priority.press('ControlOrMeta+a');
  await priority.pressSequentially('2.25');
  await expect(priority).toHaveValue('2.25');
  await expect(page.getByText(/^Draft saved/)).toBeVisible();
  await page.reload();
  await expect(priority).toHaveValue('2.25');
  await priority.press('ControlOrMeta+a');
  await priority.press('Backspace');
  await expect(priority).toHaveValue('');
  await priority.press('Tab');
  await expect(priority).toHaveValue('0');
});

test.describe('in German', () => {
  test.use({ locale: 'de-DE' });

  test('a comma and a point begin the decimals, and the comma is shown', async ({
    page,
    server: { url },
  }) => {
    await signInAs(page, url, 'manager');
    await page.goto('/inbox?q=prioritise');
    await page.getByRole('link', { name: /Tax refunds/ }).click();
    const priority = page.getByRole('textbox', { name: 'Priorität' });
    for (const typed of ['2,25', '3.05']) {
      await priority.press('ControlOrMeta+a');
      await priority.pressSequentially(typed);
      await expect(priority).toHaveValue(typed.replace('.', ','));
    }
    await priority.press('Tab');
    await expect(priority).toHaveValue('3,05');
  });
});
