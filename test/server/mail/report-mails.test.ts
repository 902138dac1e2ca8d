import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { composeReport, type ReportOf } from '../../../server/mail/compose-report.ts';
import { reportNames, reportPath } from '../../../server/mail/report-names.ts';
import { shareText } from '../../../server/mail/words/language.ts';
import { german, reportTexts, rowTexts } from '../../../server/mail/words/report-words.ts';
import { makeSite } from '../../../server/site.ts';
import { allInUse } from '../../support/features.ts';
import { baseUrl, withMail } from '../../support/mail.ts';

const MONDAY = '2026-01-12T07:00:00.000Z';

describe('the words of a report by mail', () => {
  const catalogue = (folder: string): Record<string, string> =>
    JSON.parse(readFileSync(new URL(`../../../editor/language/de/${folder}.json`, import.meta.url), 'utf8'));
  const screens = { ...catalogue('inbox'), ...catalogue('organisation'), ...catalogue('reports') };
  const said = [
    ...Object.values(rowTexts),
    ...Object.values(reportTexts).flatMap(({ question, about, columns, ofCycle = question }) => [
      ...[question, about, ofCycle],
      ...Object.values(columns),
    ]),
  ];

  test('are in German, all of them', () => {
    expect(said.filter((english) => german[english] === undefined)).toEqual([]);
  });

  test('are those of the screens', () => {
    const others: Record<string, string | undefined> = {
      ...screens,
      Employee: screens['Employee (component)'],
    };
    for (const [english, own] of Object.entries(german))
      expect([english, others[english]]).toEqual([english, own]);
  });
});

test('leads to the report with everything that it was narrowed to', () => {
  const filter = { cycleId: 'annual', version: 2, under: 'dob', from: '2026-01-01', to: '2026-12-31' };
  expect(reportPath('overdue', filter)).toBe(
    '/reports?tab=progress&cycle=annual&version=2&under=dob&from=2026-01-01&to=2026-12-31',
  );
  for (const name of reportNames) expect(reportPath(name, {})).toMatch(/^\/reports\?tab=\w+$/);
});

test('a share stands as the language writes it', () => {
  expect([shareText(0.414, 'en'), shareText(0.414, 'de')]).toEqual(['41%', '41\u00a0%']);
});

test('withholds a small group in text and in HTML alike, and nothing in a name becomes markup', async () => {
  const small = { id: 'x', name: '<b>Few</b>', detail: null, values: { people: null }, withheld: true };
  const large = { id: 'y', name: 'Many', detail: null, values: { people: 9, meets: 9 }, withheld: false };
  const mail = await composeReport({
    ...{ id: 'r', to: 'hana@city.test', name: 'Hana', language: 'de', zone: 'Europe/Berlin', at: MONDAY },
    ...{ baseUrl, token: 'secret', board: 'groups', filter: {}, narrowed: [], least: 5 },
    rows: [small, large],
  });
  const why = 'zurückgehalten, damit über niemanden in einer Gruppe unter 5 etwas gesagt wird';
  expect(mail.text).toMatchInlineSnapshot(`
    "Guten Tag Hana,

    Schneiden Gruppen von Personen unterschiedlich ab?
    Alles, was Sie sehen dürfen
    Stand: Montag, 12. Januar 2026 um 08:00 MEZ

    - <b>Few</b>: zurückgehalten, damit über niemanden in einer Gruppe unter 5 etwas gesagt wird
    - Many: Personen 9, Übertroffen –, Erfüllt 9, Darunter –, Höchste Stufe, neben der besten Gruppe –, Nicht niedrigste Stufe, neben der besten Gruppe –

    Bericht öffnen: https://cyclewright.example/reports?tab=ratings
    Diese Mail kommt montags, weil Sie sie auf der Seite der Berichte bestellt haben.
    Alle Ihre Mails: https://cyclewright.example/settings?tab=me
    Keine solchen Mails mehr: https://cyclewright.example/unsubscribe/secret
    "
  `);
  expect([mail.text.includes(why), mail.html.includes(why)]).toEqual([true, true]);
  expect(mail.html).toContain('&lt;b&gt;Few&lt;/b&gt;');
});

