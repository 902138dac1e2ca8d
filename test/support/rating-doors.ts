// Where somebody may read of a rating, and the doors through which they do.
import { expect } from 'vitest';
import { actorOf } from './office.ts';
import { type makeRatedOffice, needle } from './rated-office.ts';
import { makeTestApp } from './server.ts';

/** Every door by which whom a rating is about could read of it. */
const doors = [
  '/plans/p1',
  '/plans',
  '/plans?sort=urgent&count=true',
  '/plans/p1/history',
  '/plans/p1/why',
  '/plans/p1/transitions',
  '/plans/p1/score',
  '/plans/p1/progress',
  '/plans/p1/versions',
  '/plans/p1/appraisal',
  '/plans/p1/answers',
  '/plans/p1/follow-ups',
  '/tasks',
  '/tasks?planId=p1',
  '/notifications',
  '/feedback',
  '/reports/outcomes',
  '/reports/roll-up',
  '/reports/boards/outcomes',
  '/reports/boards/methods',
  '/reports/boards/goals',
  '/reports/boards/effects',
  '/reports/boards/outcomes/csv',
];

/** The doors through which the person reads of the rating that the office gave. */
export async function readThrough(
  office: Awaited<ReturnType<typeof makeRatedOffice>>,
  person: string,
  planId = 'p1',
) {
  const found: string[] = [];
  for (const door of doors) {
    const { app } = await makeTestApp(actorOf(person), office.deps);
    const response = await app.request(`/api/v1${door.replaceAll('p1', planId)}`);
    const text = await response.text();
    expect([200, 403], `${door} answered ${response.status}`).toContain(response.status);
    if (
      response.status === 200 &&
      (text.includes(needle) ||
        /"(outcome|rating)":"exceeds"|"exceeds":1|^department,[^,]*,[^,]*,1,/m.test(text))
    )
      found.push(door);
  }
  return found;
}
