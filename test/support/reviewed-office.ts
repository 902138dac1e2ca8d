// The office of the other tests with a year of reviews whose figures are known: 12 employees under the Department of
// Buildings (managed by deputy) and 6 under Parks (managed by max), each with a plan and what was done in it.
import type { Outcome } from '../../engine/index.ts';
import { makeOffice } from './office.ts';

export interface Reviewed {
  id: string;
  unit: 'dob' | 'parks';
  rater: string;
  results: Outcome;
  methods?: Outcome;
}

const many = (count: number, one: Omit<Reviewed, 'id'>, from = 1): Reviewed[] =>
  Array.from({ length: count }, (_, index) => ({ ...one, id: `${one.unit}-${index + from}` }));

/** dob: 6 exceed, 4 meet, 2 below. parks: 1 exceeds, 2 meet, 3 below. */
export const reviewed: Reviewed[] = [
  ...many(6, { unit: 'dob', rater: 'deputy', results: 'exceeds', methods: 'exceeds' }),
  ...many(4, { unit: 'dob', rater: 'deputy', results: 'meets' }, 7),
  ...many(2, { unit: 'dob', rater: 'deputy', results: 'below', methods: 'below' }, 11),
  ...many(1, { unit: 'parks', rater: 'max', results: 'exceeds', methods: 'exceeds' }),
  ...many(2, { unit: 'parks', rater: 'max', results: 'meets' }, 2),
  ...many(3, { unit: 'parks', rater: 'max', results: 'below', methods: 'below' }, 4),
];

type Office = Awaited<ReturnType<typeof makeOffice>>;

const cycle = { initial: 'rating', stages: { rating: {}, end: { type: 'final' } } };
const scores: Record<Outcome, number> = { below: 80, meets: 104, exceeds: 120 };

async function writePeople({ deps }: Office): Promise<void> {
  const createdAt = deps.clock.now();
  await deps.store.commit(async (db) => {
    const place = { zone: null, holidayRegion: null, createdAt };
    const parks = { id: 'parks', parentId: 'city', ownerId: 'mia', managerId: 'max', name: '=Parks' };
    await db
      .insertInto('components')
      .values({ ...parks, ...place, kind: 'department' })
      .execute();
    for (const id of ['mia', 'max', ...reviewed.map((one) => `p-${one.id}`)]) {
      const roles = JSON.stringify(['employee']);
      await db
        .insertInto('people')
        .values({ id, name: id, email: `${id}@city.test`, roles, createdAt })
        .execute();
    }
    for (const { id, unit } of reviewed) {
      const own = { id, parentId: unit, ownerId: `p-${id}`, managerId: null, name: id, kind: 'employee' };
      await db
        .insertInto('components')
        .values({ ...own, ...place })
        .execute();
    }
  });
}

export const planRow = (id: string, outcome: Outcome, more: object = {}) => ({
  id: `plan-${id}`,
  componentId: id,
  cycleId: 'small',
  version: 1,
  launchId: 'l1',
  status: 'active',
  stage: '["rating"]',
  outcome: outcome as string,
  score: scores[outcome],
  coverage: 1,
  round: 1,
  ending: null,
  revision: 1,
  state: JSON.stringify({
    id: `plan-${id}`,
    componentId: id,
    cycleId: 'small',
    cycleVersion: 1,
    period: { start: '2026-01-01', end: '2026-12-31' },
    goals: { trees: { outcome }, rest: { outcome: null } },
  }),
  startedAt: '2026-01-05T09:00:00.000Z',
  movedAt: '2026-01-05T09:00:00.000Z',
  ...more,
});

export const taskRow = (planOf: string, form: string, more: object = {}) => ({
  id: `${form}-${planOf}`,
  planId: `plan-${planOf}`,
  componentId: planOf,
  key: form,
  activation: 1,
  stage: 'rating',
  title: form,
  description: null,
  form: JSON.stringify(form),
  purpose: null,
  complete: '"all"',
  relation: 'manager',
  assigneeId: null,
  standsFor: null,
  delegatedBy: null,
  onBehalfOf: null,
  state: 'open',
  openedAt: '2026-01-05T09:00:00.000Z',
  dueAt: null,
  completedAt: null,
  completedBy: null,
  result: null,
  ...more,
});

const appraisal = ({ id, rater, results, methods = 'meets' }: Reviewed) =>
  taskRow(id, 'appraisal', {
    assigneeId: rater,
    state: 'completed',
    completedAt: '2026-01-06T09:00:00.000Z',
    completedBy: rater,
    result: JSON.stringify({ goals: [], results, methods, summary: 'As it was.' }),
  });

export async function makeReviewedOffice() {
  const office = await makeOffice(cycle);
  await writePeople(office);
  await office.deps.store.commit(async (db) => {
    await db
      .insertInto('plans')
      .values(reviewed.map(({ id, results }) => planRow(id, results)))
      .execute();
    await db.insertInto('tasks').values(reviewed.map(appraisal)).execute();
  });
  return office;
}
