// Plans that move while somebody goes on from page to page keep their place until the list is asked for anew.
import { expect, test } from 'vitest';
import { fireDue } from '../../../server/runtime/plans/timers.ts';
import { makeOffice } from '../../support/office.ts';

const walking = {
  initial: 'here',
  stages: {
    here: { on: { 'step.taken': [{ to: 'there' }] } },
    there: { on: { 'step.taken': [{ to: 'here' }] } },
  },
};

async function withFour() {
  const office = await makeOffice(walking);
  const send = await office.as('ada');
  const places = ['city', 'dob', 'permits', 'inspection'];
  for (const [index, place] of places.entries()) {
    office.deps.clock.advance(60_000);
    await office.start(`p${index + 1}`, place);
  }
  const step = async (planId: string) => {
    office.deps.clock.advance(60_000);
    const { status } = await send('POST', `/api/v1/plans/${planId}/events`, { type: 'step.taken' });
    expect(status).toBe(200);
  };
  const page = async (sort: string, cursor: string | null = null) => {
    const { body } = await send(
      'GET',
      `/api/v1/plans?sort=${sort}&limit=1${cursor ? `&cursor=${cursor}` : ''}`,
    );
    return { id: body.items[0]?.id as string | undefined, nextCursor: body.nextCursor as string | null };
  };
  return { step, page };
}

test.for([
  ['moved', ['p4', 'p3', 'p2', 'p1']],
  ['-movedAt', ['p4', 'p3', 'p2', 'p1']],
  ['movedAt', ['p1', 'p2', 'p3', 'p4']],
  ['urgent', ['p1', 'p2', 'p3', 'p4']],
] as const)('sorted by %s a plan comes once, also when it moves between two pages', async ([sort, order]) => {
  const { step, page } = await withFour();
  const seen: (string | undefined)[] = [];
  for (let cursor: string | null = null, first = true; first || cursor !== null; first = false) {
    const { id, nextCursor } = await page(sort, cursor);
    if (id !== undefined) seen.push(id);
    cursor = nextCursor;
    // What was listed moves, and what is still to come, one of them more than once.
    for (const moving of [order[0], order[2], order[2], order[3]]) await step(moving);
  }
  expect(seen).toEqual(order);
});

test('who asks anew finds a plan where it has moved to', async () => {
  const { step, page } = await withFour();
  await page('moved');
  await step('p1');
  expect((await page('moved')).id).toBe('p1');
});

const dated = {
  initial: 'here',
  stages: {
    here: {
      tasks: { look: { title: 'Look back', assignee: 'owner', form: 'self-appraisal', due: '3bd' } },
      on: { 'step.taken': [{ to: 'there' }] },
    },
    there: {},
  },
};

async function withDates() {
  const office = await makeOffice(dated);
  const ada = await office.as('ada');
  for (const [index, place] of ['permits', 'inspection', 'dob'].entries()) {
    office.deps.clock.advance(60_000);
    await office.start(`p${index + 1}`, place);
  }
  office.deps.clock.advance(60_000);
  const page = async (cursor = '') => {
    const { body } = await ada('GET', `/api/v1/plans?sort=urgent&limit=1${cursor && `&cursor=${cursor}`}`);
    return { id: body.items[0]?.id as string | undefined, next: (body.nextCursor ?? '') as string };
  };
  const restAfter = async (change: () => Promise<unknown>) => {
    const first = await page();
    office.deps.clock.advance(60_000);
    await change();
    const seen = [first.id];
    for (let { next } = first; next !== ''; ) {
      const one = await page(next);
      if (one.id !== undefined) seen.push(one.id);
      next = one.next;
    }
    return seen;
  };
  return { ...office, ada, page, restAfter };
}

test('a plan whose task is withdrawn between two pages comes once', async () => {
  const { ada, restAfter, page } = await withDates();
  const leave = (id: string) => ada('POST', `/api/v1/plans/${id}/events`, { type: 'step.taken' });
  expect(await restAfter(() => Promise.all([leave('p1'), leave('p2')]))).toEqual(['p1', 'p2', 'p3']);
  expect((await page()).id).toBe('p3');
});

test('a plan whose days are counted anew between two pages comes once', async () => {
  const { ada, deps, restAfter, page } = await withDates();
  const week = { name: 'Yard', workingWeekdays: [5], region: null, daysOff: [], workedDays: [] };
  const { id } = (await ada('POST', '/api/v1/calendars', week)).body;
  const recount = async () => {
    const body = { holidayRegion: `own:${id}`, recount: true };
    for (const place of ['permits', 'inspection']) await ada('PATCH', `/api/v1/components/${place}`, body);
    await fireDue(deps, deps.clock.now());
  };
  expect(await restAfter(recount)).toEqual(['p1', 'p2', 'p3']);
  expect((await page()).id).toBe('p3');
});
