// Cycles as files: pictures that hold them, other notations, templates.
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { canvas, stage } from './canvas.ts';
import { comeAs } from './come.ts';
import { openCopy } from './drafts.ts';
import { expect, keptTest as test } from './fixtures.ts';
import { type DemoPerson, read } from './people.ts';

async function exported(page: Page, format: string | RegExp): Promise<{ name: string; path: string }> {
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: format }).click(),
  ]);
  return { name: download.suggestedFilename(), path: await download.path() };
}

async function open(page: Page, url: string, person: DemoPerson, path: string): Promise<void> {
  const go = await comeAs(page, url, person);
  await go(path);
}

async function importFile(page: Page, url: string, file: { name: string; mimeType: string; buffer: Buffer }) {
  await open(page, url, 'designer', '/cycles');
  await page.getByRole('button', { name: 'Import…' }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('dialog').getByRole('button', { name: 'File' }).click();
  await (await chooser).setFiles(file);
}

interface Document {
  id: string;
  name: string;
}

test('the SVG equals the screen, and gives the cycle back', async ({ page, demo }) => {
  await open(page, demo.url, 'designer', '/cycles/quarterly-okr');
  await expect(stage(page, 'Grade')).toBeVisible();
  const { name, path } = await exported(page, 'Picture (SVG)');
  expect(name).toBe('quarterly-okr.svg');
  const svg = await readFile(path, 'utf8');

  const onScreen = await canvas(page)
    .locator('path[marker-end]')
    .evaluateAll((paths) => paths.map((each) => each.getAttribute('d')));
  const names = await canvas(page)
    .locator('.react-flow__node [title]')
    .evaluateAll((all) => all.map((each) => each.textContent));
  const drawn = await page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
    return {
      fault: parsed.querySelector('parsererror')?.textContent ?? null,
      paths: [...parsed.querySelectorAll('[data-transition] > path')].map((each) => each.getAttribute('d')),
      texts: [...parsed.querySelectorAll('text')].map((each) => each.textContent),
    };
  }, svg);
  expect(drawn.fault).toBeNull();
  expect(drawn.paths.sort()).toEqual(onScreen.sort());
  expect(drawn.texts).toEqual(expect.arrayContaining(names.filter((each) => each && each.length < 16)));
  expect(svg).toContain('@font-face');
  expect(svg.split('</metadata>')[1]).not.toContain('var(--');

  await importFile(page, demo.url, { name, mimeType: 'image/svg+xml', buffer: Buffer.from(svg) });
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('Everything in the file is kept.')).toBeVisible();
  await dialog.getByLabel('Name').fill('From a picture');
  await dialog.getByRole('button', { name: 'Make a draft of it' }).click();
  await expect(stage(page, 'Grade')).toBeVisible();
  const [before, after] = await Promise.all(
    ['quarterly-okr', 'from-a-picture'].map((id) => read<Document>(page, demo.url, `/cycles/${id}`)),
  );
  expect({ ...after, id: before?.id, name: before?.name }).toEqual(before);
});

