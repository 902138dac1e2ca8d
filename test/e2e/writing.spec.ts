// Writing in the details panel: expressions with completion and a value at once, lengths of time in words, people by
// relation, forms from fields.
import type { Locator, Page } from '@playwright/test';
import { barriers } from './barriers.ts';
import { details, stage, transition } from './canvas.ts';
import { openCopy } from './drafts.ts';
import { expect, keptTest as test } from './fixtures.ts';
import { inScheme, schemes, widths } from './screens.ts';

async function openStage(page: Page, url: string, name: string): Promise<Locator> {
  await openCopy(page, url, 'quarterly-okr');
  // The view may still be settling when the stage is there, and a press then meets the ground.
  await expect(async () => {
    await stage(page, name).click();
    await expect(stage(page, name)).toHaveClass(/\bselected\b/, { timeout: 2_000 });
  }).toPass();
  return details(page);
}

async function openGuard(page: Page, url: string): Promise<Locator> {
  await openCopy(page, url, 'organisation-loop');
  await transition(page, 'Prioritise goals', 'Cascade goals').first().focus();
  await page.keyboard.press('Enter');
  const guard = details(page).getByRole('combobox', { name: 'Only if (guard)' });
  await expect(guard).toBeVisible();
  return guard;
}

const value = (page: Page) => details(page).getByRole('status', { name: 'Value for the sample plan' });

