import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { composeDigest, type DigestOf } from '../../../server/mail/compose-digest.ts';
import { defaultTemplate } from '../../../server/mail/templates/default-templates.ts';
import { fillTemplate } from '../../../server/mail/templates/fill-template.ts';
import { everyMail, type MailTemplate } from '../../../server/mail/templates/mail-kinds.ts';
import { composeSample } from '../../../server/mail/templates/sample-mails.ts';
import { checkTemplate } from '../../../server/runtime/admin/check-mail-template.ts';
import { baseUrl, withMail } from '../../support/mail.ts';

const own: MailTemplate = {
  subject: '[City] {tasks} open, {late} late',
  introduction: 'Dear {name},\n\nthis is <b>yours</b> on {day}.\nNo hurry.',
  closing: 'Questions? people@city.test',
};
const digest: DigestOf = {
  ...{
    id: 'dig_1',
    to: 'pat@city.test',
    name: 'Pat {late} <b>',
    every: 'daily',
    zone: 'UTC',
    language: 'en',
  },
  ...{ at: '2026-01-07T07:00:00.000Z', baseUrl, token: 'secret-token' },
  tasks: [
    { id: 'tsk_1', title: 'Agree', componentName: 'Permits', dueAt: '2026-01-05T09:00:00.000Z', taken: true },
  ],
};

describe('a template', () => {
  test('is filled once, and what is typed or put in is never markup', async () => {
    const mail = await composeDigest(digest, own);
    expect(mail?.subject).toBe('[City] 1 open, 1 late');
    expect(mail?.text).toMatchInlineSnapshot(`
      "Dear Pat {late} <b>,

      this is <b>yours</b> on Wednesday 7 January.
      No hurry.

      Late (1)
      - Agree · Permits, 2 days late
        https://cyclewright.example/inbox?task=tsk_1

      Questions? people@city.test

      Your inbox: https://cyclewright.example/inbox
      You get this on working days when something is due (UTC).
      How often: https://cyclewright.example/settings?tab=me
      No more of these: https://cyclewright.example/unsubscribe/secret-token
      "
    `);
    expect(mail?.html).toContain('<p>Dear Pat {late} &lt;b&gt;,</p>');
    expect(mail?.html).toContain(
      '<p>this is &lt;b&gt;yours&lt;/b&gt; on Wednesday 7 January.<br>No hurry.</p>',
    );
    expect(mail?.html).toContain('<p>Questions? people@city.test</p>');
  });

  test('never takes the links away, whatever its words are', async () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(text, text, text, async (subject, introduction, closing) => {
        const mail = await composeDigest(digest, { subject, introduction, closing });
        expect(mail?.html.match(/<a href="/g)?.length).toBe(4);
        expect(mail?.html).toContain('href="https://cyclewright.example/unsubscribe/secret-token"');
        expect(mail?.text).toContain('https://cyclewright.example/unsubscribe/secret-token');
        expect(mail?.subject).not.toMatch(/[\r\n]/);
      }),
    );
  });

  test('names the placeholder that was meant, or those that there are', () => {
    const wrong = { subject: '{sumary}', introduction: 'Hello {name} {asOf}', closing: '{ two words } {' };
    expect(checkTemplate('digest', wrong)).toEqual([
      { pointer: '/subject', detail: 'There is no placeholder “sumary”. Did you mean “summary”?' },
      {
        pointer: '/introduction',
        detail: 'There is no placeholder “asOf”. Use name, summary, tasks, late, day.',
      },
      {
        pointer: '/closing',
        detail:
          'A placeholder is one word in curly brackets. Nothing else may stand in them, and none may stand alone.',
      },
    ]);
  });

  test('is sound as it is shipped, and spaces within the braces do not matter', () => {
    for (const { kind, language } of everyMail)
      expect(checkTemplate(kind, defaultTemplate(kind, language))).toEqual([]);
    const spaced = { subject: '{ summary }', introduction: '', closing: '' };
    const values = { name: 'Pat', summary: '2 tasks', tasks: '2' };
    expect(fillTemplate<'closing'>(spaced, values).subject).toBe('2 tasks');
  });

  test('has a sample of each mail in each language, with its links', async () => {
    for (const { kind, language } of everyMail) {
      const given = { ...digest, language, name: 'Pat', tasks: [] };
      const mail = await composeSample(kind, given, defaultTemplate(kind, language));
      expect(mail?.subject).toBeTruthy();
      expect(`${mail?.subject}${mail?.text}${mail?.html}`).not.toMatch(/[{}]/);
      expect(mail?.unsubscribe).toContain('/unsubscribe/secret-token');
      expect(mail?.html).toContain(`<html lang="${language}">`);
    }
  });
});

const path = '/api/v1/mail-templates/digest/en';
const words = { subject: 'For you: {summary}', introduction: 'Dear {name}', closing: '' };
const ofDigest = (body: { items: { kind: string; language: string }[] }) =>
  body.items.find(({ kind, language }) => kind === 'digest' && language === 'en');
const shipped = { subject: '{summary}', introduction: 'Hello {name},', closing: '' };

