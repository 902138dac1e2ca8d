import { expect, test } from 'vitest';
import { makeOffice } from '../../support/office.ts';

const text = {
  type: 'object',
  properties: { words: { type: 'string', title: 'Words' } },
  required: ['words'],
};
const task = (key: string, assignee: string, more: object = {}) => ({
  [key]: { title: key, form: text, assignee, ...more },
});
const done = (key: string, to: string) => ({ [`task.${key}.completed`]: [{ to }] });

/** The manager writes a notice, HR agrees to it, then it is told and talked about. */
const helping = {
  initial: 'drafting',
  stages: {
    drafting: { tasks: task('notice', 'manager'), on: done('notice', 'checking') },
    checking: { tasks: task('check', 'role:hr'), on: done('check', 'told') },
    told: { released: true, tasks: task('talk', 'manager', { private: true }), on: done('talk', 'over') },
    over: { released: true, tasks: task('say', 'owner'), on: done('say', 'end') },
    end: { type: 'final' },
  },
};

async function makeHelping() {
  const office = await makeOffice(helping);
  await office.start('p1');
  const work = async (person: string, key: string, words: string) => {
    office.deps.clock.advance(60_000);
    const send = await office.as(person);
    const { items } = (await (await office.as('ada'))('GET', '/api/v1/tasks?state=open&planId=p1')).body;
    const { id } = items.find((one: { key: string }) => one.key === key);
    const answer = await send('POST', `/api/v1/tasks/${id}/complete`, { result: { words } });
    expect(answer.status).toBe(200);
  };
  const written = async (person: string): Promise<string[]> => {
    const { body } = await (await office.as(person))('GET', '/api/v1/plans/p1/appraisal');
    return body.written.map(({ result }: { result: { words: string } }) => result.words);
  };
  return { work, written };
}

test('what a notice says is read by who agrees to it, and by whom it is about once it is told', async () => {
  const { work, written } = await makeHelping();
  await work('deputy', 'notice', 'Nine of ten within ten days.');
  expect(await written('hana')).toEqual(['Nine of ten within ten days.']);
  expect(await written('pat')).toEqual([]);
  await work('hana', 'check', 'Agreed.');
  expect(await written('pat')).toEqual(['Nine of ten within ten days.', 'Agreed.']);
});

test('what is private is read by those who hold it alone, and one reads what one wrote', async () => {
  const { work, written } = await makeHelping();
  await work('deputy', 'notice', 'Nine of ten.');
  await work('hana', 'check', 'Agreed.');
  await work('deputy', 'talk', 'It goes better.');
  expect(await written('mayor')).toEqual(['Nine of ten.', 'Agreed.']);
  await work('pat', 'say', 'I agree.');
  expect(await written('pat')).toContain('I agree.');
});
