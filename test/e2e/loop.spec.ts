import type { Locator, Page } from '@playwright/test';
import { canvas, connect, details, dropStage, pick, stage, transition } from './canvas.ts';
import { expect, test } from './fixtures.ts';
import { signInAs } from './people.ts';

test.use({ flags: ['--demo'] });

async function beginCycle(page: Page, name: string): Promise<void> {
  await page.goto('/cycles');
  await page.getByRole('button', { name: 'New cycle' }).click();
  await page.getByLabel('Name').fill(name);
  await page.getByRole('button', { name: 'Create cycle' }).click();
  await expect(stage(page, 'Plan')).toBeVisible();
}

/** Plan, watch for a moment, appraise, closed. */
async function drawThreeStages(page: Page): Promise<void> {
  const panel = details(page);
  await dropStage(page, 'Observe', 'Watch', { x: 0.3, y: 0.75 });
  await dropStage(page, 'Appraise', 'Judge', { x: 0.7, y: 0.75 });

  const problems = page.getByRole('region', { name: 'Problems' });
  await problems.getByRole('button', { name: /error/ }).click();
  await problems.getByRole('button', { name: /Watch/ }).first().click();
  await expect(panel.getByRole('heading', { name: 'Watch' })).toBeVisible();
  await problems.getByRole('button', { expanded: true }).click();
  // All of it in sight again: what was gone to stands in the middle.
  await canvas(page).click({ position: { x: 12, y: 12 } });
  await page.keyboard.press('1');

  await transition(page, 'Plan', 'Closed').click();
  await pick(page, panel, 'Goes to', 'Watch');
  await panel.getByLabel('Only if (guard)').fill('result.decision = "agreed" and count(goals) > 0');
  await expect(transition(page, 'Plan', 'Watch')).toContainText('count(goals)');

  await connect(page, 'Watch', 'Judge', /After a time/);
  await panel.getByLabel('How long').fill('PT1S');
  await expect(transition(page, 'Watch', 'Judge')).toContainText('after 1 second');

  await stage(page, 'Judge').click();
  await panel.locator('summary', { hasText: 'Tasks' }).click();
  await panel.getByRole('button', { name: 'Add a task' }).click();
  await page.getByRole('menuitem', { name: 'Appraise the results' }).click();
  await panel.locator('summary', { hasText: 'On entry' }).click();
  await panel.getByRole('button', { name: 'Add an action' }).click();
  await page.getByRole('menuitem', { name: 'Compute the score' }).click();
  await connect(page, 'Judge', 'Closed', /appraise the results done/i);
  await panel.getByLabel('Only if (guard)').fill('outcome != null');
  await panel.getByLabel('Only if (guard)').blur();
  await expect(transition(page, 'Judge', 'Closed')).toContainText('outcome != null');
}

async function publish(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Publish…' }).click();
  await page.getByRole('button', { name: 'Publish version' }).click();
  await expect(page.getByText(/Version 1 is published/)).toBeVisible();
}

/** For the refunds of the fiscal year whose figures are known. */
async function launch(page: Page): Promise<void> {
  await page.goto('/launches/new?cycle=refund-check');
  await page.getByRole('radio', { name: 'One by one' }).click();
  await page.getByLabel('Search components').fill('Tax refunds');
  await page.getByRole('checkbox', { name: /Tax refunds/ }).check();
  await page.getByLabel('First day of the period').fill('2022-07-01');
  await page.getByLabel('Last day').fill('2023-06-30');
  await page.getByRole('button', { name: 'Launch 1 plan' }).click();
  await expect(page.getByText('1 of 1 plan started')).toBeVisible();
}

/** The words of a choice are what a pointer presses. */
const choose = (choices: Locator, word: string): Promise<void> =>
  choices.locator('label', { hasText: word }).click();

async function workTasks(page: Page): Promise<void> {
  await page.goto('/inbox');
  await page.getByRole('link', { name: /Agree the performance plan.*Tax refunds/ }).click();
  await page.getByRole('radio', { name: 'Agree', exact: true }).check();
  await page.getByRole('button', { name: 'Agree plan' }).click();

  await page.getByRole('link', { name: /Appraise the results.*Tax refunds/ }).click();
  const goal = page.getByRole('group', { name: /Refund promptly/ });
  await choose(goal.getByRole('radiogroup', { name: 'Methods' }), 'Meets');
  await goal.getByLabel('Evidence').fill('The refund queue was cleared every week.');
  await choose(page.getByRole('radiogroup', { name: 'Methods as a whole' }), 'Meets');
  await page.getByLabel('Summary').fill('Refunds went out in time, with care for those who waited longest.');
  await page.getByRole('button', { name: 'Give appraisal' }).click();
  await expect(page.getByRole('link', { name: /Appraise the results/ })).toBeHidden();
}

test('a cycle is drawn by pointer, launched, worked by a manager, and ends with an outcome', async ({
  page,
  server,
}) => {
  await signInAs(page, server.url, 'designer');
  await beginCycle(page, 'Refund check');
  await drawThreeStages(page);

  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(transition(page, 'Judge', 'Closed')).not.toContainText('outcome != null');
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(transition(page, 'Judge', 'Closed')).toBeHidden();
  await page.getByRole('button', { name: /^Redo/ }).click();
  await page.getByRole('button', { name: /^Redo/ }).click();
  await expect(transition(page, 'Judge', 'Closed')).toContainText('outcome != null');

  // A plan without an outcome would be stuck in "Judge": the check says so until there is a way for it.
  await expect(page.getByRole('button', { name: 'Publish…' })).toBeDisabled();
  await connect(page, 'Judge', 'Closed', /appraise the results done/i);
  await publish(page);

  await signInAs(page, server.url, 'admin');
  await launch(page);
  await signInAs(page, server.url, 'manager');
  await workTasks(page);

  await page.goto('/plans?status=ended&view=list');
  await page.getByRole('link', { name: 'Tax refunds' }).click();
  await expect(page.getByRole('heading', { name: 'Tax refunds', level: 1 })).toBeVisible();
  await expect(page.getByText('Ended: met').first()).toBeVisible();
  await expect(page.getByText(/Exceeds/).first()).toBeVisible();
  const history = page.getByRole('region', { name: 'History' });
  await expect(history.getByText('The plan began')).toBeVisible();
  await page.getByRole('button', { name: 'Show on canvas' }).click();
  // The number of the step that led there stands at each stage of the plan's way.
  await expect(stage(page, 'Watch')).toContainText('2');
  await expect(stage(page, 'Judge')).toContainText('3');
  await expect(canvas(page)).toContainText('after 1 second');
});