describe('the words of a mail', () => {
  test('are changed and put back, each told in the audit trail with what was before', async () => {
    const { as } = await withMail();
    const ada = await as('ada');
    const changed = await ada('PUT', path, words);
    expect(changed.body).toMatchObject({ ...words, shipped, changedBy: { id: 'ada', name: 'Ada' } });
    expect((await ada('PUT', path, words)).body).toEqual(changed.body);
    expect(ofDigest((await ada('GET', '/api/v1/mail-templates')).body)).toEqual(changed.body);
    const back = await ada('DELETE', path);
    expect(back.body).toMatchObject({ ...shipped, changedAt: null, changedBy: null });
    expect((await ada('DELETE', path)).body).toEqual(back.body);
    const trail = (await ada('GET', '/api/v1/audit?action=mail-template')).body.items;
    const before = { subject: '{summary}', introduction: 'Hello {name},' };
    const after = { subject: 'For you: {summary}', introduction: 'Dear {name}' };
    expect(
      trail.map(({ action, detail }: { action: string; detail: object }) => ({ action, detail })),
    ).toEqual([
      { action: 'mail-template.reset', detail: { before: after, after: before } },
      { action: 'mail-template.change', detail: { before, after } },
    ]);
  });

  test('are those that the next mail is sent with', async () => {
    const office = await withMail();
    await (await office.as('ada'))('PUT', path, words);
    await office.run();
    await office.start('p1');
    office.deps.clock.set('2026-01-06T07:00:00.000Z');
    await office.run();
    expect(office.sent.map(({ subject }) => subject)).toEqual(['For you: 1 task waits for you']);
    expect(office.sent[0]?.text).toMatch(/^Dear Deputy\n/);
  });

  test('are refused with a placeholder that is none, and nothing is kept', async () => {
    const { as } = await withMail();
    const ada = await as('ada');
    for (const [method, at] of [
      ['PUT', path],
      ['POST', `${path}/preview`],
    ] as const) {
      const refused = await ada(method, at, { ...words, introduction: 'Hello {nmae}' });
      expect([refused.status, refused.body.errors]).toEqual([
        422,
        [{ pointer: '/introduction', detail: 'There is no placeholder “nmae”. Did you mean “name”?' }],
      ]);
    }
    expect(ofDigest((await ada('GET', '/api/v1/mail-templates')).body)).toMatchObject({ changedAt: null });
    expect((await ada('PUT', path, { ...words, subject: 'Two\nlines' })).status).toBe(422);
    expect((await ada('PUT', '/api/v1/mail-templates/digest/fr', words)).status).toBe(422);
  });

  test('are shown in a sample, and about one’s own work when there is some', async () => {
    const office = await withMail();
    await office.run();
    await office.start('p1');
    await office.deps.store.commit(async (db) => {
      await db.updateTable('tasks').set({ assigneeId: 'ada' }).execute();
    });
    const look = async (who: string, kind: string, about: string) =>
      (await (await office.as(who))('POST', `/api/v1/mail-templates/${kind}/en/preview`, { ...words, about }))
        .body.mail;
    const forMe = { ...words, subject: 'S' };
    const report = { ...forMe, about: 'me' };
    expect((await look('ada', 'digest', 'sample')).text).toContain(
      'Record permits issued · Permits, due today',
    );
    expect((await look('ada', 'digest', 'me')).text).toMatch(
      /^Dear Ada\n\nTomorrow \(1\)\n- Agree the plan · Permits/,
    );
    expect((await look('ada', 'digest', 'me')).html).toContain('/unsubscribe/preview');
    expect(await look('ada', 'closing', 'me')).toBe(null);
    const send = await office.as('ada');
    const read = await send('POST', '/api/v1/mail-templates/report/en/preview', report);
    expect(read.body.mail.text).toContain('How does the organisation stand?');
    const ended = await send('POST', '/api/v1/mail-templates/report-ended/de/preview', report);
    expect(ended.body.mail.subject).toBe('S');
  });

  test('are sent as a test to whoever tries them, and to nobody when the server sends no mail', async () => {
    const office = await withMail();
    const ada = await office.as('ada');
    const none = await ada('POST', `${path}/test`, words);
    expect([none.status, none.body.detail]).toEqual([
      409,
      'This server sends no mail. Start it with --mail-url and --base-url, then send the test again.',
    ]);
    office.deps.site.sendsMail = true;
    await office.run();
    const sent = await ada('POST', `${path}/test`, words, { 'idempotency-key': 'one' });
    const again = await ada('POST', `${path}/test`, words, { 'idempotency-key': 'one' });
    expect([sent.body, again.body]).toEqual([{ to: 'ada@city.test' }, { to: 'ada@city.test' }]);
    expect((await ada('POST', `${path}/test`, { ...words, about: 'me' })).status).toBe(409);
    await office.run();
    expect(office.sent.map(({ to, subject }) => [to, subject])).toEqual([
      ['ada@city.test', 'For you: 3 tasks wait for you, 1 late'],
    ]);
    expect(office.sent[0]?.unsubscribe).not.toContain('preview');
    const trail = (await ada('GET', '/api/v1/audit?action=mail-template.test')).body.items;
    expect(trail.map(({ detail }: { detail: object }) => detail)).toEqual([
      { to: 'ada@city.test', about: 'sample' },
    ]);
  });
});
