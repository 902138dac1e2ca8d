import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { composeDigest, type DigestOf } from '../../../server/mail/compose-digest.ts';
import { digestReach, nextDigestAt } from '../../../server/mail/digest-times.ts';
import { makeMailer } from '../../../server/mail/mailer.ts';
import { makeSite } from '../../../server/site.ts';
import { allInUse } from '../../support/features.ts';
import { baseUrl, withMail } from '../../support/mail.ts';

describe('the next digest', () => {
  test.each([
    ['daily', 'Europe/Berlin', '2026-01-05T05:59:59.999Z', '2026-01-05T06:00:00.000Z'],
    ['daily', 'Europe/Berlin', '2026-01-05T06:00:00.000Z', '2026-01-06T06:00:00.000Z'],
    ['daily', 'UTC', '2026-01-09T09:00:00.000Z', '2026-01-12T07:00:00.000Z'],
    ['weekly', 'UTC', '2026-01-05T07:00:00.000Z', '2026-01-12T07:00:00.000Z'],
    // Over both changes of the clocks it stays seven in the morning.
    ['daily', 'Europe/Berlin', '2026-03-27T12:00:00.000Z', '2026-03-30T05:00:00.000Z'],
    ['daily', 'America/New_York', '2026-10-30T20:00:00.000Z', '2026-11-02T12:00:00.000Z'],
    ['daily', 'Pacific/Kiritimati', '2026-01-05T09:00:00.000Z', '2026-01-05T17:00:00.000Z'],
    ['off', 'UTC', '2026-01-05T07:00:00.000Z', null],
  ] as const)('%s in %s after %s', (every, zone, after, next) => {
    expect(nextDigestAt(every, zone, after)).toBe(next);
  });
});

describe('a digest reaches', () => {
  test.each([
    ['to the end of tomorrow', 'daily', 'UTC', '2026-01-07T07:00:00.000Z', '2026-01-09T00:00:00.000Z'],
    ['on Friday over the weekend', 'daily', 'UTC', '2026-01-09T07:00:00.000Z', '2026-01-13T00:00:00.000Z'],
    [
      'to the end of the Monday of the next',
      'weekly',
      'UTC',
      '2026-01-05T07:00:00.000Z',
      '2026-01-13T00:00:00.000Z',
    ],
    [
      'to the end of tomorrow before seven too',
      'daily',
      'UTC',
      '2026-01-07T05:00:00.000Z',
      '2026-01-09T00:00:00.000Z',
    ],
  ] as const)('%s', (_, every, zone, at, reach) => {
    expect(digestReach(every, zone, at)).toBe(reach);
  });
});

const digest: DigestOf = {
  id: 'dig_1',
  to: 'pat@city.test',
  name: 'Pat <b>',
  every: 'daily',
  zone: 'Europe/Berlin',
  language: 'en',
  at: '2026-01-07T06:00:00.000Z',
  baseUrl: 'https://cyclewright.example',
  token: 'secret-token',
  tasks: [
    {
      id: 'tsk_1',
      title: 'Appraise & thank',
      componentName: 'Permits',
      dueAt: '2026-01-05T09:00:00.000Z',
      taken: true,
    },
    {
      id: 'tsk_2',
      title: 'Agree',
      componentName: '<i>Roofs</i>',
      dueAt: '2026-01-07T15:00:00.000Z',
      taken: true,
    },
    {
      id: 'tsk_3',
      title: 'Record',
      componentName: 'Permits',
      dueAt: '2026-01-08T15:00:00.000Z',
      taken: true,
    },
  ],
};

test('says what is late, due today and tomorrow, as text', async () => {
  const mail = await composeDigest(digest);
  expect(mail?.subject).toBe('3 tasks wait for you, 1 late');
  expect(mail?.text).toMatchInlineSnapshot(`
    "Hello Pat <b>,

    Late (1)
    - Appraise & thank · Permits, 2 days late
      https://cyclewright.example/inbox?task=tsk_1

    Today (1)
    - Agree · <i>Roofs</i>, due today
      https://cyclewright.example/inbox?task=tsk_2

    Tomorrow (1)
    - Record · Permits, due tomorrow
      https://cyclewright.example/inbox?task=tsk_3

    Your inbox: https://cyclewright.example/inbox
    You get this on working days when something is due (Europe/Berlin).
    How often: https://cyclewright.example/settings?tab=me
    No more of these: https://cyclewright.example/unsubscribe/secret-token
    "
  `);
});