test('a PNG has twice the size, SCXML says what others pass over, and comes back', async ({ page, demo }) => {
  await open(page, demo.url, 'designer', '/cycles/quarterly-okr');
  await expect(stage(page, 'Grade')).toBeVisible();
  const png = await readFile((await exported(page, 'Picture (PNG)')).path);
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  const svg = await readFile((await exported(page, 'Picture (SVG)')).path, 'utf8');
  expect(png.readUInt32BE(16)).toBe(2 * Number(/ width="(\d+)"/.exec(svg)?.[1]));

  const scxml = await readFile((await exported(page, /^SCXML/)).path, 'utf8');
  const report = page.getByRole('dialog', { name: 'Exported as SCXML' });
  await expect(report.getByText('SCXML has no tasks; others pass over them.')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await importFile(page, demo.url, {
    name: 'okr.scxml',
    mimeType: 'application/xml',
    buffer: Buffer.from(scxml),
  });
  await expect(page.getByRole('dialog').getByLabel('Name')).toHaveValue('Quarterly OKR review');
});

test('a file that is no cycle is refused with what to do', async ({ page, demo }) => {
  await importFile(page, demo.url, {
    name: 'notes.json',
    mimeType: 'application/json',
    buffer: Buffer.from('hello'),
  });
  await expect(page.getByRole('alert')).toContainText('Choose a cycle, SCXML, XState or DMN file.');
});

test('a template with its picture becomes a draft with one press', async ({ page, demo }) => {
  await open(page, demo.url, 'designer', '/cycles');
  await page.getByRole('link', { name: 'Templates' }).click();
  const card = page.getByRole('article', { name: '360 feedback for development' });
  await expect(card.getByRole('img', { name: 'Picture of 360 feedback for development' })).toBeVisible();
  expect(await page.getByRole('article').count()).toBeGreaterThanOrEqual(6);
  await card.getByRole('button', { name: 'Use 360 feedback for development' }).click();
  await expect(stage(page, 'Nominate')).toBeVisible();
  await expect(page.getByText(/No problems/)).toBeVisible();
});

test('the palette knows what can be done on the canvas', async ({ page, demo }) => {
  await open(page, demo.url, 'designer', '/cycles/quarterly-okr');
  await stage(page, 'Grade').click();
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('textbox', { name: 'Go to' }).fill('append');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Append to Grade' }).getByRole('combobox')).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('textbox', { name: 'Go to' }).fill('find a stage');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('search').getByRole('textbox')).toBeFocused();
});

test('three presses lead from the templates to a running plan', async ({ page, demo }) => {
  await open(page, demo.url, 'admin', '/templates');
  const begun = Date.now();
  await page.getByRole('button', { name: 'Launch Quarterly OKR review' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Publish and launch 1 plan' }).click();
  await expect(page.getByText('1 of 1 plan started')).toBeVisible();
  await page.getByRole('link', { name: 'See the plan', exact: true }).click();
  await expect(page).toHaveURL(/\/plans\//);
  await expect(page.getByText('Objectives').first()).toBeVisible();
  console.info(`From the templates to a running plan: ${((Date.now() - begun) / 1000).toFixed(1)} s`);
});

const discount = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="Bonus" namespace="https://example.org">
  <decision id="bonus" name="Bonus">
    <variable name="Bonus" typeRef="number"/>
    <decisionTable hitPolicy="UNIQUE">
      <input><inputExpression typeRef="number"><text>round</text></inputExpression></input>
      <output typeRef="number"/>
      <rule><inputEntry><text>&lt; 3</text></inputEntry><outputEntry><text>100</text></outputEntry></rule>
      <rule><inputEntry><text>&gt;= 3</text></inputEntry><outputEntry><text>50</text></outputEntry></rule>
    </decisionTable>
  </decision>
</definitions>`;

test('decision tables of a DMN file are read in one step, and written again', async ({ page, demo }) => {
  await openCopy(page, demo.url, 'quarterly-okr');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Read decision tables…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Read decision tables' });
  const chooser = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: 'DMN file' }).click();
  await (await chooser).setFiles({
    name: 'bonus.dmn',
    mimeType: 'application/xml',
    buffer: Buffer.from(discount),
  });
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Bonus, new' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Take the decision' }).click();
  await page.getByRole('button', { name: 'Open the decision Bonus' }).click();
  const grid = page.getByRole('grid', { name: 'Rules of Bonus' });
  await expect(grid.getByRole('row')).toHaveCount(3);
  await expect(grid.getByRole('gridcell', { name: '< 3' })).toBeVisible();
  await page.keyboard.press('Escape');
  const dmn = await readFile((await exported(page, 'Decision tables (DMN)')).path, 'utf8');
  expect(dmn).toContain('<text>100</text>');
  await page.getByRole('button', { name: 'Undo (Ctrl+Z)' }).click();
  await expect(page.getByRole('button', { name: 'Open the decision Bonus' })).toHaveCount(0);
});

test('a cycle is written as JSON, XState and Mermaid, and read from the first two', async ({
  page,
  demo,
}) => {
  await openCopy(page, demo.url, 'quarterly-okr');
  await expect(stage(page, 'Grade')).toBeVisible();
  const mermaid = await readFile((await exported(page, /Mermaid/)).path, 'utf8');
  expect(mermaid).toContain('stateDiagram-v2');
  await page.keyboard.press('Escape');
  for (const [format, name, mimeType] of [
    ['Cycle document (JSON)', 'own.json', 'application/json'],
    [/XState/, 'machine.json', 'application/json'],
  ] as const) {
    await openCopy(page, demo.url, 'quarterly-okr');
    const buffer = await readFile((await exported(page, format)).path);
    await importFile(page, demo.url, { name, mimeType, buffer });
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill(`From ${name}`);
    await dialog.getByRole('button', { name: 'Make a draft of it' }).click();
    // A machine has no places: its layout is made first.
    await expect(stage(page, 'Grade')).toBeVisible({ timeout: 60_000 });
  }
});
