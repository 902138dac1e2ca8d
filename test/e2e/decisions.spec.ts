// Decision tables: opened from the cycle's details, written like a spreadsheet, proved while they are written, tried.
import type { Page } from '@playwright/test';
import type { Cycle } from '../../engine/index.ts';
import { barriers } from './barriers.ts';
import { details } from './canvas.ts';
import { openCopy } from './drafts.ts';
import { expect, keptTest as test } from './fixtures.ts';
import { read } from './people.ts';
import { inScheme, schemes, widths } from './screens.ts';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'What follows from results and methods' });
const columns = ['Results', 'Methods', 'What follows', 'Why'];
const cell = (page: Page, rule: number, column: number | string) =>
  dialog(page)
    .getByRole('row')
    .nth(rule)
    .getByRole('gridcell')
    .nth(typeof column === 'number' ? column : columns.indexOf(column));
const rules = (page: Page) => dialog(page).getByRole('rowheader');
const findings = (page: Page) => dialog(page).getByRole('region', { name: 'Problems of the table' });

const graveFaults = (page: Page) => barriers(page, { within: '[role="dialog"]' });

async function openTable(page: Page, url: string): Promise<void> {
  await openCopy(page, url, 'organisation-loop');
  await details(page)
    .getByRole('button', { name: 'Open the decision What follows from results and methods' })
    .click();
  await expect(dialog(page)).toBeVisible();
}

test('a table is written with the keyboard alone, and each change is one step back', async ({
  page,
  demo,
}) => {
  await openTable(page, demo.url);
  await expect(rules(page)).toHaveCount(4);
  await cell(page, 1, 'Results').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await expect(cell(page, 2, 'Methods')).toBeFocused();
  await page.keyboard.type('"be');
  await page.keyboard.press('Escape');
  await expect(cell(page, 2, 'Methods')).toHaveText('"below"');
  await expect(cell(page, 2, 'Methods')).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(rules(page)).toHaveCount(5);
  await expect(cell(page, 3, 'Results')).toBeFocused();
  await page.keyboard.type('"exceeds"');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('"exceeds"');
  await page.keyboard.press('Tab');
  await page.keyboard.type('"reward"');
  await page.keyboard.press('Enter');
  await expect(cell(page, 3, 'Methods')).toHaveText('"exceeds"');
  await expect(cell(page, 4, 'What follows')).toBeFocused();
  await expect(findings(page)).toContainText('The rules 3 and 5 both match');

  await page.keyboard.press('Alt+ArrowUp');
  await expect(dialog(page).getByRole('status').last()).toHaveText('Rule 4 is now rule 3.');
  for (let step = 0; step < 5; step++) await page.keyboard.press('Control+z');
  await expect(rules(page)).toHaveCount(4);
  await expect(findings(page)).toContainText('No problems');
});

