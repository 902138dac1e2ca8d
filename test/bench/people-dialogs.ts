// Dialogs that choose among all components of an organisation of ten thousand: from the act that opens them until there is
// something to choose from, in a page that was just loaded.
import type { Locator, Page } from '@playwright/test';

interface Step {
  /** What is pressed. */
  at: (page: Page) => Locator;
  /** What is then there, as a selector, and what it says. */
  until: string;
  says?: string;
}

export interface Dialog {
  name: string;
  path: string;
  /** What has to be there before the first act. */
  ready: (page: Page) => Locator;
  /** Acts that prepare it and are not measured. */
  before?: Step[];
  steps: Step[];
}

const button = (name: string) => (page: Page) => page.getByRole('button', { name, exact: true }).first();
const combobox = (name: string) => (page: Page) => page.getByRole('combobox', { name, exact: true });
const option = '[role="option"]';
const newLaunch = { path: '/launches/new?cycle=organisation-loop', ready: combobox('At or below') };
const oneByOne: Step = {
  at: (page) => page.getByRole('radio', { name: 'One by one' }),
  until: '[aria-label$="with all below"]',
};

export const dialogs: Dialog[] = [
  {
    name: 'budget, choosing its component',
    path: '/settings?tab=budgets',
    ready: button('Set a budget'),
    steps: [
      { at: button('Set a budget'), until: 'form input[placeholder="Choose a component"]' },
      { at: combobox('At and below'), until: option },
    ],
  },
  {
    name: 'feedback, choosing for whom',
    path: '/feedback',
    ready: button('Write feedback'),
    steps: [
      { at: button('Write feedback'), until: '[role="radio"], input[type="radio"]' },
      { at: combobox('For'), until: option },
    ],
  },
  {
    name: 'goal, what it can serve',
    path: '/organisation/d3t4p5',
    ready: button('Add a goal'),
    steps: [{ at: button('Add a goal'), until: '[role="dialog"] label', says: 'Serves' }],
  },
  {
    name: 'reports, choosing a part',
    path: '/reports?tab=results',
    ready: combobox('Part of the organisation'),
    steps: [{ at: combobox('Part of the organisation'), until: option }],
  },
  { name: 'launch, a tree to pick from', ...newLaunch, steps: [oneByOne] },
  {
    name: 'launch, a department of 1,020 is chosen and counted',
    ...newLaunch,
    before: [oneByOne],
    steps: [
      {
        at: (page) => page.getByRole('button', { name: 'department d0 with all below' }),
        until: 'button[type="submit"]',
        says: '1,021 plans',
      },
    ],
  },
];

/** In the page: from the act until what it asks for is there, looked for with every frame. */
async function take(page: Page, { at, until, says = '' }: Step): Promise<number> {
  const pressed = at(page);
  await pressed.waitFor();
  return pressed.evaluate(
    (element, wanted) => {
      const began = performance.now();
      (element as HTMLElement).focus();
      (element as HTMLElement).click();
      return new Promise<number>((resolve, reject) => {
        const look = () => {
          const took = performance.now() - began;
          const found = [...document.querySelectorAll(wanted.until)];
          const isThere = (one: Element) => one.checkVisibility() && one.textContent?.includes(wanted.says);
          if (found.some(isThere)) resolve(took);
          else if (took > 10_000) reject(new Error(`${wanted.until} did not come`));
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      });
    },
    { until, says },
  );
}

export async function openDialog(page: Page, url: string, dialog: Dialog): Promise<number> {
  const { path, ready, before = [], steps } = dialog;
  await page.goto(url + path);
  await ready(page).waitFor();
  await page.waitForLoadState('networkidle');
  for (const step of before) await take(page, step);
  let took = 0;
  for (const step of steps) took += await take(page, step);
  return took;
}
