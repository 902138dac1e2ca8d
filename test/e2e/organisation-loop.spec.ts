// The loop that ships, walked through its own forms by whom each is for: below the standard, altered, met, rewarded.
import type { Locator, Page } from '@playwright/test';
import { details, transition } from './canvas.ts';
import { expect, test } from './fixtures.ts';
import { type DemoPerson, read, signInAs } from './people.ts';

test.use({ flags: ['--demo'], contextOptions: { reducedMotion: 'reduce' } });

const cycleId = 'organisation-loop';
const componentId = 'refund-desk';

/** It has just begun, so that the altered standard holds for most of it; each figure has a day of its own in it. */
const daysFromNow = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const period = { start: daysFromNow(-10), end: daysFromNow(350) };

interface OpenTask {
  id: string;
  planId: string;
  key: string;
}
interface Goal {
  id: string;
  title: string;
  dimension: string;
  priority: number;
  critical: boolean;
  alignments: object[];
}

const choose = (choices: Locator, word: string): Promise<void> =>
  choices.locator('label', { hasText: word }).click();

/** A plan of the loop, and the people who work it. */
function walking(page: Page, url: string) {
  const send = async <Answer>(person: DemoPerson, path: string, data: object): Promise<Answer> => {
    await signInAs(page, url, person);
    const answer = await page.request.post(`${url}/api/v1${path}`, { headers: { origin: url }, data });
    expect(answer.ok(), `${path}: ${answer.status()} ${await answer.text()}`).toBe(true);
    return answer.json();
  };
  /** The person's own open task with the key, once it is there. */
  const taskOf = async (person: DemoPerson, key: string): Promise<OpenTask> => {
    await signInAs(page, url, person);
    let found: OpenTask | undefined;
    await expect(async () => {
      const path = `/tasks?state=open&componentId=${componentId}`;
      const { items } = await read<{ items: OpenTask[] }>(page, url, path);
      found = items.find((task) => task.key === key);
      expect(found, `${key} for the ${person}`).toBeDefined();
    }).toPass({ timeout: 30_000 });
    if (!found) throw new Error(`${key} is not open.`);
    return found;
  };
  const goals = async (): Promise<Goal[]> =>
    (await read<{ items: Goal[] }>(page, url, `/goals?componentId=${componentId}`)).items;
  return {
    send,
    goals,
    /** Fills the form of the task in the inbox, and sends it by its own verb. */
    work: async (person: DemoPerson, key: string, verb: string, fill: (form: Locator) => Promise<void>) => {
      const { id, planId } = await taskOf(person, key);
      await page.goto(`/inbox?task=${id}`);
      const form = page.locator('#task-form');
      await fill(form);
      await form.getByRole('button', { name: verb, exact: true }).click();
      // The form of the next task may stand in its place at once.
      const state = async () => (await read<{ state: string }>(page, url, `/tasks/${id}`)).state;
      await expect.poll(state).toBe('completed');
      return planId;
    },
    /** The same form again: its result is sent as the screen would. */
    complete: async (person: DemoPerson, key: string, result: object) => {
      const { id } = await taskOf(person, key);
      await send(person, `/tasks/${id}/complete`, { result });
    },
    asTheyAre: async () => ({
      goals: (await goals()).map(({ id, title, dimension, priority, critical, alignments }) => ({
        ...{ id, title, dimension, priority, critical, alignments },
      })),
    }),
  };
}
type Walk = ReturnType<typeof walking>;

/** Figures are asked for each quarter, as the cycle's own scenarios hold it to; nobody waits that long here. */
async function askAtOnce(page: Page, url: string): Promise<void> {
  await signInAs(page, url, 'designer');
  await page.goto(`/cycles/${cycleId}`);
  await transition(page, 'Watch the figures', 'Record figures').focus();
  await page.keyboard.press('Enter');
  const delay = `if component.id = "${componentId}" then duration("PT1S") else duration("P3M")`;
  await details(page).getByLabel('How long').fill(delay);
  await details(page).getByLabel('How long').blur();
  await page.getByRole('button', { name: 'Publish…' }).click();
  await page.getByRole('button', { name: 'Publish version' }).click();
  await expect(page.getByText(/Version \d+ is published/)).toBeVisible();
}

/** HR's part of the beginning: where the plan is, and that it begins. */
async function launch({ send }: Walk): Promise<void> {
  await send('admin', '/components', {
    ...{ id: componentId, kind: 'team', name: 'Refund desk', parentId: 'nyc' },
    ...{ ownerId: 'demo-employee', managerId: 'demo-manager' },
  });
  await send('admin', '/launches', { cycleId, componentIds: [componentId], period });
}

