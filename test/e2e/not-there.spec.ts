// What is not there, or not for its reader: a calm page that leads back to the others.
import { demoTest, expect, test } from './fixtures.ts';
import { signInAs } from './people.ts';

test.use({ flags: ['--demo'], contextOptions: { reducedMotion: 'reduce' } });

demoTest('what is not there is said calmly, with a way to the others', async ({ page, demo, complaints }) => {
  await signInAs(page, demo.url, 'admin');
  for (const [path, said, way] of [
    ['/plans/none', 'This plan is not there', '/plans'],
    ['/inbox?task=none', 'This task is not there', '/inbox'],
    ['/organisation/none', 'This component is not there', '/organisation'],
    ['/organisation/none?asOf=2026-01-05', 'This component is not there', '/organisation'],
    ['/cycles/none', 'This cycle is not there', '/cycles'],
    ['/cycles/none/migrate', 'This cycle is not there', '/cycles'],
    ['/cycles/none/compare', 'This version is not there', '/cycles'],
    ['/cycles/none/approval?request=none', 'This request is not there', '/cycles'],
    ['/launches/none', 'This launch is not there', '/launches'],
    ['/launches/none/calibration', 'This launch is not there', '/launches'],
    // Who sits in no session has no list of them.
    ['/calibrations/none', 'This session is not there', '/inbox'],
  ] as const) {
    await page.goto(path);
    await expect(page.getByRole('heading', { name: said }), path).toBeVisible();
    await expect(page.getByRole('alert'), path).toBeHidden();
    await page
      .getByRole('main')
      .getByRole('link', { name: /^To the / })
      .click();
    await expect(page).toHaveURL(new RegExp(`${way}(\\?|$)`));
  }
  expect(complaints.filter((each) => !each.endsWith(': 404'))).toEqual([]);
  complaints.length = 0;
});

demoTest('what a mail adds to the address of a list does no harm', async ({ page, demo, complaints }) => {
  await signInAs(page, demo.url, 'admin');
  for (const path of ['/goals', '/plans', '/organisation', '/reports', '/inbox']) {
    await page.goto(`${path}?utm_source=mail`);
    await expect(page.getByRole('main').getByRole('heading', { level: 1 }), path).toBeVisible();
    await page.waitForLoadState('networkidle');
    await expect(page.getByRole('alert'), path).toBeHidden();
  }
  expect(complaints).toEqual([]);
});

demoTest(
  'what no page knows of its address is as if it were not there',
  async ({ page, demo, complaints }) => {
    await signInAs(page, demo.url, 'admin');
    const main = page.getByRole('main');
    for (const [path, shows] of [
      ['/goals?tab=nonsense&dimension=nonsense&view=nonsense', 'By component'],
      ['/plans?status=nonsense&outcome=nonsense&view=nonsense', 'Board'],
      ['/organisation?asOf=nonsense&look=nonsense', 'Tree'],
      ['/organisation?look=table&sort=nonsense', 'Table'],
      ['/settings?tab=people&role=nonsense&sort=nonsense', 'People'],
      ['/settings?tab=nonsense', 'Me'],
      ['/reports?tab=nonsense&version=nonsense&from=nonsense', 'Overview'],
      ['/automations?tab=nonsense', 'Sources'],
      ['/automations?tab=deliveries&state=nonsense', 'Deliveries'],
      ['/inbox?tab=nonsense&due=nonsense&sort=nonsense', /^To do/],
    ] as const) {
      await page.goto(path);
      await page.waitForLoadState('networkidle');
      const chosen = main
        .getByRole('tab', { name: shows, selected: true })
        .or(main.getByRole('radio', { name: shows, checked: true }));
      await expect(chosen, path).toBeAttached();
      await expect(page.getByRole('alert'), path).toBeHidden();
    }
    expect(complaints).toEqual([]);
  },
);

demoTest('who may not enter a place is told so under its name', async ({ page, demo, complaints }) => {
  await signInAs(page, demo.url, 'employee');
  const here = page.getByRole('navigation', { name: 'You are here' });
  for (const [path, name] of [
    ['/automations', 'Automations'],
    ['/launches', 'Launches'],
    ['/launches/none', 'Launches'],
  ] as const) {
    await page.goto(path);
    await expect(here, path).toHaveText(name);
    await expect(here.getByRole('link'), path).toBeHidden();
    await expect(page).toHaveTitle(`${name} · Cyclewright`);
  }
  expect(complaints.filter((each) => !each.endsWith(': 403'))).toEqual([]);
  complaints.length = 0;
});
