// What managers think of their people, for the reports that compare ratings: whoever answers for a team signs in and
// rates the fifty in it, each by two figures of the year.
import { type Call, inParallel, type Rated, untilDone } from './people-store.ts';

/** From one address not many more may sign in within a quarter of an hour. */
const RATERS = 80;
const password = 'a password of the bench alone';
/** Of a percentage that meets at 90 and exceeds at 99. */
const figures = [84, 91, 93, 95, 99.5];
const levelOf = (figure: number) => (figure < 90 ? 'below' : figure < 99 ? 'meets' : 'exceeds');
const ways = ['meets', 'meets', 'exceeds', 'meets', 'below'];

const cycle = {
  schema: 'cycle/1',
  id: 'year-rated',
  name: 'The year, rated',
  variables: { rating: null },
  initial: 'rating',
  stages: {
    rating: {
      kind: 'appraise',
      tasks: { rate: { title: 'Rate the year', assignee: 'manager', form: 'appraisal', due: 'P30D' } },
      on: {
        'task.rate.completed': [
          { to: 'judged', do: [{ do: 'set', variable: 'rating', value: 'result.results' }] },
        ],
      },
      after: [{ delay: 'P1Y', to: 'rated' }],
    },
    judged: {
      kind: 'appraise',
      entry: [{ do: 'appraise', outcome: 'rating' }],
      on: {
        'outcome.below': [{ to: 'rated' }],
        'outcome.meets': [{ to: 'rated' }],
        'outcome.exceeds': [{ to: 'rated' }],
      },
    },
    rated: { type: 'final' },
  },
};

async function observe(call: Call, people: readonly Rated[]): Promise<void> {
  const lines = people.flatMap(({ id }, index) =>
    ['2026-03-31', '2026-09-30'].map((day) => ({
      ...{ measureId: `m-${id}`, periodStart: day, periodEnd: day },
      value: figures[index % figures.length],
    })),
  );
  for (let start = 0; start < lines.length; start += 1_000)
    await call('POST', '/observations', lines.slice(start, start + 1_000));
}

/** As the head of the team, in a session of their own. */
async function enter(call: Call, url: string, { id, email }: { id: string; email: string }): Promise<Call> {
  await call('PATCH', `/people/${id}`, { password });
  const headers = { origin: url, 'content-type': 'application/json' };
  const entered = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ email, password }),
  });
  if (!entered.ok) throw new Error(`${email} could not sign in: ${entered.status} ${await entered.text()}`);
  const cookie = entered.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  return async (method, path, body) => {
    const answer = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: { ...headers, cookie },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
}

interface OpenTask {
  id: string;
  componentId: string;
}

async function rateTeam(head: Call, places: ReadonlyMap<string, number>): Promise<void> {
  const { items } = await head<{ items: OpenTask[] }>(
    'GET',
    '/tasks?assignee=me&state=open&q=Rate&limit=200',
  );
  for (const { id, componentId } of items) {
    const place = places.get(componentId) ?? 0;
    const results = levelOf(figures[place % figures.length] ?? 0);
    const methods = ways[(place >> 1) % ways.length];
    const goal = { goalId: `g-${componentId}`, results, methods, evidence: 'The log of requests.' };
    const summary = 'Requests were answered as the log of the year shows.';
    await head('POST', `/tasks/${id}/complete`, { result: { goals: [goal], results, methods, summary } });
  }
}

/** Of all teams, or of as many as the server lets sign in. */
export async function rateAll(call: Call, url: string, people: readonly Rated[]): Promise<void> {
  await observe(call, people);
  await call('PUT', `/cycles/${cycle.id}`, cycle);
  await call('POST', `/cycles/${cycle.id}/publish`, {});
  const launch = { cycleId: cycle.id, componentIds: people.map(({ id }) => id) };
  const period = { start: '2026-01-01', end: '2026-12-31' };
  const { id } = await call<{ id: string }>('POST', '/launches', { ...launch, period });
  await untilDone(call, `/launches/${id}`);
  const places = new Map(people.map((one, place) => [one.id, place]));
  const heads = [...new Set(people.map(({ team }) => `${team}@example.org`))].slice(0, RATERS);
  await inParallel(heads, async (email) => {
    const { items } = await call<{ items: { id: string; email: string }[] }>('GET', `/people?q=${email}`);
    const person = items.find((one) => one.email === email);
    if (person) await rateTeam(await enter(call, url, person), places);
  });
}
