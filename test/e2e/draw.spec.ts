// Drawing by pointer and by key: a stage lands where it is let go, is named in place, and every change is one step.
import type { Locator, Page } from '@playwright/test';
import type { Cycle } from '../../engine/index.ts';
import { boxOf, canvas, details, drag, middleOf, onCanvas, stage, transition } from './canvas.ts';
import { openCopy } from './drafts.ts';
import { expect, keptTest as test } from './fixtures.ts';

const gridStep = 8;

/** One stage with a way on, a loop and a guard, and room around it. */
const small = ({ schema, id }: Cycle): Cycle => ({
  schema,
  id,
  name: 'Small',
  initial: 'agree',
  stages: {
    agree: {
      name: 'Agree',
      tasks: {
        'agree-plan': { title: 'Agree the plan', assignee: 'manager', form: 'plan-agreement', due: 'P10D' },
      },
      on: {
        'task.agree-plan.completed': [
          { to: 'watch', guard: 'result.decision = "agreed" and count(goals) > 0 and round < 4' },
          { to: 'agree' },
        ],
      },
    },
    watch: { name: 'Watch', after: [{ delay: 'P30D', to: 'end' }] },
    end: { type: 'final', name: 'Closed', outcome: 'met' },
  },
  layout: { agree: { x: 0, y: 0 }, watch: { x: 480, y: 0 }, end: { x: 960, y: 0 } },
});

async function openSmall(page: Page, url: string): Promise<void> {
  await openCopy(page, url, 'quarterly-okr', small);
  await page.keyboard.press('1');
  await expect(stage(page, 'Closed')).toBeInViewport({ ratio: 0.99 });
}

const said = (page: Page, words: string | RegExp): Locator =>
  page.getByRole('status').filter({ hasText: words });
const selected = (page: Page): Locator => canvas(page).locator('.react-flow__node.selected');
const nameField = (page: Page): Locator => canvas(page).getByRole('textbox', { name: /^Name of/ });
const undo = (page: Page): Locator => page.getByRole('button', { name: 'Undo (Ctrl+Z)' });

test('a stage that is dragged from the palette lies where it was let go, selected, its name to be typed', async ({
  page,
  demo,
}) => {
  await openSmall(page, demo.url);
  const to = await onCanvas(page, { x: 0.5, y: 0.75 });
  await drag(page, await middleOf(page.getByRole('button', { name: 'Add Measure', exact: true })), to);
  await expect(nameField(page)).toBeFocused();
  await expect(nameField(page)).toHaveValue('Measure');
  await expect(selected(page)).toHaveCount(1);
  const middle = await middleOf(stage(page, 'Measure'));
  expect(Math.abs(middle.x - to.x)).toBeLessThanOrEqual(gridStep);
  expect(Math.abs(middle.y - to.y)).toBeLessThanOrEqual(gridStep);
  await page.keyboard.press('Escape');
  await expect(stage(page, 'Measure')).toBeFocused();
  await undo(page).click();
  await expect(stage(page, 'Measure')).toHaveCount(0);
  await expect(undo(page)).toBeDisabled();
});

test('five keys append a stage that is connected and has the focus', async ({ page, demo }) => {
  await openSmall(page, demo.url);
  await stage(page, 'Agree').focus();
  await page.keyboard.press('ArrowRight');
  await expect(stage(page, 'Watch')).toBeFocused();
  for (const key of ['a', 'a', 'p', 'p', 'Enter']) await page.keyboard.press(key);
  await expect(stage(page, 'Appraise')).toBeFocused();
  await expect(transition(page, 'Watch', 'Appraise')).toBeVisible();
  await expect(said(page, 'Appraise added.')).toBeAttached();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(stage(page, 'Appraise')).toHaveCount(0);
  await expect(undo(page)).toBeDisabled();
});

