// Words that hurt are refused in every reason, note, comment and answer, and in names that many read: every route that takes
// one is walked, as its schema says.
import { expect, test } from 'vitest';
import { makeTestApp } from '../../support/server.ts';

interface Schema {
  $ref?: string;
  properties?: Record<string, Schema>;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
}

const explained = new Set(['reason', 'note', 'comment', 'answer']);
const named = /\/(calibration-sessions|inbox-filters)(\/\{[^/]+\})?$/;

async function takers() {
  const { send } = await makeTestApp();
  const { body } = await send('GET', '/api/v1/openapi.json');
  const found: { method: string; path: string; body: object; pointer: string }[] = [];
  /** The paths of names at which a sentence may stand; a list is about what it holds. */
  const sentencesIn = (schema: Schema, path: string): string[][] => {
    const known: Schema = schema.$ref ? body.components.schemas[schema.$ref.split('/').at(-1) ?? ''] : schema;
    const parts = [...(known.anyOf ?? []), ...(known.oneOf ?? []), ...(known.allOf ?? [])];
    return [
      ...Object.entries(known.properties ?? {}).flatMap(([name, inner]) =>
        explained.has(name) || (name === 'name' && named.test(path))
          ? [[name]]
          : sentencesIn(inner, path).map((rest) => [name, ...rest]),
      ),
      ...parts.flatMap((part) => sentencesIn(part, path)),
    ];
  };
  for (const [path, methods] of Object.entries<
    Record<string, { requestBody?: { content: Record<string, { schema: Schema }> } }>
  >(body.paths))
    for (const [method, { requestBody }] of Object.entries(methods)) {
      const schema = requestBody?.content['application/json']?.schema;
      if (!schema) continue;
      for (const names of sentencesIn(schema, path))
        found.push({
          method: method.toUpperCase(),
          path: path.replaceAll(/\{[^/]+\}/g, 'some-id'),
          body: names.reduceRight<unknown>(
            (inner, name) => ({ [name]: inner }),
            'You are a fucking idiot.',
          ) as object,
          pointer: `/${names.join('/')}`,
        });
    }
  return { send, found };
}

test('every route that takes a reason, a note, a comment or a shared name refuses words that hurt', async () => {
  const { send, found } = await takers();
  const routes = [...new Set(found.map(({ method, path }) => `${method} ${path}`))];
  expect(routes.length).toBeGreaterThan(20);
  expect(routes).toEqual(
    expect.arrayContaining([
      'PATCH /api/v1/goals/some-id',
      'POST /api/v1/plans/some-id/cancel',
      'POST /api/v1/calibration-sessions',
      'POST /api/v1/tasks/some-id/reopening',
      'POST /api/v1/ratings/release',
    ]),
  );
  for (const { method, path, body, pointer } of found) {
    const answer = await send(method, path, body);
    const told = [path, pointer, answer.status, answer.body.detail, answer.body.errors?.[0]?.code];
    expect(told).toEqual([path, pointer, 422, 'This cannot be sent as it is; say it another way.', 'FB-01']);
  }
});

test('why somebody is away may be said', async () => {
  const { send } = await makeTestApp();
  const { body } = await send('POST', '/api/v1/plans/p1/cancel', { reason: 'She is on maternity leave.' });
  expect(body.errors ?? []).toEqual([]);
});