test('a block from a spreadsheet is pasted in one step, and copied back', async ({ page, demo, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openTable(page, demo.url);
  await cell(page, 4, 'Results').click();
  const block =
    '"meets"\t"meets"\t"reward"\tone\n"exceeds"\t"meets"\t"reward"\ttwo\n-\t"exceeds"\t"reward"\tthree';
  await page.evaluate((text) => navigator.clipboard.writeText(text), block);
  await page.keyboard.press('Control+v');
  await expect(rules(page)).toHaveCount(6);
  await expect(cell(page, 6, 'Why')).toHaveText('three');
  await expect(dialog(page).getByRole('status').last()).toHaveText('3 lines pasted.');
  await cell(page, 4, 'Results').click();
  await cell(page, 6, 'Why').click({ modifiers: ['Shift'] });
  await page.keyboard.press('Control+c');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(block);
  await page.keyboard.press('Control+z');
  await expect(rules(page)).toHaveCount(4);
});

test('what no rule covers is shown, tried and made a rule', async ({ page, demo }) => {
  await openTable(page, demo.url);
  await dialog(page)
    .getByRole('button', { name: /^Rule 2/ })
    .click();
  await page.getByRole('menuitem', { name: 'Remove the rule' }).click();
  await expect(findings(page)).toContainText(
    'No rule matches when Results is "meets" and Methods is "below"',
  );
  await findings(page).getByRole('button', { name: 'Try these values' }).click();
  const trying = dialog(page).getByRole('region', { name: 'Try the table' });
  await expect(trying.getByRole('status')).toHaveText('No rule matches; it gives nothing');
  await findings(page).getByRole('button', { name: 'Add this rule' }).click();
  await expect(cell(page, 4, 'What follows')).toBeFocused();
  await page.keyboard.type('"nonsense"');
  await page.keyboard.press('Enter');
  await expect(cell(page, 4, 'What follows')).toHaveAttribute('aria-invalid', 'true');
  await findings(page)
    .getByRole('button', { name: /does not fit/ })
    .click();
  await expect(cell(page, 4, 'What follows')).toBeFocused();
  await page.keyboard.type('"intervene"');
  await page.keyboard.press('Enter');
  await expect(trying.getByRole('status')).toHaveText('Rule 4 matches; it gives intervene');
  await expect(dialog(page).getByRole('rowheader', { name: 'Rule 4, matches' })).toBeVisible();
  await expect(findings(page)).toContainText('No problems');
});

test('columns are added, named, typed, moved and removed', async ({ page, demo }) => {
  await openTable(page, demo.url);
  await dialog(page).getByRole('button', { name: 'Add an input' }).click();
  await dialog(page)
    .getByRole('button', { name: /^Input New input/ })
    .click();
  const column = page.getByRole('dialog').last();
  await column.getByLabel('Called').fill('Points');
  await column.getByRole('combobox', { name: 'Type' }).click();
  await page.getByRole('option', { name: 'number' }).click();
  await column.getByLabel('Allowed values').fill('[0..120]');
  await column.getByRole('button', { name: 'Move left' }).click();
  const heads = dialog(page).getByRole('columnheader');
  await expect(heads.nth(2)).toContainText('Points');
  await cell(page, 1, 1).click();
  await page.keyboard.type('"many"');
  await page.keyboard.press('Enter');
  await expect(cell(page, 1, 1)).toHaveAttribute('aria-invalid', 'true');
  await dialog(page)
    .getByRole('button', { name: /^Input Points/ })
    .click();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(heads).toHaveCount(5);
  await expect(findings(page)).toContainText('No problems');
});

test('a problem of a cell leads from the list of the cycle into the table', async ({ page, demo }) => {
  await openTable(page, demo.url);
  await cell(page, 3, 'Methods').click();
  await page.keyboard.type('> 12');
  await page.keyboard.press('Enter');
  await dialog(page).getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: /^\d+ errors?/ }).click();
  await page
    .getByRole('button', { name: /Text cannot be compared with a number/ })
    .first()
    .click();
  await expect(cell(page, 3, 'Methods')).toBeFocused();
});

test('a new table is begun, renamed and removed', async ({ page, demo }) => {
  await openCopy(page, demo.url, 'quarterly-okr');
  await details(page).getByText('Decisions', { exact: true }).click();
  await details(page).getByRole('button', { name: 'Add a decision table' }).click();
  const table = page.getByRole('dialog');
  await expect(table.getByRole('grid', { name: 'Rules of decision' })).toBeVisible();
  await table.getByLabel('Name in expressions').fill('next act');
  await expect(table.getByRole('grid', { name: 'Rules of next act' })).toBeVisible();
  await table.getByRole('button', { name: 'Close' }).click();
  await details(page).getByRole('button', { name: 'Remove the decision next act' }).click();
  await expect(details(page).getByRole('button', { name: /^Open the decision/ })).toHaveCount(0);
});

test('a table can be used on a narrow screen, and axe finds nothing in it', async ({ page, demo }) => {
  await openTable(page, demo.url);
  for (const scheme of schemes) {
    await inScheme(page, scheme);
    expect(await graveFaults(page)).toEqual([]);
  }
  await page.setViewportSize(widths.narrow);
  await page.getByRole('button', { name: 'Details' }).click();
  await details(page)
    .or(page.getByRole('dialog'))
    .getByRole('button', { name: /^Open the decision What/ })
    .click();
  await cell(page, 1, 'Results').click();
  await page.keyboard.type('"meets"');
  await page.keyboard.press('Enter');
  await expect(cell(page, 1, 'Results')).toHaveText('"meets"');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(widths.narrow.width);
});

