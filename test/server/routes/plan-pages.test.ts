// Plans that move while somebody goes on from page to page keep their place until the list is asked for anew.
import { expect, test } from 'vitest';
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