test('a line that is let go over nothing asks for the stage to put there', async ({ page, demo }) => {
  await openSmall(page, demo.url);
  await stage(page, 'Watch').hover();
  const { x, y, width, height } = await boxOf(stage(page, 'Watch'));
  const to = await onCanvas(page, { x: 0.5, y: 0.8 });
  await drag(page, { x: x + width, y: y + height / 2 }, to);
  const picker = page.getByRole('dialog', { name: 'Append to Watch' });
  await expect(picker.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('rew');
  await page.keyboard.press('Enter');
  await expect(transition(page, 'Watch', 'Reward')).toBeVisible();
  const middle = await middleOf(stage(page, 'Reward'));
  expect(Math.abs(middle.x - to.x)).toBeLessThanOrEqual(gridStep);
  expect(Math.abs(middle.y - to.y)).toBeLessThanOrEqual(gridStep);
});

test('a stage is renamed in its place, and a name that stands beside it is refused', async ({
  page,
  demo,
}) => {
  await openSmall(page, demo.url);
  const ways = [
    () => stage(page, 'Watch').dblclick(),
    () => stage(page, 'Watch').press('F2'),
    () => stage(page, 'Watch').press('Enter'),
  ];
  for (const start of ways) {
    await stage(page, 'Watch').click();
    await start();
    await expect(nameField(page)).toBeFocused();
    await nameField(page).fill('Something else');
    await page.keyboard.press('Escape');
    await expect(nameField(page)).toHaveCount(0);
    await expect(stage(page, 'Watch')).toBeFocused();
  }
  await expect(undo(page)).toBeDisabled();

  await stage(page, 'Watch').press('F2');
  await nameField(page).fill('Agree');
  await page.keyboard.press('Enter');
  await expect(canvas(page).getByRole('alert')).toContainText('Agree');
  await expect(nameField(page)).toHaveAttribute('aria-invalid', 'true');
  await nameField(page).fill('Look on');
  await page.keyboard.press('Enter');
  await expect(stage(page, 'Look on')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(stage(page, 'Watch')).toBeVisible();
  await expect(undo(page)).toBeDisabled();
});

test('a label says what is waited for, the guard and the delay, all of it on hover, and opens its fields', async ({
  page,
  demo,
}) => {
  await openSmall(page, demo.url);
  const guarded = transition(page, 'Agree', 'Watch');
  await expect(guarded).toContainText('[result.decision = "agreed" and count(goals) > 0 and round < 4]');
  await expect(guarded).toHaveAttribute(
    'title',
    'task.agree-plan.completed [result.decision = "agreed" and count(goals) > 0 and round < 4] → Watch',
  );
  await expect(transition(page, 'Watch', 'Closed')).toContainText('after 30 days');
  const stages = await Promise.all(['Agree', 'Watch', 'Closed'].map((name) => boxOf(stage(page, name))));
  for (const label of await canvas(page)
    .getByRole('button', { name: /^Transition from/ })
    .all()) {
    const { x, y, width, height } = await boxOf(label);
    for (const box of stages)
      expect(
        x >= box.x + box.width || x + width <= box.x || y >= box.y + box.height || y + height <= box.y,
      ).toBe(true);
  }
  await transition(page, 'Agree', 'Agree').click();
  await expect(details(page).getByRole('combobox', { name: 'Goes to' })).toHaveValue('Agree');
  await guarded.click();
  await expect(details(page).getByLabel('Only if (guard)')).toHaveValue(/count\(goals\)/);
});

test('a drag, a burst of typing and a move by keys are one step each, and looking is none', async ({
  page,
  demo,
}) => {
  await openSmall(page, demo.url);
  // Where it lies on the canvas, whatever is in sight.
  const place = await stage(page, 'Watch').getAttribute('style');
  const from = await middleOf(stage(page, 'Watch'));
  await drag(page, from, { x: from.x + 40, y: from.y + 96 });
  await stage(page, 'Watch').press('Shift+ArrowDown');
  await stage(page, 'Watch').press('Shift+ArrowDown');
  const name = details(page).getByLabel('Name', { exact: true });
  await name.focus();
  await page.keyboard.press('End');
  await page.keyboard.type(' the figures');
  await expect(stage(page, 'Watch the figures')).toBeVisible();

  // Selecting, zooming and panning change nothing that could be undone.
  await stage(page, 'Agree').click();
  await page.keyboard.press('0');
  await page.keyboard.press('1');
  await page.keyboard.press('Escape');

  for (let step = 0; step < 3; step += 1) await undo(page).click();
  await expect(undo(page)).toBeDisabled();
  await expect(stage(page, 'Watch')).toBeVisible();
  await expect(stage(page, 'Watch')).toHaveAttribute('style', place ?? '');
});

test('the ids of a stage and of its task are typed where they stand, each in one step, and all that names them follows', async ({
  page,
  demo,
}) => {
  await openSmall(page, demo.url);
  await stage(page, 'Agree').click();
  const id = details(page).getByLabel('Id', { exact: true });
  await id.focus();
  await page.keyboard.press('Home');
  // As fast as keys come: no letter waits for the one before it.
  await page.keyboard.type('first-');
  await expect(id).toBeFocused();
  await expect(id).toHaveValue('first-agree');
  const key = details(page).getByLabel('Key', { exact: true });
  await key.focus();
  await page.keyboard.press('End');
  await page.keyboard.type('s');
  await expect(key).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.type('Over coffee.');
  await expect(canvas(page).getByTitle(/^task\.agree-plans\.completed/)).toHaveCount(2);

  await page.keyboard.press('Escape');
  for (let step = 0; step < 3; step += 1) await undo(page).click();
  await expect(undo(page)).toBeDisabled();
});

test('chosen stages are distributed and deleted together, and each is one step', async ({ page, demo }) => {
  await openSmall(page, demo.url);
  const from = await middleOf(stage(page, 'Watch'));
  await drag(page, from, { x: from.x + 90, y: from.y + 100 });
  await stage(page, 'Agree').click();
  await page.keyboard.press('ControlOrMeta+a');
  await page
    .getByRole('button', { name: /^Distribute across|^Same gaps across|^Distribute/ })
    .first()
    .click();
  await expect(async () => {
    const [agree, watch, end] = [
      await boxOf(stage(page, 'Agree')),
      await boxOf(stage(page, 'Watch')),
      await boxOf(stage(page, 'Closed')),
    ];
    expect(watch.x - (agree.x + agree.width)).toBeCloseTo(end.x - (watch.x + watch.width), -1);
  }).toPass();
  await stage(page, 'Watch').click();
  await stage(page, 'Closed').click({ modifiers: ['ControlOrMeta'] });
  await page.keyboard.press('Delete');
  await expect(stage(page, 'Watch')).toHaveCount(0);
  await expect(stage(page, 'Closed')).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(stage(page, 'Watch')).toBeVisible();
  await expect(stage(page, 'Closed')).toBeVisible();
  await expect(transition(page, 'Watch', 'Closed')).toBeVisible();
});

test('what was chosen with a box is deleted, though another stage was pressed before', async ({
  page,
  demo,
}) => {
  await openSmall(page, demo.url);
  await stage(page, 'Agree').click();
  const [watch, end] = [await boxOf(stage(page, 'Watch')), await boxOf(stage(page, 'Closed'))];
  await page.keyboard.down('Shift');
  await drag(
    page,
    { x: watch.x - 20, y: watch.y - 60 },
    { x: end.x + end.width + 10, y: end.y + end.height + 20 },
  );
  await page.keyboard.up('Shift');
  await expect(selected(page)).toHaveCount(2);
  await page.keyboard.press('Delete');
  await expect(stage(page, 'Watch')).toHaveCount(0);
  await expect(stage(page, 'Closed')).toHaveCount(0);
  await expect(stage(page, 'Agree')).toBeVisible();
});
