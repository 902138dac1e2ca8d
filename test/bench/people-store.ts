// The organisation that people are measured with, filled over HTTP: employees in teams in departments, each with a goal that
// serves the team's, a measure, and a plan under way; one manager of the demonstration has two hundred tasks.
const DEPARTMENTS = 10;
const PEOPLE = 50;
const AT_ONCE = 32;
/** Of the manager of the demonstration. */
const TASKS = 200;

export type Call = <Body = Record<string, unknown>>(
  method: string,
  path: string,
  body?: unknown,
) => Promise<Body>;

/** A connection that the server closed just as it was used again is tried anew: what was taken is then a conflict. */
async function send(request: () => Promise<Response>, tries = 3): Promise<Response> {
  try {
    return await request();
  } catch (error) {
    if (tries === 0) throw error;
    const again = await send(request, tries - 1);
    return again.status === 409 ? new Response('{}') : again;
  }
}

export const callerOf =
  (url: string, token: string): Call =>
  async (method, path, body) => {
    const answer = await send(() =>
      fetch(`${url}/api/v1${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };

/** Draws on the draft of the cycle that all follow, as a designer does: read, change, save. */
async function revise(url: string, token: string, description: string): Promise<void> {
  const address = `${url}/api/v1/cycles/organisation-loop`;
  const authorization = `Bearer ${token}`;
  const read = await fetch(address, { headers: { authorization } });
  const saved = await fetch(address, {
    method: 'PUT',
    headers: {
      authorization,
      'content-type': 'application/json',
      'if-match': read.headers.get('etag') ?? '',
    },
    body: JSON.stringify({ ...(await read.json()), description }),
  });
  if (!saved.ok) throw new Error(`The draft could not be saved: ${saved.status} ${await saved.text()}`);
}

/** A second version, to which no plan has gone yet, and a third that waits for a second person. */
export async function drawOn(url: string, token: string): Promise<{ requestId: string }> {
  const call = callerOf(url, token);
  const waiting = await call<{ items: { id: string }[] }>('GET', '/publish-requests?state=waiting');
  if (waiting.items[0]) return { requestId: waiting.items[0].id };
  await revise(url, token, 'The loop as it is from the second quarter on.');
  await call('POST', '/cycles/organisation-loop/publish', {});
  await revise(url, token, 'The loop as it is from the third quarter on.');
  const { id } = await call<{ id: string }>('POST', '/cycles/organisation-loop/publish-requests', {
    note: 'For the third quarter.',
  });
  return { requestId: id };
}

interface Place {
  id: string;
  /** Null for a department. */
  parent: string | null;
  line: string;
}

/** Departments, teams in them, employees in those: everybody answers for themselves and has a manager. */
function organisation(employees: number): Place[] {
  const place = (id: string, parent: string | null, kind: string): Place => ({
    id,
    parent,
    line: [
      ...[id, `${kind} ${id}`, kind, parent ?? '', `${id}@example.org`, `Person ${id}`],
      parent === null ? '' : `${parent}@example.org`,
    ].join(','),
  });
  const teams = employees / DEPARTMENTS / PEOPLE;
  const counted = (count: number) => Array.from({ length: count }, (_, index) => index);
  const departments = counted(DEPARTMENTS).map((at) => place(`d${at}`, null, 'department'));
  const inTeams = departments.flatMap(({ id }) =>
    counted(teams).map((at) => place(`${id}t${at}`, id, 'team')),
  );
  const people = inTeams.flatMap(({ id }) =>
    counted(PEOPLE).map((at) => place(`${id}p${at}`, id, 'employee')),
  );
  return [...departments, ...inTeams, ...people];
}

export async function inParallel<Item>(
  items: readonly Item[],
  act: (item: Item) => Promise<unknown>,
): Promise<void> {
  const waiting = [...items];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) await act(item);
    }),
  );
}

export async function untilDone(call: Call, path: string): Promise<void> {
  for (;;) {
    const { status } = await call<{ status: string }>('GET', path);
    if (status !== 'running') return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

const goalOf = ({ id, parent }: Place) => ({
  ...{ id: `g-${id}`, componentId: id, title: `Answer requests of ${id}`, dimension: 'timeliness' },
  alignments:
    parent === null ? [] : [{ parentGoalId: `g-${parent}`, mode: 'contributes', share: 1, contribution: 2 }],
});

async function giveTasks(call: Call): Promise<void> {
  const { items } = await call<{ items: { id: string }[] }>(
    'GET',
    `/tasks?state=open&q=employee&limit=${TASKS}`,
  );
  await inParallel(items, ({ id }) =>
    call('POST', `/tasks/${id}/delegate`, { to: 'demo-manager', reason: 'To have many.' }),
  );
}

export interface Rated {
  id: string;
  /** The team, which is also the name before the @ of its head. */
  team: string;
}

/** The people, each with their team. */
export async function fill(call: Call, employees: number): Promise<Rated[]> {
  const places = organisation(employees);
  const people = places.slice(-employees);
  const columns = ['id', 'name', 'kind', 'parent', 'ownerEmail', 'ownerName', 'managerEmail'];
  await call('POST', '/imports', {
    kind: 'organisation',
    format: 'csv',
    content: [columns.join(','), ...places.map(({ line }) => line)].join('\n'),
    mapping: Object.fromEntries(columns.map((column) => [column, column])),
  });
  // What is served is there before what serves it.
  for (const level of [
    places.filter(({ parent }) => parent === null),
    places.slice(DEPARTMENTS, -employees),
    people,
  ])
    await inParallel(level, (one) => call('POST', '/goals', goalOf(one)));
  await inParallel(people, ({ id }) =>
    call('POST', '/measures', {
      ...{ id: `m-${id}`, goalId: `g-${id}`, title: 'Answered in time', unit: '%', direction: 'increase' },
      standards: { kind: 'points', meets: 90, exceeds: 99 },
    }),
  );
  const started = await call<{ id: string }>('POST', '/launches', {
    cycleId: 'organisation-loop',
    componentIds: people.map(({ id }) => id),
    period: { start: '2026-01-01', end: '2026-12-31' },
  });
  await untilDone(call, `/launches/${started.id}`);
  await giveTasks(call);
  return people.map(({ id, parent }) => ({ id, team: parent ?? '' }));
}
