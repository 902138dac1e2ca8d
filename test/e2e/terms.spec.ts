// What a cycle says beside its drawing is set in its panel: whose view a task collects, who reads it and when, what its
// ratings mean, how long things are kept, and which warnings it lives with.
import type { Page } from '@playwright/test';
import type { Cycle } from '../../engine/index.ts';
import { barriers } from './barriers.ts';
import { canvas, details, stage } from './canvas.ts';
import { openCopy } from './drafts.ts';
import { expect, keptTest as test } from './fixtures.ts';
import { read } from './people.ts';

const plain = ({ schema, id }: Cycle): Cycle => ({
  schema,
  id,
  name: 'Feedback of peers',
  initial: 'collect',
  stages: {
    collect: {
      name: 'Collect',
      tasks: {
        ask: { title: 'Ask the peers', assignee: 'peers(4)', form: 'feedback', due: 'P10D' },
      },
      on: { 'task.ask.completed': [{ to: 'calibrate' }] },
    },
    calibrate: {
      name: 'Calibrate',
      tasks: {
        settle: { title: 'Settle', assignee: 'role:hr', form: 'calibration', due: 'P10D' },
      },
      on: { 'task.settle.completed': [{ to: 'end' }] },
    },
    end: { type: 'final', name: 'Closed', outcome: 'met' },
  },
  layout: { collect: { x: 0, y: 0 }, calibrate: { x: 400, y: 0 }, end: { x: 800, y: 0 } },
});

async function choose(page: Page, field: string, option: string): Promise<void> {
  await details(page).getByRole('combobox', { name: field }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

const saved = (page: Page, url: string): Promise<Cycle> =>
  read<Cycle>(page, url, new URL(page.url()).pathname);

test('whose view a task collects, who reads it, and how long it takes are set at the task', async ({
  page,
  demo,
}) => {
  await openCopy(page, demo.url, 'quarterly-okr', plain);
  await stage(page, 'Collect').click();
  const panel = details(page);
  await panel.getByText('Whose view it is').click();
  await choose(page, 'Those who are asked answer as', 'Peers');
  const threshold = panel.getByLabel('Shown from so many answers');
  await expect(threshold).toHaveValue('3');
  await threshold.fill('2');
  await expect(panel.getByText('Give a whole number from 3 to 100.')).toBeVisible();
  await threshold.fill('4');
  await panel.getByLabel('Answers that are expected').fill('5');
  await panel.getByText('Who reads it, and how long it takes').click();
  await panel.getByRole('switch', { name: /^Others see what is given/ }).press('Space');
  await panel.getByLabel('Minutes that it takes').fill('20');
  await panel.getByRole('switch', { name: /^From here on ratings are told/ }).press('Space');
  expect(await barriers(page)).toEqual([]);
  await expect
    .poll(async () => (await saved(page, demo.url)).stages.collect)
    .toMatchObject({
      released: true,
      tasks: {
        ask: { raters: { group: 'peer', threshold: 4, expected: 5 }, sealed: true, minutes: 20 },
      },
    });

  await stage(page, 'Calibrate').click();
  await panel.getByText('Shares to compare with').click();
  await panel.getByLabel('Exceeds, in %').fill('20');
  await expect
    .poll(async () => (await saved(page, demo.url)).stages.calibrate)
    .toMatchObject({ tasks: { settle: { distribution: { shares: { exceeds: 0.2 }, forced: false } } } });
});

test('what a cycle says of itself is set where nothing is selected', async ({ page, demo }) => {
  await openCopy(page, demo.url, 'quarterly-okr', plain);
  const panel = details(page);
  await choose(page, 'Who goes through it', 'Employee');
  await page.keyboard.press('Escape');
  await panel.getByText('Levels of its ratings').click();
  await panel.getByRole('button', { name: 'Below, meets and exceeds' }).click();
  await panel.getByRole('group', { name: 'Level exceeds' }).getByLabel('Name').fill('Outstanding');
  await panel.getByText('How long it is kept').click();
  await panel.getByLabel('Single answers of raters').fill('90 days');
  await expect
    .poll(async () => saved(page, demo.url))
    .toMatchObject({
      subjects: ['employee'],
      scale: [{ level: 'below' }, { level: 'meets' }, { level: 'exceeds', name: 'Outstanding' }],
      retention: { answers: 'P90D' },
    });
  expect(await barriers(page)).toEqual([]);
});

test('a warning that a cycle lives with becomes a note with its reason, and can come back', async ({
  page,
  demo,
}) => {
  await openCopy(page, demo.url, 'quarterly-okr', plain);
  const problems = page.getByRole('region', { name: 'Problems' });
  await problems.getByRole('button', { expanded: false }).click();
  const live = problems.getByRole('button', { name: 'Live with CYC-17…' }).first();
  await live.press('Enter');
  const accept = page.getByRole('button', { name: 'Accept', exact: true });
  await expect(accept).toBeDisabled();
  await page.getByLabel('Why that is right here').fill('Four peers know each other');
  await accept.press('Enter');
  await expect(live).toHaveCount(0);
  await expect(problems.getByText(/Accepted: Four peers know each other/)).toBeVisible();
  await canvas(page).click({ position: { x: 12, y: 12 } });
  const reason = details(page).getByLabel('Why CYC-17 is accepted');
  await expect(reason).toHaveValue('Four peers know each other');
  await details(page).getByRole('button', { name: 'Accept CYC-17 no longer' }).press('Enter');
  await expect(live).toBeVisible();
});
