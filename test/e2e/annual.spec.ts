// The annual appraisal as its people live it: looked back on, rated, calibrated beside others, approved, told and signed.
import { readFile } from 'node:fs/promises';
import { type Locator, type Page, request } from '@playwright/test';
import { Temporal } from 'temporal-polyfill';
import { barriers } from './barriers.ts';
import { going } from './come.ts';
import { expect, test } from './fixtures.ts';
import { asking, type DemoPerson, readAs, requestsOf } from './people.ts';

test.use({ flags: ['--demo'], contextOptions: { reducedMotion: 'reduce' } });

const template = new URL('../../samples/templates/annual-appraisal.cycle.json', import.meta.url);
const helping = new URL('../../samples/templates/improvement-plan.cycle.json', import.meta.url);
const round = new URL('../../samples/templates/feedback-360.cycle.json', import.meta.url);
/** Of a year that is over, so that nobody waits for its end. */
const period = { start: '2022-07-01', end: '2023-06-30' };

/** Who answers for the refunds has two seconds to sign; everybody else has as long as the cycle says. */
function hastened(cycle: { stages: { acknowledge: { after: { delay: string }[] } } }) {
  const [received] = cycle.stages.acknowledge.after;
  if (!received) throw new Error('The appraisal never counts as received by itself.');
  received.delay = 'if component.id = "dof-refunds" then duration("PT2S") else duration("P11D")';
  return cycle;
}

interface OpenTask {
  id: string;
  planId: string;
  key: string;
  cycleId: string;
  componentId: string;
  assignee: { id: string } | null;
}

interface Looking {
  person?: DemoPerson;
  cycleId?: string;
  whose?: string;
}

/** The one open task of the launch with the key, once it is there. */
async function openTask(
  url: string,
  key: string,
  componentId: string,
  { person = 'admin', cycleId = 'annual-appraisal', whose = '' }: Looking = {},
): Promise<OpenTask> {
  let found: OpenTask | undefined;
  await expect(async () => {
    const path = `/tasks?state=open&componentId=${componentId}${whose}`;
    const { items } = await readAs<{ items: OpenTask[] }>(url, person, path);
    found = items.find((task) => task.cycleId === cycleId && task.key === key);
    expect(found).toBeDefined();
  }).toPass();
  if (!found) throw new Error(`${key} is not open for ${componentId}.`);
  return found;
}

const password = 'a long enough password';

/** Whoever has the task completes it, with a password that an administrator gave them. */
const completing =
  (url: string) =>
  async (key: string, componentId: string, result: object): Promise<void> => {
    const ask = asking(url);
    const { id, assignee } = await openTask(url, key, componentId);
    const { email } = await ask<{ email: string }>('admin', 'PATCH', `/people/${assignee?.id}`, { password });
    const theirs = await request.newContext({ baseURL: url, extraHTTPHeaders: { origin: url } });
    const send = async (path: string, data: object) => {
      const answer = await theirs.post(path, { data });
      expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
    };
    await send('/api/auth/sign-in/email', { email, password });
    await send(`/api/v1/tasks/${id}/complete`, { result });
    await theirs.dispose();
  };

/** Nothing serious for those who cannot see or point, and nothing beside the screen. */
async function expectSound(page: Page): Promise<void> {
  expect(await barriers(page)).toEqual([]);
  const beside = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(beside).toBeLessThanOrEqual(0);
}

const calibratedIt =
  'You gave this rating or calibrated it; somebody else decides whether it stays. Nothing was changed.';

const choose = (choices: Locator, word: string): Promise<void> =>
  choices.locator('label', { hasText: word }).click();

