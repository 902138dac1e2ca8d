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

test('thousands are typed and pasted as the language writes them', async ({ page, server: { url } }) => {
  await signInAs(page, url, 'manager');
  await page.goto('/inbox?q=prioritise');
  await page.getByRole('link', { name: /Tax refunds/ }).click();
  const priority = page.getByRole('textbox', { name: 'Priority' });
  for (const [typed, kept] of [
    ['1,234.5', '1234.5'],
    ['1,200', '1200'],
    ['1,234,567', '1234567'],
    ['2,5', '2.5'],
    ['0,125', '0.125'],
    ['1.234', '1.234'],
  ] as const) {
    await priority.press('ControlOrMeta+a');
    await priority.pressSequentially(typed);
    await priority.press('Tab');
    await expect(priority).toHaveValue(kept);
  }
  await priority.evaluate((field: HTMLInputElement) => {
    field.focus();
    field.select();
    const clipboardData = new DataTransfer();
    clipboardData.setData('text', '1,234.5');
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(priority).toHaveValue('1234.5');
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
    await priority.press('ControlOrMeta+a');
    await priority.pressSequentially('1.234,5');
    await priority.press('Tab');
    await expect(priority).toHaveValue('1234,5');
  });
});
