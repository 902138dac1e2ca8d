// The annual appraisal as its people live it: looked back on, rated, calibrated beside others, approved, told and signed.
import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { type DemoPerson, read, signInAs } from './people.ts';

test.use({ flags: ['--demo'], contextOptions: { reducedMotion: 'reduce' } });

const template = new URL('../../samples/templates/annual-appraisal.cycle.json', import.meta.url);
/** Of a year that is over, so that nobody waits for its end. */
const period = { start: '2022-07-01', end: '2023-06-30' };

interface OpenTask {
  id: string;
  key: string;
  cycleId: string;
  componentId: string;
}

/** The one open task of the launch with the key, once it is there. */
async function openTask(page: Page, url: string, key: string, componentId: string): Promise<OpenTask> {
  let found: OpenTask | undefined;
  await expect(async () => {
    const path = `/tasks?state=open&componentId=${componentId}`;
    const { items } = await read<{ items: OpenTask[] }>(page, url, path);
    found = items.find((task) => task.cycleId === 'annual-appraisal' && task.key === key);
    expect(found).toBeDefined();
  }).toPass();
  if (!found) throw new Error(`${key} is not open for ${componentId}.`);
  return found;
}

/** How a server is asked on behalf of a person, without the screen. */
const asking =
  (page: Page, url: string) =>
  async <Answer>(person: DemoPerson, method: 'PUT' | 'POST', path: string, data: object): Promise<Answer> => {
    await signInAs(page, url, person);
    const headers = { origin: url };
    const answer = await page.request.fetch(`${url}/api/v1${path}`, { method, headers, data });
    expect(answer.ok(), `${path}: ${answer.status()}`).toBe(true);
    return answer.json();
  };

const choose = (choices: Locator, word: string): Promise<void> =>
  choices.locator('label', { hasText: word }).click();

test('a year is rated, calibrated beside others, approved, told and signed', async ({ page, server }) => {
  const { url } = server;
  const ask = asking(page, url);
  const cycle = JSON.parse(await readFile(template, 'utf8'));
  await ask('designer', 'PUT', '/cycles/annual-appraisal', cycle);
  await ask('designer', 'POST', '/cycles/annual-appraisal/publish', { note: 'For the year.' });
  const componentIds = ['dof-refunds', 'dob-examiners'];
  const launch = { cycleId: 'annual-appraisal', componentIds, period };
  const { id: launchId } = await ask<{ id: string }>('admin', 'POST', '/launches', launch);
  const looked = { results: 'exceeds', methods: 'meets', evidence: 'The log of decided requests.' };
  for (const componentId of componentIds) {
    await signInAs(page, url, 'employee');
    const plan = await openTask(page, url, 'acknowledge-plan', componentId);
    await ask('employee', 'POST', `/tasks/${plan.id}/complete`, { result: { decision: 'signed' } });
    const self = await openTask(page, url, 'write-self-review', componentId);
    await ask('employee', 'POST', `/tasks/${self.id}/complete`, { result: looked });
  }

  await signInAs(page, url, 'manager');
  const rate = await openTask(page, url, 'rate', 'dob-examiners');
  await page.goto(`/inbox?task=${rate.id}`);
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
  await expect(form).toBeHidden();

  await signInAs(page, url, 'admin');
  const { planId } = await read<{ planId: string }>(
    page,
    url,
    `/tasks/${(await openTask(page, url, 'calibrate', 'dob-examiners')).id}`,
  );
  await page.goto(`/launches/${launchId}`);
  await page.getByRole('link', { name: 'Compare the ratings' }).click();
  await expect(page.getByText('1 of 2 rated, 0 decided')).toBeVisible();
  await page
    .getByRole('row', { name: /Plan examiners/ })
    .getByRole('button')
    .click();
  const decision = page.getByRole('form', { name: 'Decision' });
  await decision.getByRole('button', { name: 'Keep outcome' }).click();
  await expect(decision.getByRole('alert')).toContainText('Choose whether the outcome stays.');
  await decision.getByRole('radio', { name: 'Change it' }).check();
  await choose(decision.getByRole('radiogroup', { name: 'It should be' }), 'Meets');
  await decision.getByLabel('Reason').fill('Over the same months the others stand at the same figure.');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
  await decision.getByRole('button', { name: 'Change outcome' }).click();
  await expect(page.getByText('1 of 2 rated, 1 decided, 1 of them changed')).toBeVisible();

  await signInAs(page, url, 'admin');
  const approve = await openTask(page, url, 'approve-ratings', 'dob-examiners');
  await ask('admin', 'POST', `/tasks/${approve.id}/complete`, { result: { decision: 'agreed' } });
  const share = await openTask(page, url, 'share', 'dob-examiners');
  await ask('admin', 'POST', `/tasks/${share.id}/complete`, {
    result: { text: 'We went through the log of May together. What would help you next year?' },
  });

  await signInAs(page, url, 'employee');
  const sign = await openTask(page, url, 'sign', 'dob-examiners');
  await page.goto(`/inbox?task=${sign.id}`);
  await page.getByRole('radio', { name: /sign/i }).first().check();
  await page.getByRole('form').getByRole('button', { name: /sign/i }).click();
  await expect(async () => {
    const plan = await read<{ status: string; outcome: string }>(page, url, `/plans/${planId}`);
    expect(plan).toMatchObject({ status: 'ended', outcome: 'meets' });
  }).toPass();
});