async function setGoals(page: Page, { work, complete, asTheyAre }: Walk): Promise<void> {
  await work('manager', 'prioritise', 'Set goals', async (form) => {
    await form.getByLabel('Goal', { exact: true }).fill('Answer refund requests within the month');
    await form.getByRole('combobox', { name: 'Dimension' }).click();
    await page.getByRole('option', { name: 'Timeliness' }).click();
    await form.getByRole('combobox', { name: 'Goal above that it serves' }).click();
    await page.getByRole('option', { name: /^Answer New Yorkers without delay/ }).click();
  });
  await complete('manager', 'assign-goals', await asTheyAre());
  await complete('employee', 'draft-goals', await asTheyAre());
  await work('manager', 'evaluate-contribution', 'Set goals', async (form) => {
    await form.getByRole('combobox', { name: /^How much it contributes to Answer New Yorkers/ }).click();
    await page.getByRole('option', { name: 'clearly' }).click();
  });
}

async function setMeasures(page: Page, { work }: Walk): Promise<void> {
  await work('employee', 'add-measures', 'Set measures', async (form) => {
    const goal = form.getByRole('region', { name: 'Answer refund requests within the month' });
    await goal.getByRole('button', { name: 'Measure' }).click();
    await expect(goal.getByRole('textbox', { name: 'Measure' })).toBeFocused();
    await goal.getByRole('textbox', { name: 'Measure' }).fill('Days to answer');
    await goal.getByRole('textbox', { name: 'Unit' }).fill('days');
    await goal.getByRole('combobox', { name: 'Better' }).click();
    await page.getByRole('option', { name: 'Less is better' }).click();
  });
}

async function setStandards({ work }: Walk): Promise<void> {
  await work('employee', 'set-standards', 'Set standards', async (form) => {
    await form.getByLabel('Meets at').fill('20');
    await form.getByLabel('Unacceptable at').fill('40');
    await form.getByLabel('Exceeds at').fill('10');
    const handle = form.getByRole('slider', { name: 'Meets' });
    await expect(handle).toHaveAttribute('aria-valuetext', /^20\sdays/);
    await handle.press('ArrowRight');
    await expect(handle).not.toHaveAttribute('aria-valuetext', /^20\sdays/);
    await expect(form.getByLabel('Meets at')).not.toHaveValue(/^20\sdays$/);
    await handle.press('ArrowLeft');
    await expect(form.getByLabel('Meets at')).toHaveValue(/^20\sdays$/);
  });
}

const record = ({ work }: Walk, value: string, day: string) =>
  work('employee', 'observe', 'Record 1 of 1', async (form) => {
    await form.getByLabel('As of', { exact: true }).fill(day);
    await form.getByRole('textbox', { name: 'Days to answer' }).fill(value);
  });

const agree = ({ work }: Walk) =>
  work('manager', 'review-plan', 'Agree plan', (form) => form.getByRole('radio', { name: 'Agree' }).check());

const sign = ({ work }: Walk) =>
  work('employee', 'acknowledge', 'Sign', (form) =>
    form.getByRole('radio', { name: 'I have read it and sign' }).check(),
  );

async function talk(page: Page, { work }: Walk, url: string, planId: string): Promise<void> {
  await signInAs(page, url, 'manager');
  await page.goto(`/plans/${planId}`);
  const feedback = page.getByRole('region', { name: 'Feedback' });
  await feedback.getByRole('link', { name: 'Write feedback' }).click();
  const form = page.getByRole('region', { name: 'New feedback' });
  await form.getByRole('radio', { name: /^Everybody on the plan/ }).check();
  const said = 'On 12 May the list of late refunds saved us a day. Please send it on Mondays.';
  await form.getByRole('textbox', { name: 'Feedback' }).fill(said);
  await form.getByRole('button', { name: 'Give feedback' }).click();
  await expect(form).toBeHidden();
  const answer = 'It comes on Mondays from now on; two requests of May still wait for the bank.';
  await work('employee', 'reply-to-feedback', 'Give feedback', async (reply) => {
    await reply.getByRole('textbox', { name: 'Feedback' }).fill(answer);
  });
  await page.goto(`/plans/${planId}`);
  await expect(feedback.getByText(said)).toBeVisible();
  await expect(feedback.getByText(answer)).toBeVisible();
}

async function askForAppraisal(page: Page, url: string, planId: string): Promise<void> {
  await signInAs(page, url, 'admin');
  await page.goto(`/plans/${planId}`);
  await page.getByRole('button', { name: 'Send an event' }).click();
  const dialog = page.getByRole('dialog', { name: 'Send an event to this plan' });
  await dialog.getByRole('combobox', { name: 'Event' }).click();
  await page.getByRole('option', { name: /appraisal\.requested/ }).click();
  await dialog.getByRole('button', { name: 'Send event' }).click();
  await expect(dialog).toBeHidden();
}