test('an expression is completed from names with types and functions with parameters', async ({
  page,
  demo,
}) => {
  const guard = await openGuard(page, demo.url);
  await guard.fill('');
  await guard.pressSequentially('coun');
  const list = details(page).getByRole('listbox', { name: 'What could come next' });
  await expect(list.getByRole('option')).toHaveText([/^count\(list\)a number/]);
  await page.keyboard.press('Tab');
  await expect(guard).toHaveValue('count(');
  await page.keyboard.type('component.');
  await expect(list.getByRole('option', { name: /^managerId text/ })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(guard).toHaveAttribute('aria-activedescendant', /-1$/);
  await page.keyboard.press('Enter');
  await expect(guard).toHaveValue('count(component.name');
  await page.keyboard.type(' = conse');
  await expect(list).toContainText('What follows from results and methods');
  await page.keyboard.press('Escape');
  await expect(list).toHaveCount(0);
  await expect(guard).toBeFocused();
});

test('an expression shows its type and its value for a component of choice while it is written', async ({
  page,
  demo,
}) => {
  const guard = await openGuard(page, demo.url);
  await guard.fill('consequence = "reward"');
  await expect(details(page).getByText('Gives true or false')).toBeVisible();
  await expect(value(page)).toHaveText('For A sample team today: true');
  await details(page).getByRole('button', { name: 'Try another plan' }).click();
  const sample = details(page).getByRole('group', { name: 'The sample plan' });
  await sample.getByRole('combobox', { name: 'Component' }).click();
  await page.getByRole('option').first().click();
  const component = await sample.getByRole('combobox', { name: 'Component' }).inputValue();
  await sample.getByRole('combobox', { name: 'Its last appraisal' }).click();
  await page.getByRole('option', { name: 'Below' }).click();
  await expect(value(page)).toHaveText(`For ${component} today: false`);
  await details(page).getByRole('button', { name: 'Done' }).click();
  await guard.fill('component.name');
  await expect(value(page)).toHaveText(`For ${component} today: "${component}"`);
  await guard.fill('component.name =');
  await expect(details(page).getByText('Not an expression yet')).toBeVisible();
  await expect(value(page)).toBeEmpty();
});

test('a length of time is typed and shown in words', async ({ page, demo }) => {
  const panel = await openStage(page, demo.url, 'Align');
  const due = panel.getByLabel('Due after').first();
  await due.fill('3 weeks');
  await expect(panel.getByText('3 weeks after the stage begins · P3W')).toBeVisible();
  await due.fill('12 working days after the stage begins');
  await due.press('Tab');
  await expect(due).toHaveValue('12 working days');
  await expect(panel.getByText('12 working days after the stage begins · 12bd')).toBeVisible();
  const remind = panel.getByLabel('Remind').first();
  await remind.fill('2 working days before');
  await remind.press('Enter');
  await expect(panel.getByText('2 working days before', { exact: true })).toBeVisible();
  await due.fill('soon');
  await expect(due).toHaveAttribute('aria-invalid', 'true');
});

test('a relation says who it would be today for a component', async ({ page, demo }) => {
  const panel = await openStage(page, demo.url, 'Align');
  const task = panel.getByRole('group', { name: /^Task / }).first();
  await task.getByRole('button', { name: 'Who would this be today?' }).first().click();
  await task.getByRole('combobox', { name: 'Component' }).click();
  await page.getByRole('option').nth(1).click();
  const answer = task.getByRole('status').filter({ hasText: 'today this would be' }).first();
  await expect(answer).toHaveText(/^For .+, today this would be [A-Z]\w+ [A-Z]/);
  const before = await answer.textContent();
  await task.getByLabel('Who does it').fill('if round > 1 then "owner" else "role:hr"');
  await expect(answer).not.toHaveText(before ?? '');
  await expect(answer).toHaveText(/^For .+, today this would be [A-Z]/);
  await task.getByLabel('Who does it').fill('"boss"');
  await expect(answer).toContainText('nobody: it gives no relation.');
});

async function openBuilder(page: Page, url: string): Promise<Locator> {
  return buildForm(page, await openStage(page, url, 'Align'));
}

async function buildForm(page: Page, panel: Locator): Promise<Locator> {
  const task = panel.getByRole('group', { name: /^Task / }).first();
  await task.getByRole('combobox', { name: 'Form' }).click();
  await page.getByRole('option', { name: 'A form of its own' }).click();
  await task.getByRole('button', { name: 'Build the form' }).click();
  return page.getByRole('dialog', { name: /^Form of/ });
}

test('a form is built from fields beside the form itself', async ({ page, demo }) => {
  const builder = await openBuilder(page, demo.url);
  const preview = builder.getByRole('region', { name: 'Preview' });
  const add = async (kind: string) => {
    await builder.getByRole('button', { name: 'Add a field' }).click();
    await page.getByRole('menuitem', { name: kind, exact: true }).click();
  };
  await add('One of a few');
  const first = builder.getByRole('group', { name: /^Field / }).first();
  await first.getByLabel('Question').fill('How sure are you?');
  await first.getByLabel('Name in expressions').fill('sure');
  await first.getByLabel('Has to be answered').check();
  await expect(preview.getByRole('combobox', { name: 'How sure are you?' })).toBeVisible();
  await expect(preview.getByRole('status')).toContainText('This answer cannot be sent yet.');
  await preview.getByRole('combobox', { name: 'How sure are you?' }).click();
  await page.getByRole('option', { name: 'Second' }).click();
  await expect(preview.getByRole('status')).toContainText(
    'This answer can be sent.result = {"sure":"Second"}',
  );

  await add('Whole number');
  await builder.getByRole('button', { name: 'Move Whole number up' }).focus();
  await page.keyboard.press('Enter');
  await expect(preview.getByRole('textbox').first()).toHaveAccessibleName('Whole number (optional)');
  await preview.getByLabel('Whole number (optional)').fill('1.5');
  await expect(preview.getByRole('status')).toContainText('This answer cannot be sent yet.');
  await builder.getByRole('button', { name: 'Remove Whole number' }).click();
  await page.keyboard.press('Control+z');
  await expect(preview.getByLabel('Whole number (optional)')).toBeVisible();
});

test('the builder is usable on a narrow screen, and axe finds nothing grave', async ({ page, demo }) => {
  const builder = await openBuilder(page, demo.url);
  await builder.getByRole('button', { name: 'Add a field' }).click();
  await page.getByRole('menuitem', { name: 'Short text' }).click();
  for (const scheme of schemes) {
    await inScheme(page, scheme);
    expect(await barriers(page, { within: '[role="dialog"]' })).toEqual([]);
  }
  await page.setViewportSize(widths.narrow);
  await openStage(page, demo.url, 'Objectives');
  await page.getByRole('button', { name: 'Details' }).click();
  const narrow = await buildForm(page, page.getByRole('dialog', { name: 'Details' }));
  await narrow.getByRole('button', { name: 'Add a field' }).click();
  await page.getByRole('menuitem', { name: 'Yes or no' }).click();
  await expect(narrow.getByRole('switch', { name: 'Yes or no (optional)' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(widths.narrow.width);
});
