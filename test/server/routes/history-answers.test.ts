import { expect, test } from 'vitest';
import { makeOffice } from '../../support/office.ts';

const secret = 'Words that stay in the answer.';
const answered = (task: string) => `task.${task}.completed`;

/** Pat writes a sealed self-appraisal, and the way of the plan, its messages and its decision rest on it. */
const sealed = {
  variables: { own: null },
  decisions: { Help: { logic: { kind: 'expression', text: 'if own = "below" then "needed" else "none"' } } },
  initial: 'both',
  stages: {
    both: {
      type: 'parallel',
      onDone: [{ to: 'end' }],
      stages: {
        self: {
          initial: 'writing',
          stages: {
            writing: {
              tasks: {
                own: { title: 'Own view', form: 'self-appraisal', assignee: 'owner', sealed: true },
              },
              on: {
                [answered('own')]: [
                  { to: 'written', guard: 'result.results = "exceeds"' },
                  {
                    to: 'seen',
                    guard: 'result.results = "below"',
                    do: [
                      { do: 'set', variable: 'own', value: 'result.results' },
                      { do: 'notify', to: 'role:hr', message: 'It says: {{ result.evidence }}' },
                      { do: 'notify', to: 'manager', message: 'The view is written.' },
                    ],
                  },
                ],
              },
            },
            seen: { always: [{ to: 'written', guard: 'Help = "needed"' }] },
            written: { type: 'final' },
          },
        },
        judge: {
          initial: 'rating',
          stages: {
            rating: {
              tasks: { rate: { title: 'Rate', form: 'appraisal', assignee: 'manager' } },
              on: { [answered('rate')]: [{ to: 'rated' }] },
            },
            rated: { type: 'final' },
          },
        },
      },
    },
    end: { kind: 'observe' },
  },
};

async function answeredOffice() {
  const office = await makeOffice(sealed);
  await office.start('p1');
  const [task] = await office.tasksOf('pat', 'assignee=me&state=open');
  const pat = await office.as('pat');
  const result = { results: 'below', methods: 'meets', evidence: secret };
  expect((await pat('POST', `/api/v1/tasks/${task.id}/complete`, { result })).status).toBe(200);
  return async (person: string, path: string) =>
    (await (await office.as(person))('GET', `/api/v1/plans/p1/${path}`)).body;
}

test.each(['deputy', 'hana', 'ada', 'pat'])(
  'what was answered is not told by the history to %s',
  async (person) => {
    const read = await answeredOffice();
    for (const path of ['history', 'why']) {
      const text = JSON.stringify(await read(person, path));
      expect(text).not.toContain(secret);
      expect(text).not.toContain('below');
      expect(text).not.toContain('needed');
    }
  },
);

test('the history still tells who answered, where that led, and what was told apart from the answer', async () => {
  const read = await answeredOffice();
  const line = (await read('deputy', 'history')).items.at(-1);
  expect(line).toMatchObject({
    actor: { id: 'pat' },
    event: { type: 'task.own.completed', data: {} },
    entered: ['seen', 'written'],
  });
  const told = line.effects.map(({ text }: { text: string }) => text);
  expect(told).toEqual(expect.arrayContaining(['Told role:hr', 'Told manager: The view is written.']));
});

test('a plan says that it went somewhere because of an answer, and not what the answer was', async () => {
  const read = await answeredOffice();
  const { links } = await read('deputy', 'why');
  const link = links.find(({ event }: { event: string }) => event === 'task.own.completed');
  expect(link?.words.because).toEqual([
    'So it went from writing to seen, because of what was answered.',
    'Without waiting, it went from seen to written, because of what was answered.',
  ]);
  expect(link?.guards).toEqual([]);
});