/** Rated below, disputed, and kept by somebody who had no part in it. */
async function appraise(page: Page, { work }: Walk): Promise<void> {
  await work('manager', 'appraise', 'Give appraisal', async (form) => {
    const goal = form.getByRole('group', { name: /^Answer refund requests/ });
    await choose(goal.getByRole('radiogroup', { name: 'Methods' }), 'Meets');
    await goal.getByLabel('Evidence').fill('The log of requests, by week.');
    await expect(form.getByText('The figures say: Below')).toBeVisible();
    await choose(form.getByRole('radiogroup', { name: 'Methods as a whole' }), 'Meets');
    await form
      .getByLabel('Summary')
      .fill('Careful work; the month was too short for requests with a bank check.');
  });
  await work('employee', 'acknowledge-appraisal', 'Refuse to sign', async (form) => {
    await form.getByRole('radio', { name: 'I do not sign' }).check();
    await form.getByLabel('Why you do not sign').fill('The bank took two weeks of each request.');
  });
  await work('admin', 'hear-objection', 'Keep outcome', async (form) => {
    // Whoever of HR comes first hears it.
    await page.getByRole('button', { name: 'Take this task' }).click();
    await expect(page.getByRole('button', { name: 'Take this task' })).toBeHidden();
    await form.getByRole('radio', { name: 'Keep it' }).check();
    await form.getByLabel('Reason').fill('The figure is right; what it is held against may not be.');
  });
}

const intervene = ({ work }: Walk) =>
  work('manager', 'analyse', 'Begin intervention', async (form) => {
    await form.getByRole('radio', { name: /^The standard/ }).check();
    await form
      .getByLabel('Why you think so')
      .fill('A check by the bank takes ten days that nobody here can save.');
  });

const alterStandards = ({ work }: Walk) =>
  work('employee', 'set-standards', 'Set standards', (form) => form.getByLabel('Meets at').fill('30'));

test('a plan goes round the loop that ships: below, disputed, altered, agreed again, met, rewarded and closed', async ({
  page,
  server,
}) => {
  // Fifteen forms on a busy machine.
  test.slow();
  const { url } = server;
  const walk = walking(page, url);
  const plan = () => read(page, url, `/plans/${planId}`);
  await test.step('the designer asks for figures at once, HR begins', async () => {
    await askAtOnce(page, url);
    await launch(walk);
  });
  await test.step('goals, measures, standards', async () => {
    await setGoals(page, walk);
    await setMeasures(page, walk);
    await setStandards(walk);
  });
  const agreement = page.getByRole('region', { name: 'Agreement' });
  const planId = await test.step('both sides agree', async () => {
    await agree(walk);
    return sign(walk);
  });
  await page.goto(`/plans/${planId}`);
  await expect(agreement.getByText('Version 1 agreed')).toBeVisible();

  await test.step('figures fall below, and it is talked about', async () => {
    await record(walk, '35', daysFromNow(-5));
    await talk(page, walk, url, planId);
    expect(await plan()).toMatchObject({ outcome: 'below', round: 1 });
  });
  await test.step('appraised, disputed, decided', async () => {
    await askForAppraisal(page, url, planId);
    await appraise(page, walk);
  });
  await test.step('the intervention alters the standard, and the new version is acknowledged', async () => {
    await intervene(walk);
    await alterStandards(walk);
    await agree(walk);
    await sign(walk);
    await page.goto(`/plans/${planId}`);
    await expect(agreement.getByText('Version 2 agreed')).toBeVisible();
    await expect(agreement.getByText(/at most 20\sdays/)).toBeVisible();
    await expect(agreement.getByText(/at most 30\sdays/)).toBeVisible();
    await expect(page.getByText(/It altered the plan: version 2 is scored by since/)).toBeVisible();
  });
  await test.step('the second round meets what the first standard would not have let pass, and is rewarded', async () => {
    await record(walk, '25', daysFromNow(-2));
    await askForAppraisal(page, url, planId);
    const [goal] = await walk.goals();
    await walk.complete('manager', 'appraise', {
      goals: [{ goalId: goal?.id, results: 'meets', methods: 'meets', evidence: 'The log of requests.' }],
      ...{ results: 'meets', methods: 'meets', summary: 'The list of Mondays has paid off.' },
    });
    await walk.complete('employee', 'acknowledge-appraisal', { decision: 'signed' });
    await walk.work('manager', 'approve-reward', 'Approve reward', async (form) => {
      await form.getByRole('radio', { name: 'Approve' }).check();
      await form.getByLabel('What is given').fill('A day off for the desk');
    });
  });

  await signInAs(page, url, 'employee');
  await page.goto(`/plans/${planId}`);
  await expect(page.getByText('Ended: met').first()).toBeVisible();
  const given = page.getByRole('region', { name: 'Rewards and interventions' });
  await expect(given.getByText(/Alter measures and standards, because of the standard/)).toBeVisible();
  await expect(given.getByText('A day off for the desk')).toBeVisible();
  expect(await plan()).toMatchObject({ status: 'ended', outcome: 'meets', round: 2 });
});