test('a decision with another name is called so in every expression, and undo brings all of it back', async ({
  page,
  demo,
}) => {
  await openTable(page, demo.url);
  const name = dialog(page).getByLabel('Name in expressions');
  const before = await name.inputValue();
  const uses = async (word: string): Promise<number> => {
    const cycle = await read<Cycle>(page, demo.url, new URL(page.url()).pathname);
    return JSON.stringify(cycle.stages).split(word).length - 1;
  };
  const count = await uses(before);
  expect(count).toBeGreaterThan(0);
  await name.fill('next step');
  await expect.poll(() => uses('next step')).toBe(count);
  expect(await uses(before)).toBe(0);
  await name.fill('round');
  await expect(name).toHaveAttribute('aria-invalid', 'true');
  await name.fill('next step');
  await dialog(page).getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => uses(before)).toBe(count);
});

test('a named type is renamed with all that names it, allows what it says, and is missed where it was used', async ({
  page,
  demo,
}) => {
  await openTable(page, demo.url);
  const saved = () => read<Cycle>(page, demo.url, new URL(page.url()).pathname);
  const inputTypes = async () => {
    const logic = (await saved()).decisions?.consequence?.logic;
    return logic?.kind === 'table' ? logic.inputs.map(({ type }) => type) : [];
  };
  const types = page.getByRole('dialog', { name: 'Named types' });
  await dialog(page)
    .getByRole('button', { name: /^Input Results/ })
    .click();
  await page.getByRole('button', { name: 'What rating allows…' }).click();
  await expect(types.getByText('Used 2 times: What follows from results and methods.')).toBeVisible();
  const name = types.getByRole('textbox', { name: 'Name', exact: true });
  await name.fill('number');
  await expect(name).toHaveAttribute('aria-invalid', 'true');
  await name.fill('level of work');
  await expect.poll(inputTypes).toEqual(['level of work', 'level of work']);
  await page.keyboard.press('Tab');
  await types.getByRole('combobox', { name: 'Allowed values' }).pressSequentially('far above');
  await page.keyboard.press('Enter');
  await expect
    .poll(async () => (await saved()).types)
    .toEqual({ 'level of work': { type: 'string', allowed: '"below", "meets", "exceeds", "far above"' } });
  await page.keyboard.press('Escape');
  await expect(types).toBeHidden();
  await expect(findings(page)).toContainText('No rule matches when Results is "far above"');

  await dialog(page).getByRole('button', { name: 'Types…' }).click();
  await types.getByRole('button', { name: 'Remove the type' }).click();
  await expect(types.getByRole('status')).toContainText('2 places that name it are problems now');
  await types.getByRole('button', { name: 'Close' }).click();
  await expect(findings(page)).toContainText('There is no type "level of work"');
  for (let step = 0; step < 3; step++) await dialog(page).getByRole('button', { name: 'Undo' }).click();
  await expect.poll(inputTypes).toEqual(['rating', 'rating']);
  await expect(findings(page)).toContainText('No problems');
});

test('a cell offers the values of its column, names and functions, and says what is wrong while it is typed', async ({
  page,
  demo,
}) => {
  await openTable(page, demo.url);
  const offers = page.getByRole('listbox', { name: 'What could come next' });
  await cell(page, 1, 'Methods').click();
  await page.keyboard.type('m');
  await expect(offers.getByRole('option').first()).toContainText('"meets"');
  await page.keyboard.press('ArrowDown');
  await expect(offers.getByRole('option', { selected: true })).toContainText('"meets"');
  await page.keyboard.press('Tab');
  await expect(cell(page, 1, 'Methods')).toHaveText('"meets"');
  await expect(cell(page, 1, 'What follows')).toBeFocused();

  await page.keyboard.type('if rou');
  await offers.getByRole('option', { name: 'round a number' }).click();
  await page.keyboard.type(' > 1 then "reward" else "nothing"');
  await expect(offers).toBeHidden();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('"nothing"');
  await expect(page.getByText(/"nothing" does not fit/)).toBeVisible();
  await expect(cell(page, 1, 'What follows').getByRole('combobox')).toHaveAttribute('aria-invalid', 'true');
  expect(await graveFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(cell(page, 1, 'What follows')).toHaveText('"intervene"');

  await page.keyboard.press('Shift+Tab');
  await page.keyboard.type('"meets", ');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(cell(page, 1, 'Methods')).toHaveText('"meets", "exceeds"');
  await expect(cell(page, 2, 'Methods')).toBeFocused();
});