test('a year is rated, calibrated beside others, released, signed, disputed and received', async ({
  page,
  server,
}) => {
  const { url } = server;
  const ask = asking(url);
  const go = going(page, url);
  const complete = completing(url);
  const cycle = hastened(JSON.parse(await readFile(template, 'utf8')));
  // It is begun where an intervention finds that a skill is missing.
  const improvement = JSON.parse(await readFile(helping, 'utf8'));
  await ask('designer', 'PUT', '/cycles/improvement-plan', improvement);
  await ask('designer', 'PUT', '/cycles/annual-appraisal', cycle);
  await ask('designer', 'POST', '/cycles/annual-appraisal/publish', { note: 'For the year.' });
  const componentIds = ['dof-refunds', 'dob-examiners'];
  const launch = { cycleId: 'annual-appraisal', componentIds, period };
  const { id: launchId } = await ask<{ id: string }>('admin', 'POST', '/launches', launch);
  const looked = { results: 'exceeds', methods: 'meets' };
  for (const componentId of componentIds) {
    const plan = await openTask(url, 'acknowledge-plan', componentId);
    await ask('employee', 'POST', `/tasks/${plan.id}/complete`, { result: { decision: 'signed' } });
    const self = await openTask(url, 'write-self-review', componentId);
    const goals = await readAs<{ items: { id: string }[] }>(
      url,
      'admin',
      `/goals?componentId=${componentId}`,
    );
    const told = goals.items.map(({ id }) => ({ goalId: id, text: 'The log of decided requests.' }));
    await ask('employee', 'POST', `/tasks/${self.id}/complete`, {
      result: { ...looked, goals: told, evidence: 'The year in a sentence.' },
    });
  }

  const rate = await openTask(url, 'rate', 'dob-examiners');
  await go('manager', `/inbox?task=${rate.id}`);
  const form = page.getByRole('form', { name: 'Your appraisal' });
  for (const goal of await form.getByRole('group').all()) {
    await choose(goal.getByRole('radiogroup', { name: 'Methods' }), 'Meets');
    await goal.getByLabel('Evidence').fill('The log of decided requests.');
  }
  await choose(form.getByRole('radiogroup', { name: 'Results as a whole' }), 'Exceeds');
  const reason = form.getByLabel('Why otherwise than the figures');
  if (await reason.isVisible()) await reason.fill('Two posts were vacant from March to June.');
  await choose(form.getByRole('radiogroup', { name: 'Methods as a whole' }), 'Meets');
  await form.getByLabel('Summary').fill('Reviews went out in time although two posts were vacant.');
  await form.getByRole('button', { name: 'Give appraisal' }).click();
  // The next task is opened, which may be an appraisal as well.
  await expect(page).not.toHaveURL(new RegExp(rate.id));

  const { planId } = await readAs<{ planId: string }>(
    url,
    'admin',
    `/tasks/${(await openTask(url, 'calibrate', 'dob-examiners')).id}`,
  );
  await go('admin', `/launches/${launchId}`);
  await page.getByRole('link', { name: 'Compare the ratings' }).click();
  await expect(page.getByText('1 of 2 rated, 0 decided')).toBeVisible();
  const line = page.getByRole('row', { name: /Plan examiners/ }).getByRole('button');
  await line.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(line).toBeFocused();
  await line.click();
  const decision = page.getByRole('form', { name: 'Decision' });
  await decision.getByRole('button', { name: 'Keep outcome' }).click();
  await expect(decision.getByRole('alert')).toContainText('Choose whether the outcome stays.');
  await decision.getByRole('radio', { name: 'Change it' }).check();
  await choose(decision.getByRole('radiogroup', { name: 'It should be' }), 'Meets');
  const because = 'Over the same months the others stand at the same figure.';
  await decision.getByLabel('Reason').fill(because);
  await expectSound(page);
  // What is decided and not sent yet outlives a reload.
  await page.reload();
  await expect(decision.getByLabel('Reason')).toHaveValue(because);
  await expect(decision.getByRole('radio', { name: 'Change it' })).toBeChecked();
  await decision.getByRole('button', { name: 'Change outcome' }).click();
  await expect(page.getByText('1 of 2 rated, 1 decided, 1 of them changed')).toBeVisible();

  const goOn = async (person: DemoPerson, componentId: string, key: string, result: object) =>
    ask(person, 'POST', `/tasks/${(await openTask(url, key, componentId)).id}/complete`, { result });
  const shared = { text: 'We went through the log of May together. What would help you next year?' };

  await test.step('nothing of it is seen by whom it is about before its release', async () => {
    const own = await openTask(url, 'approve-ratings', 'dob-examiners');
    const answer = await (await requestsOf(url, 'admin')).post(`${url}/api/v1/tasks/${own.id}/complete`, {
      data: { result: { decision: 'agreed' } },
    });
    expect([answer.status(), (await answer.json()).detail]).toEqual([403, calibratedIt]);
    await complete('approve-ratings', 'dob-examiners', { decision: 'agreed' });
    await page.setViewportSize({ width: 360, height: 800 });
    await go('employee', `/plans/${planId}`);
    const panel = page.getByRole('region', { name: 'Appraisal' });
    await expect(panel.getByText('Not released yet')).toBeVisible();
    await expect(panel.getByText('Rated by')).toHaveCount(0);
    await expect(page.getByText('Reviews went out in time')).toHaveCount(0);
    await expectSound(page);
  });

  await test.step('HR releases it by keyboard, and is told first who is still pending', async () => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await go('admin', `/launches/${launchId}/calibration`);
    await page.getByRole('button', { name: 'Release ratings…' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Release ratings' });
    await expect(dialog.getByText('Some reviews are still pending')).toBeVisible();
    await expect(dialog.getByText(/Not rated yet: Eli Navarro/)).toBeVisible();
    await dialog.getByLabel('Note for the record').fill('Session of July.');
    await expectSound(page);
    await page.keyboard.press('Enter');
    await dialog.getByRole('checkbox').first().check();
    await dialog.getByRole('button', { name: 'Release 1 rating' }).press('Enter');
    await expect(dialog.getByText('1 released, 0 stayed as they were.')).toBeVisible();
    await goOn('admin', 'dob-examiners', 'share', shared);
  });

  await test.step('whom it is about reads it beside the form, signs by keyboard and disputes it', async () => {
    await page.setViewportSize({ width: 360, height: 800 });
    const sign = await openTask(url, 'sign', 'dob-examiners');
    await go('employee', `/inbox?task=${sign.id}`);
    const panel = page.getByRole('region', { name: 'Appraisal' });
    await expect(panel.getByText('Changed in the calibration by Ada Kessler')).toBeVisible();
    await expect(panel.getByText(/Released by Ada Kessler/)).toBeVisible();
    await expect(panel.getByText(/Without a word it counts as received on/)).toBeVisible();
    await expectSound(page);
    const acknowledgement = page.getByRole('form', { name: 'Your acknowledgement' });
    await acknowledgement.getByRole('radio', { name: /sign/ }).first().press('Space');
    await acknowledgement.getByRole('button', { name: 'Sign' }).press('Enter');
    await expect(acknowledgement).toBeHidden();
    const dispute = await openTask(url, 'dispute', 'dob-examiners');
    await go('employee', `/inbox?task=${dispute.id}`);
    await expect(panel.getByText(/It can be disputed until/)).toBeVisible();
    await page.getByLabel('What is wrong, and what shows it').fill('The log of May is missing.');
    await page.locator('#task-form').getByRole('button').last().press('Enter');
    await expect(page.locator('#task-form')).toBeHidden();
  });

  await test.step('others decide, and whom it is about refuses to sign with a reason', async () => {
    const decided = { decision: 'changed', outcome: 'exceeds', reason: 'May was left out.' };
    await complete('decide-dispute', 'dob-examiners', decided);
    const last = await openTask(url, 'sign-decision', 'dob-examiners');
    await go('employee', `/inbox?task=${last.id}`);
    const acknowledgement = page.getByRole('form', { name: 'Your acknowledgement' });
    await acknowledgement.getByRole('radio', { name: 'I do not sign' }).check();
    await acknowledgement.getByLabel('Why you do not sign').fill('It took too long.');
    await acknowledgement.getByRole('button', { name: 'Refuse to sign' }).click();
    await expect(acknowledgement).toBeHidden();
    await go('employee', `/plans/${planId}`);
    const panel = page.getByRole('region', { name: 'Appraisal' });
    await expect(panel.getByText('Changed after the dispute by Ines Laurent')).toBeVisible();
    await expect(panel.getByText(/Eli Navarro refused to sign/)).toBeVisible();
    await expect(panel.getByText('It took too long.')).toBeVisible();
    expect(await readAs(url, 'admin', `/plans/${planId}`)).toMatchObject({ outcome: 'exceeds' });
    await expectSound(page);
    await page.emulateMedia({ media: 'print' });
    await expect(panel.getByText('Changed after the dispute by Ines Laurent')).toBeVisible();
    await page.emulateMedia({ media: 'screen' });
  });

  await test.step('one that nobody answers counts as received', async () => {
    const rating = await openTask(url, 'rate', 'dof-refunds');
    await ask('admin', 'POST', `/tasks/${rating.id}/delegate`, { to: 'demo-manager', reason: 'On leave.' });
    const goals = await readAs<{ items: { id: string }[] }>(url, 'admin', '/goals?componentId=dof-refunds');
    await goOn('manager', 'dof-refunds', 'rate', {
      goals: goals.items.map(({ id }) => ({
        ...{ goalId: id, results: 'meets', methods: 'meets', evidence: 'The log.' },
      })),
      ...{ results: 'meets', methods: 'meets', reason: 'By the log.', summary: 'A steady year.' },
    });
    const kept = { decision: 'kept', reason: 'The evidence carries it.' };
    await goOn('admin', 'dof-refunds', 'calibrate', kept);
    await complete('approve-ratings', 'dof-refunds', { decision: 'agreed' });
    const refunds = await openTask(url, 'release-rating', 'dof-refunds');
    await go('admin', `/plans/${refunds.planId}`);
    const panel = page.getByRole('region', { name: 'Appraisal' });
    await panel.getByRole('button', { name: 'Release the rating' }).click();
    await panel.getByRole('button', { name: 'Release it now' }).click();
    await expect(panel.getByText(/Released by Ada Kessler/)).toBeVisible();
    await goOn('admin', 'dof-refunds', 'share', shared);
    await go('admin', `/plans/${refunds.planId}`);
    await expect(panel.getByText(/Nobody signed: it counts as received since/)).toBeVisible();
  });
});

test('a 360 round is named, agreed, answered, and shown as far as nobody can be told apart', async ({
  page,
  server,
  complaints,
}) => {
  const { url } = server;
  const ask = asking(url);
  const go = going(page, url);
  const cycle = JSON.parse(await readFile(round, 'utf8'));
  await ask('designer', 'PUT', '/cycles/feedback-360', cycle);
  await ask('designer', 'POST', '/cycles/feedback-360/publish', { note: 'For the year.' });
  const launch = { cycleId: 'feedback-360', componentIds: ['dob-examiners'], period };
  await ask('admin', 'POST', '/launches', launch);
  const openFor = async (person: DemoPerson, key: string) => {
    return openTask(url, key, 'dob-examiners', { person, cycleId: 'feedback-360' });
  };

  await page.setViewportSize({ width: 360, height: 800 });
  const nominate = await openFor('employee', 'nominate');
  await go('employee', `/inbox?task=${nominate.id}`);
  const names = page.getByRole('form', { name: 'Whom you name' });
  await expect(names.getByText('Name at least three people in all')).toBeVisible();
  const peers = names.getByRole('combobox', { name: 'Peers' });
  for (const name of ['Ada Kessler', 'Dana Whitfield', 'Noor Haddad']) {
    await peers.pressSequentially(name);
    await page.getByRole('option', { name }).first().waitFor();
    await peers.press('ArrowDown');
    await peers.press('Enter');
    await peers.fill('');
  }
  await expect(names.getByText('Peers are shown together once all have answered.')).toBeVisible();
  await peers.press('Escape');
  await expectSound(page);
  await names.getByRole('button', { name: 'Propose these raters' }).press('Enter');
  await expect(names).toBeHidden();

  const agree = await openFor('manager', 'agree-on-raters');
  await go('manager', `/inbox?task=${agree.id}`);
  await page.getByRole('button', { name: 'Agree on these raters' }).press('Enter');
  await expect(page.getByRole('form', { name: 'Who is asked' })).toBeHidden();

  const words = 'On 4 May you brought the open list, so we began at nine. Please keep that up next month.';
  const answer = async (person: DemoPerson, key: string, methods: string) => {
    const { id } = await openFor(person, key);
    await ask(person, 'POST', `/tasks/${id}/complete`, { result: { text: words, methods } });
  };
  // Who sees all tasks would find this one first: it is declined, and somebody else asked.
  const declined = await openFor('designer', 'peer-view');
  await go('designer', `/inbox?task=${declined.id}`);
  await page.getByRole('button', { name: 'I cannot give my view' }).press('Enter');
  const saying = page.getByRole('dialog', { name: 'I cannot give my view' });
  await expect(saying.getByText(/learns neither that it was you nor why/)).toBeVisible();
  await saying.getByLabel('Why you cannot').fill('I came to the unit in June.');
  await expectSound(page);
  await saying.getByRole('button', { name: 'Decline' }).press('Enter');
  await expect(page.getByText('You are not asked any more.', { exact: false })).toBeVisible();

  const naming = await openFor('employee', 'peer-view.another');
  await go('employee', `/inbox?task=${naming.id}`);
  const instead = page.getByRole('form', { name: 'Whom you propose instead' });
  await expect(instead).toBeVisible();
  // A rater from elsewhere reads nothing of the plan, and their page does not ask for it.
  expect(complaints).toEqual([]);
  await expect(instead.getByText('Somebody who was to be asked cannot answer (Peers)')).toBeVisible();
  await expect(page.getByText('I came to the unit in June.')).toBeHidden();
  await instead.getByRole('button', { name: 'Propose' }).press('Enter');
  await expect(instead.getByRole('alert').filter({ hasText: 'Choose somebody.' })).toBeVisible();
  const who = instead.getByRole('combobox', { name: 'Who' });
  await who.pressSequentially('Lucia');
  await page.getByRole('option', { name: 'Lucia Ferraro' }).waitFor();
  await who.press('ArrowDown');
  await who.press('Enter');
  await expectSound(page);
  await instead.getByRole('button', { name: 'Propose' }).press('Enter');
  await expect(instead).toBeHidden();

  const agreeing = await openFor('manager', 'peer-view.another');
  await go('manager', `/inbox?task=${agreeing.id}`);
  const agreed = page.getByRole('form', { name: 'Who is asked instead' });
  await expect(agreed.getByText('I came to the unit in June.', { exact: false })).toBeVisible();
  await expect(agreed.getByRole('combobox', { name: 'Who' })).toHaveValue('Lucia Ferraro');
  await agreed.getByRole('button', { name: 'Agree' }).press('Enter');
  await expect(agreed).toBeHidden();

  // Who sees the tasks of all the others has one of their own among them.
  const view = await openTask(url, 'peer-view', 'dob-examiners', {
    cycleId: 'feedback-360',
    whose: '&assignee=me',
  });
  await go('admin', `/inbox?task=${view.id}`);
  const feedback = page.getByRole('form', { name: 'Your feedback' });
  await expect(feedback.getByText(/Nobody learns who said it/)).toBeVisible();
  await feedback.getByLabel('Feedback', { exact: true }).fill(words);
  await choose(feedback.getByRole('radiogroup', { name: 'The way of working' }), 'Meets');
  await expectSound(page);
  await feedback.getByRole('button', { name: 'Give feedback' }).press('Enter');
  await expect(feedback).toBeHidden();

  // The others leave the city, and nobody can be found who would answer instead: the round goes on without them.
  const today = Temporal.Now.plainDateISO('America/New_York').toString();
  const { items: people } = await readAs<{ items: { id: string; name: string }[] }>(
    url,
    'admin',
    '/people?limit=200',
  );
  for (const name of ['Lucia Ferraro', 'Noor Haddad']) {
    const personId = people.find((one) => one.name === name)?.id;
    await ask('admin', 'POST', '/absences', { personId, from: today, to: null });
  }
  for (const person of ['employee', 'employee', 'manager', 'manager'] as const) {
    const { id } = await openFor(person, 'peer-view.another');
    await ask(person, 'POST', `/tasks/${id}/complete`, { result: { nobody: 'Nobody else saw the work.' } });
  }
  await answer('manager', 'manager-view', 'meets');
  await answer('employee', 'see-yourself', 'exceeds');
  const { id: reading, planId } = await openFor('admin', 'read-comments');
  await go('employee', `/plans/${planId}`);
  const answers = page.getByRole('region', { name: 'Answers of raters' });
  await expect(answers.getByText(/shown here once they are released/)).toBeVisible();
  await ask('admin', 'POST', `/tasks/${reading}/complete`, { result: { held: 'Nothing.' } });
  await go('manager', `/plans/${planId}`);
  await expect(answers.getByText('Eli Navarro reads them first.')).toBeVisible();
  await go('employee', `/plans/${planId}`);
  await expect(
    answers.getByText('Once you have opened them, those who see this plan read them too'),
  ).toBeVisible();
  await answers.getByRole('button', { name: 'Read the answers' }).click();
  await expect(answers.getByText('Eli Navarro, Oneself')).toBeVisible();
  await expect(answers.getByText('Some answers are too few to be shown')).toBeVisible();
});