test('says the same in HTML, and nothing in a name becomes markup', async () => {
  expect((await composeDigest(digest))?.html).toMatchInlineSnapshot(`
    "<!doctype html>
    <html lang="en">
    <body style="margin:0;padding:24px;font-family:Inter,Arial,sans-serif;font-size:14px;line-height:1.5;color:#1e293b;background:#ffffff">
    <p>Hello Pat &lt;b&gt;,</p>
    <h2 style="font-size:14px;margin:24px 0 8px">Late (1)</h2>
    <ul style="margin:0;padding-left:20px">
    <li style="margin-bottom:6px"><a href="https://cyclewright.example/inbox?task=tsk_1" style="color:#4338ca">Appraise &amp; thank · Permits</a>, 2 days late</li>
    </ul>
    <h2 style="font-size:14px;margin:24px 0 8px">Today (1)</h2>
    <ul style="margin:0;padding-left:20px">
    <li style="margin-bottom:6px"><a href="https://cyclewright.example/inbox?task=tsk_2" style="color:#4338ca">Agree · &lt;i&gt;Roofs&lt;/i&gt;</a>, due today</li>
    </ul>
    <h2 style="font-size:14px;margin:24px 0 8px">Tomorrow (1)</h2>
    <ul style="margin:0;padding-left:20px">
    <li style="margin-bottom:6px"><a href="https://cyclewright.example/inbox?task=tsk_3" style="color:#4338ca">Record · Permits</a>, due tomorrow</li>
    </ul>
    <p style="margin-top:24px"><a href="https://cyclewright.example/inbox" style="color:#4338ca">Open your inbox</a></p>
    <p style="color:#64748b;font-size:12px">You get this on working days when something is due (Europe/Berlin).
    <a href="https://cyclewright.example/settings?tab=me" style="color:#64748b">How often</a> · <a href="https://cyclewright.example/unsubscribe/secret-token" style="color:#64748b">No more of these</a></p>
    </body>
    </html>
    "
  `);
});

test('says it in German to whom reads German', async () => {
  const mail = await composeDigest({ ...digest, language: 'de' });
  expect(mail?.subject).toBe('3 Aufgaben warten auf Sie, 1 verspätet');
  expect(mail?.text).toMatchInlineSnapshot(`
    "Guten Tag Pat <b>,

    Verspätet (1)
    - Appraise & thank · Permits, 2 Tage verspätet
      https://cyclewright.example/inbox?task=tsk_1

    Heute (1)
    - Agree · <i>Roofs</i>, heute fällig
      https://cyclewright.example/inbox?task=tsk_2

    Morgen (1)
    - Record · Permits, morgen fällig
      https://cyclewright.example/inbox?task=tsk_3

    Ihr Eingang: https://cyclewright.example/inbox
    Diese Mail kommt an Arbeitstagen, wenn etwas fällig ist (Europe/Berlin).
    Wie oft: https://cyclewright.example/settings?tab=me
    Keine solchen Mails mehr: https://cyclewright.example/unsubscribe/secret-token
    "
  `);
  expect(mail?.html).toContain('<html lang="de">');
});

test('counts all that is due, and names a hundred of them', async () => {
  const [task] = digest.tasks;
  if (!task) throw new Error('Something is due.');
  const tasks = Array.from({ length: 130 }, (_, index) => ({ ...task, id: `tsk_${index}` }));
  const mail = await composeDigest({ ...digest, tasks });
  expect(mail?.subject).toBe('130 tasks wait for you, 130 late');
  expect(mail?.text.match(/inbox\?task=/g)).toHaveLength(100);
  for (const part of [mail?.text, mail?.html]) {
    expect(part).toContain('Late (130)');
    expect(part).toContain('And 30 more in your inbox.');
  }
});

test('says of a task that nobody has that it is not taken yet', async () => {
  const tasks = digest.tasks.slice(2).map((task) => ({ ...task, taken: false }));
  expect((await composeDigest({ ...digest, tasks }))?.text).toContain('Record · Permits · not taken yet');
  const german = await composeDigest({ ...digest, language: 'de', tasks });
  expect(german?.text).toContain('Record · Permits · noch nicht übernommen');
});

