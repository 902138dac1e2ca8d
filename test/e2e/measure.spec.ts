// A measure is given days on which it is in force.
import { barriers } from './barriers.ts';
import { drag, middleOf } from './canvas.ts';
import { expect, test } from './fixtures.ts';
import { signInAs } from './people.ts';

test.use({ flags: ['--demo'], contextOptions: { reducedMotion: 'reduce' } });

test('days of a measure that end before they begin are refused at their field, and others are shown with it', async ({
  page,
  server,
  complaints,
}) => {
  await signInAs(page, server.url, 'admin');
  await page.goto('/organisation/nyc');
  await page.getByRole('button', { name: 'Add a measure to Keep New Yorkers safe and well' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Measure', exact: true }).fill('Complaints closed');
  await dialog.getByText('In force all the time').click();
  const [from, until] = ['In force from', 'In force until'].map((name) =>
    dialog.getByRole('textbox', { name, exact: true }),
  );
  await from?.fill('2027-07-01');
  await until?.fill('2027-06-30');
  await until?.press('Tab');
  await dialog.getByRole('button', { name: 'Add measure' }).click();
  await expect(until ?? dialog).toHaveAccessibleDescription(
    /Set the last day later, or the first one earlier/,
  );
  expect(complaints.splice(0)).toEqual([expect.stringMatching(/measures: 422$/)]);
  expect(await barriers(page, { within: '[role="dialog"]' })).toEqual([]);
  await until?.fill('2027-12-31');
  await until?.press('Tab');
  await dialog.getByRole('button', { name: 'Add measure' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('In force from 1 Jul 2027 to 31 Dec 2027')).toBeVisible();
});

test('a point of a standard stops before the next one, and a drag is taken back', async ({
  page,
  server,
}) => {
  await signInAs(page, server.url, 'admin');
  await page.goto('/organisation/dob-plan-review');
  await page
    .getByRole('button', { name: 'Set the standard of Days to the first review of a new building' })
    .click();
  const dialog = page.getByRole('dialog');
  const [meets, exceeds] = ['Meets', 'Exceeds'].map((name) => dialog.getByRole('slider', { name }));
  if (!meets || !exceeds) throw new Error('The standard has no points.');
  const standsAt = async (slider: typeof meets) => Number(await slider.getAttribute('aria-valuenow'));
  await expect(meets).toBeVisible();
  const before = await standsAt(meets);
  const end = await standsAt(exceeds);
  const [from, to] = [await middleOf(meets), await middleOf(exceeds)];
  await drag(page, from, { x: to.x + (to.x - from.x), y: to.y });
  const after = await standsAt(meets);
  expect(after).not.toBe(before);
  expect(Math.sign(end - after)).toBe(Math.sign(end - before));
  await page.keyboard.press('ControlOrMeta+z');
  await expect(meets).toHaveAttribute('aria-valuenow', String(before));
});