const bare: Omit<ReportOf, 'rows' | 'filter' | 'narrowed'> = {
  ...{ id: 'r', to: 'hana@city.test', name: 'Hana', language: 'en', zone: 'UTC', at: MONDAY },
  ...{ baseUrl, token: 'secret', board: 'overdue', least: 0 },
};
const rowsOf = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    ...{ id: `c${index}`, name: `Team ${index}`, detail: null, withheld: false },
    values: { overdue: 1, open: 2, longestDays: 3 },
  }));

test('calls stages and their cycles by their names', async () => {
  const values = { medianDays: 4, stays: 2, now: 1 };
  const mail = await composeReport({
    ...{ id: 'r', to: 'hana@city.test', name: 'Hana', language: 'en', zone: 'Europe/Berlin', at: MONDAY },
    ...{ baseUrl, token: 'secret', board: 'dwell', filter: {}, narrowed: [], least: 5 },
    rows: [
      {
        id: 'org-goals',
        name: 'Prioritise goals',
        detail: 'loop',
        detailName: 'The loop',
        values,
        withheld: false,
      },
    ],
  });
  expect(mail.text).toContain('Prioritise goals (The loop)');
});

test('says that it was cut, and leads to the whole', async () => {
  const mail = await composeReport({ ...bare, filter: { under: 'dob' }, narrowed: [], rows: rowsOf(40) });
  const whole = `${baseUrl}/reports?tab=progress&under=dob`;
  expect(mail.text).toContain(`These are the first 25 of 40.\nSee the whole report: ${whole}\n`);
  expect(mail.html).toContain('These are the first 25 of 40. <a href="');
  expect(mail.html.match(/<tr><th scope="row"/g)).toHaveLength(25);
  const all = await composeReport({ ...bare, filter: {}, narrowed: [], rows: rowsOf(25) });
  expect(all.text).not.toContain('of 25');
  expect(all.html).not.toContain('See the whole report');
});

test('says that nothing is in it, and where more is when it was narrowed', async () => {
  const mail = await composeReport({ ...bare, filter: {}, narrowed: [], rows: [] });
  expect(mail.text).toContain('There is nothing to tell yet.\n\nOpen the report');
  const narrowed = [['Part of the organisation', 'Department of Buildings']] as const;
  const none = await composeReport({ ...bare, language: 'de', filter: { under: 'dob' }, narrowed, rows: [] });
  expect(none.text).toContain(
    `Nichts passt zu dem, worauf dieser Bericht eingegrenzt ist.\nDen ganzen Bericht ansehen: ${baseUrl}/reports?tab=progress\n`,
  );
  expect(none.html).not.toContain('<table');
});

test('says of one cycle’s feedback that what belongs to no cycle is counted too, as the screen does', async () => {
  const note = 'What was said outside of plans belongs to no cycle and is counted too.';
  const told = (filter: ReportOf['filter'], board: ReportOf['board'] = 'feedback') =>
    composeReport({ ...bare, board, filter, narrowed: [], rows: rowsOf(1) });
  const mail = await told({ cycleId: 'annual' });
  expect([mail.text.includes(`\n\n${note}\n`), mail.html.includes(note)]).toEqual([true, true]);
  expect((await told({})).text).not.toContain(note);
  expect((await told({ cycleId: 'annual' }, 'overdue')).text).not.toContain(note);
});

async function withReport(who: string, board = 'overdue', filter: object = {}) {
  const office = await withMail();
  await office.run();
  const send = await office.as(who);
  const asked = await send('POST', '/api/v1/report-mails', { board, filter });
  return { ...office, send, asked };
}