test('says nothing when nothing is due', async () => {
  expect(await composeDigest({ ...digest, tasks: [] })).toBeNull();
});

describe('a digest', () => {
  test('comes in the morning to whom something is due, once, and to nobody else', async () => {
    const office = await withMail();
    await office.run();
    await office.start('p1');
    office.deps.clock.set('2026-01-06T06:59:59.999Z');
    await office.run();
    expect(office.sent).toEqual([]);
    office.deps.clock.set('2026-01-06T07:00:00.000Z');
    await office.run();
    await office.run();
    expect(office.sent.map(({ to, subject }) => [to, subject])).toEqual([
      ['deputy@city.test', '1 task waits for you'],
    ]);
    const [{ id }] = await office.tasksOf('deputy');
    expect(office.sent[0]?.text).toContain(`${baseUrl}/inbox?task=${id}`);
  });

  test('comes also to all who may take a task that nobody has', async () => {
    const office = await withMail();
    const colleague = { id: 'hedy', name: 'Hedy', email: 'hedy@city.test', roles: ['hr'] };
    await (await office.as('ada'))('POST', '/api/v1/people', colleague);
    await office.run();
    await office.start('p1');
    await office.deps.store.commit((db) =>
      db.updateTable('tasks').set({ assigneeId: null, relation: 'role:hr' }).execute(),
    );
    office.deps.clock.set('2026-01-06T07:00:00.000Z');
    await office.run();
    expect(office.sent.map(({ to, subject }) => [to, subject]).toSorted()).toEqual([
      ['hana@city.test', '1 task waits for you'],
      ['hedy@city.test', '1 task waits for you'],
    ]);
  });

  test('tells administrators what is for somebody whom there is not', async () => {
    const office = await withMail();
    await office.run();
    await office.start('p1');
    await office.deps.store.commit((db) => db.updateTable('tasks').set({ assigneeId: null }).execute());
    office.deps.clock.set('2026-01-06T07:00:00.000Z');
    await office.run();
    expect(office.sent.map(({ to, subject }) => [to, subject])).toEqual([
      ['ada@city.test', '1 task waits for you'],
    ]);
  });

  test('counts every task that is due, however many', async () => {
    const office = await withMail();
    await office.run();
    await office.start('p1');
    await office.deps.store.commit(async (db) => {
      const task = await db.selectFrom('tasks').selectAll().executeTakeFirstOrThrow();
      const more = Array.from({ length: 600 }, (_, index) => ({ ...task, id: `more-${index}` }));
      for (let at = 0; at < more.length; at += 50)
        await db
          .insertInto('tasks')
          .values(more.slice(at, at + 50))
          .execute();
    });
    office.deps.clock.set('2026-01-06T07:00:00.000Z');
    await office.run();
    expect(office.sent.map(({ subject }) => subject)).toEqual(['601 tasks wait for you']);
  });

  test('comes to nobody while the organisation does without, and the next one when it is used again', async () => {
    const office = await withMail();
    await office.run();
    await office.start('p1');
    const ada = await office.as('ada');
    await ada('PUT', '/api/v1/features', { ...allInUse, digests: false });
    office.deps.clock.set('2026-01-06T07:00:00.000Z');
    await office.run();
    expect(office.sent).toEqual([]);
    await ada('PUT', '/api/v1/features', allInUse);
    office.deps.clock.set('2026-01-07T07:00:00.000Z');
    await office.run();
    expect(office.sent.map(({ to }) => to)).toEqual(['deputy@city.test']);
  });

  test('is sent when the mail server is back, and the same mail again', async () => {
    const office = await withMail();
    await office.run();
    await office.start('p1');
    office.deps.clock.set('2026-01-06T07:00:00.000Z');
    office.refuse(2);
    await office.run();
    office.deps.clock.advance(60_000);
    await office.run();
    expect(office.sent).toEqual([]);
    office.deps.clock.advance(600_000);
    await office.run();
    expect(office.sent.length).toBe(1);
  });

  test('leaves out what is put off until it is late, and people on leave', async () => {
    const office = await withMail();
    await office.run();
    await office.start('p1');
    const [{ id }] = await office.tasksOf('deputy');
    const until = { until: '2026-01-20T08:00:00.000Z', pastDue: true };
    await (await office.as('deputy'))('POST', `/api/v1/tasks/${id}/snooze`, until);
    office.deps.clock.set('2026-01-06T07:00:00.000Z');
    await office.run();
    expect(office.sent).toEqual([]);
    office.deps.clock.set('2026-01-07T07:00:00.000Z');
    await office.run();
    expect(office.sent.map(({ subject }) => subject)).toEqual(['1 task waits for you, 1 late']);
    const days = { from: '2026-01-07', to: '2026-01-09' };
    await (await office.as('deputy'))('POST', '/api/v1/absences', days);
    office.deps.clock.set('2026-01-08T07:00:00.000Z');
    await office.run();
    expect(office.sent.filter(({ to }) => to === 'deputy@city.test').length).toBe(1);
  });

  test('comes as often as its reader says, in their zone', async () => {
    const office = await withMail();
    expect((await office.settings('pat')).body).toMatchObject({ every: 'daily', zone: 'UTC', sends: false });
    const weekly = { every: 'weekly', zone: 'Europe/Berlin' };
    const changed = await office.settings('pat', 'PUT', weekly);
    const again = await office.settings('pat', 'PUT', weekly);
    expect([changed.body.nextAt, again.body]).toEqual(['2026-01-12T06:00:00.000Z', changed.body]);
    const strange = await office.settings('pat', 'PUT', { every: 'daily', zone: 'Mars/Olympus' });
    expect(strange.status).toBe(422);
    expect((await office.settings('pat', 'PUT', { every: 'off', zone: 'UTC' })).body.nextAt).toBe(null);
  });

  test('is in the language of the screens that its reader looks at', async () => {
    const office = await withMail();
    const speak = async (language: string) =>
      (await office.as('deputy'))('PUT', '/api/v1/me/language', { language });
    expect([(await speak('de')).body, (await speak('de')).body]).toEqual([
      { language: 'de' },
      { language: 'de' },
    ]);
    expect((await speak('xx')).status).toBe(422);
    await office.run();
    await office.start('p1');
    office.deps.clock.set('2026-01-06T07:00:00.000Z');
    await office.run();
    expect(office.sent.map(({ subject }) => subject)).toEqual(['1 Aufgabe wartet auf Sie']);
    const site = makeSite(office.deps, { identify: async () => null });
    const link = new URL(office.sent[0]?.unsubscribe ?? '');
    const page = await site.fetch(new Request(`http://localhost${link.pathname}`));
    expect(await page.text()).toContain('Keine Mails mehr über Fälliges?');
  });

  test('ends by one click without signing in, and not by looking at the link', async () => {
    const office = await withMail();
    await office.run();
    await office.start('p1');
    office.deps.clock.set('2026-01-06T07:00:00.000Z');
    await office.run();
    const site = makeSite(office.deps, { identify: async () => null });
    const link = new URL(office.sent[0]?.unsubscribe ?? '');
    const at = `http://localhost${link.pathname}`;
    expect((await site.fetch(new Request(at))).status).toBe(200);
    expect((await office.settings('deputy')).body.every).toBe('daily');
    const click = () => site.fetch(new Request(at, { method: 'POST', body: 'List-Unsubscribe=One-Click' }));
    expect([(await click()).status, (await click()).status]).toEqual([200, 200]);
    expect((await office.settings('deputy')).body).toMatchObject({ every: 'off', nextAt: null });
    const other = new Request('http://localhost/unsubscribe/guessed', { method: 'POST' });
    expect((await site.fetch(other)).status).toBe(404);
  });
});

test('a mail in a folder has both parts and the header for one click', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cyclewright-mail-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const mail = await composeDigest(digest);
  if (!mail) throw new Error('Something is due.');
  const mailer = makeMailer(pathToFileURL(folder).href, 'Cyclewright <c@city.test>');
  await mailer.send(mail);
  await mailer.send(mail);
  expect(await readdir(folder)).toEqual(['dig_1.eml']);
  const text = await readFile(join(folder, 'dig_1.eml'), 'utf8');
  for (const line of [
    'To: pat@city.test',
    'List-Unsubscribe: <https://cyclewright.example/unsubscribe/secret-token>',
    'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
    'Message-ID: <dig_1@cyclewright>',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Type: text/html; charset=utf-8',
  ])
    expect(text).toContain(line);
});
