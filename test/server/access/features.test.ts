// What an organisation does without is refused everywhere, with who can turn it on; nothing of it is lost.
import { expect, test } from 'vitest';
import { type Feature, features } from '../../../server/access/feature-names.ts';
import { allInUse } from '../../support/features.ts';
import { makeOffice } from '../../support/office.ts';

type Office = Awaited<ReturnType<typeof makeOffice>>;
const set = async (office: Office, wish: object) =>
  (await office.as('ada'))('PUT', '/api/v1/features', { ...allInUse, ...wish });

const calm = { initial: 'wait', stages: { wait: {} } };

const routes: [Feature, who: string, path: string][] = [
  ['calibration-sessions', 'hana', '/calibration-sessions'],
  ['feedback-requests', 'pat', '/feedback-requests?side=sent'],
  ['recognition', 'pat', '/rewards?box=wall'],
  ['digests', 'pat', '/me/digest'],
  ['report-mails', 'pat', '/report-mails'],
  ['api-keys', 'ada', '/api-keys'],
];

test.for(routes)(
  '%s that are turned off are refused, and are there again when turned on',
  async ([feature, who, path]) => {
    const office = await makeOffice(calm);
    const read = async () => (await office.as(who))('GET', `/api/v1${path}`);
    const used = async () => (await (await office.as(who))('GET', '/api/v1/me')).body.features;
    expect([(await read()).status, (await used()).includes(feature)]).toEqual([200, true]);
    expect((await set(office, { [feature]: false })).status).toBe(200);
    const refused = await read();
    expect([refused.status, refused.body.type]).toEqual([403, '/docs/problems#turned-off']);
    expect(refused.body.title).toBe('Turned off in your organisation');
    expect(refused.body.detail).toContain('An administrator turns');
    expect(await used()).toEqual(features.filter((one) => one !== feature));
    await set(office, {});
    expect((await read()).status).toBe(200);
  },
);

test('what is changed is in the trail once, as it was and as it is, and screens hear of it', async () => {
  const office = await makeOffice(calm);
  for (const _ of [1, 2]) await set(office, { recognition: false });
  const { items } = (await (await office.as('ada'))('GET', '/api/v1/audit?action=features')).body;
  expect(items).toMatchObject([
    { actor: { id: 'ada' }, detail: { before: { recognition: true }, after: { recognition: false } } },
  ]);
  const told = await office.deps.store.read((db) => db.selectFrom('feed').select('type').execute());
  expect(told).toEqual([{ type: 'settings.features-changed' }]);
});

test('nothing else is refused meanwhile', async () => {
  const office = await makeOffice(calm);
  await set(office, Object.fromEntries(features.map((feature) => [feature, false])));
  const pat = await office.as('pat');
  const paths = ['/me', '/feedback?box=received', '/tasks', '/plans'];
  const statuses = await Promise.all(paths.map(async (path) => (await pat('GET', `/api/v1${path}`)).status));
  expect(statuses).toEqual([200, 200, 200, 200]);
  const spoken = await pat('PUT', '/api/v1/me/language', { language: 'de' });
  expect(spoken.status).toBe(200);
});