describe('a report by mail', () => {
  test('comes on Mondays with what its reader may see then, and keeps its filters', async () => {
    const office = await withReport('deputy', 'overdue', { under: 'dob' });
    const again = await office.send('POST', '/api/v1/report-mails', {
      board: 'overdue',
      filter: { under: 'dob' },
    });
    expect([office.asked.status, again.status, again.body]).toEqual([201, 201, office.asked.body]);
    await office.start('p1');
    office.deps.clock.set(MONDAY);
    await office.run();
    await office.run();
    const [mail, ...more] = office.sent.filter(({ subject }) => subject === 'Where is work overdue?');
    expect(more).toEqual([]);
    expect(mail?.to).toBe('deputy@city.test');
    expect(mail?.text).toContain('Part of the organisation: Department of Buildings');
    expect(mail?.text).toContain('- Permits: Overdue 1, Open tasks 1, Days, the oldest 5');
    expect(mail?.text).toContain(`${baseUrl}/reports?tab=progress&under=dob`);
    office.deps.clock.set('2026-01-19T07:00:00.000Z');
    await office.run();
    expect(office.sent.filter(({ subject }) => subject === 'Where is work overdue?').length).toBe(2);
  });

  test('tells a manager nothing of what others manage', async () => {
    const office = await withReport('ian', 'overdue');
    await office.start('p1');
    office.deps.clock.set(MONDAY);
    await office.run();
    const mail = office.sent.find(({ to }) => to === 'ian@city.test');
    expect(mail?.text).toContain('There is nothing to tell yet.');
    expect(mail?.text).not.toContain('Permits');
  });

  test('ends with one mail that says so when its reader may read it no more', async () => {
    const office = await withReport('hana', 'raters');
    await office.deps.store.commit((db) =>
      db.updateTable('people').set({ roles: '["employee"]' }).where('id', '=', 'hana').execute(),
    );
    office.deps.clock.set(MONDAY);
    await office.run();
    expect(office.sent.map(({ subject }) => subject)).toEqual([
      'No more mail: Who rates milder or harsher than the others?',
    ]);
    expect((await office.send('GET', '/api/v1/report-mails')).body.items).toEqual([]);
  });

  test('is refused to whom may not read the report now', async () => {
    const office = await withReport('pat', 'groups');
    expect(office.asked.status).toBe(403);
  });

  test('is stopped by who asked for it, and by nobody else', async () => {
    const office = await withReport('deputy');
    const { id } = office.asked.body;
    const other = await (await office.as('mayor'))('DELETE', `/api/v1/report-mails/${id}`, {});
    const own = await office.send('DELETE', `/api/v1/report-mails/${id}`, {});
    const again = await office.send('DELETE', `/api/v1/report-mails/${id}`, {});
    expect([other.status, own.status, again.status]).toEqual([404, 200, 404]);
  });

  test('ends by one click without signing in, and the digest goes on', async () => {
    const office = await withReport('deputy', 'standing');
    office.deps.clock.set(MONDAY);
    await office.run();
    const mail = office.sent.find(({ subject }) => subject === 'How does the organisation stand?');
    const at = `http://localhost${new URL(mail?.unsubscribe ?? '').pathname}`;
    const site = makeSite(office.deps, { identify: async () => null });
    expect(await (await site.fetch(new Request(at))).text()).toContain('No more mail with this report?');
    expect((await office.send('GET', '/api/v1/report-mails')).body.items.length).toBe(1);
    const click = new Request(at, { method: 'POST', body: 'List-Unsubscribe=One-Click' });
    expect((await site.fetch(click)).status).toBe(200);
    expect((await office.send('GET', '/api/v1/report-mails')).body.items).toEqual([]);
    expect((await office.settings('deputy')).body.every).toBe('daily');
  });

  test('waits for a Monday on which the organisation sends reports', async () => {
    const office = await withReport('deputy');
    const ada = await office.as('ada');
    await ada('PUT', '/api/v1/features', { ...allInUse, 'report-mails': false });
    office.deps.clock.set(MONDAY);
    await office.run();
    const sent = () => office.sent.filter(({ subject }) => subject === 'Where is work overdue?').length;
    expect(sent()).toBe(0);
    await ada('PUT', '/api/v1/features', allInUse);
    office.deps.clock.set('2026-01-19T07:00:00.000Z');
    await office.run();
    expect(sent()).toBe(1);
  });

  test('waits while its reader is away', async () => {
    const office = await withReport('deputy');
    office.deps.clock.set(MONDAY);
    await office.send('POST', '/api/v1/absences', { from: '2026-01-12', to: '2026-01-13' });
    await office.run();
    expect(office.sent.filter(({ to }) => to === 'deputy@city.test')).toEqual([]);
  });
});
