// The mail with a report: its question, what it is narrowed to, its figures as a table, and the way to the same on the
// screen. What is withheld there is withheld here.
import { html } from 'hono/html';
import { unsubscribeUrl } from './compose-digest.ts';
import { htmlMail, mailStyle } from './html-mail.ts';
import type { Mail } from './mailer.ts';
import type { ReportFilter } from './report-names.ts';
import { type ReportName, reportPath } from './report-names.ts';
import { defaultTemplate } from './templates/default-templates.ts';
import { fillTemplate, linesOf, paragraphsOf, type Said } from './templates/fill-template.ts';
import type { MailTemplate } from './templates/mail-kinds.ts';
import { instantText, type MailLanguage, numberText, shareText } from './words/language.ts';
import { frameTexts, reportTexts, rowTexts, sayIn } from './words/report-words.ts';

export interface ReportRow {
  id: string;
  /** Null: known by its id. */
  name: string | null;
  detail: string | null;
  detailName?: string | null;
  values: Record<string, number | null>;
  withheld: boolean;
}
export interface ReportOf {
  id: string;
  to: string;
  name: string;
  language: MailLanguage;
  zone: string;
  at: string;
  baseUrl: string;
  token: string;
  board: ReportName;
  filter: ReportFilter;
  /** What the filter narrows to: an English heading and a name. */
  narrowed: readonly (readonly [heading: string, value: string])[];
  least: number;
  rows: readonly ReportRow[];
}

/** The screen has the rest. */
const MOST_ROWS = 25;
const PERCENT = new Set(['share', 'coverage', 'highestRatio', 'sparedRatio']);

function cellText(key: string, value: number | null | undefined, language: MailLanguage): string {
  if (value === null || value === undefined) return '–';
  return PERCENT.has(key) ? shareText(value, language) : numberText(value, language);
}

function rowName({ id, name, detail, detailName }: ReportRow, { board, language }: ReportOf): string {
  const say = sayIn(language);
  const known = rowTexts[id];
  const own = name ?? (known ? say(known) : id);
  // The stages of all cycles stand in one table: the cycle tells them apart.
  const cause =
    detail === null || board === 'groups' ? undefined : (detailName ?? rowTexts[detail] ?? detail);
  return cause === undefined ? own : `${own} (${say(cause)})`;
}

function missingIn({ rows, narrowed, language }: ReportOf, shown: number): string | null {
  const frame = frameTexts[language];
  if (rows.length === 0) return narrowed.length > 0 ? frame.none : frame.empty;
  return shown < rows.length ? frame.cut(shown, rows.length) : null;
}

interface Told {
  said: Said;
  question: string;
  narrowed: string;
  asOf: string;
  headings: string[];
  lines: { name: string; cells: string[] | null }[];
  /** What is not here, in words; null: this is all of it. */
  missing: string | null;
  /** What has to be known of the figures. */
  note: string | null;
}

function tell(report: ReportOf, template: MailTemplate): Told {
  const { board, rows, language, name, at, zone, filter } = report;
  const say = sayIn(language);
  const { question, about, columns, ofCycle } = reportTexts[board];
  const frame = frameTexts[language];
  const shown = rows.slice(0, MOST_ROWS);
  const narrowed =
    report.narrowed.map(([heading, value]) => `${say(heading)}: ${value}`).join(' · ') || frame.everything;
  const asOf = frame.asOf(instantText(at, zone, language));
  return {
    said: fillTemplate<'report'>(template, { name, report: say(question), narrowed, asOf }),
    ...{ question: say(question), narrowed, asOf },
    headings: [about, ...Object.values(columns)].map(say),
    lines: shown.map((row) => ({
      name: rowName(row, report),
      cells: row.withheld
        ? null
        : Object.keys(columns).map((key) => cellText(key, row.values[key], language)),
    })),
    missing: missingIn(report, shown.length),
    note: filter.cycleId && ofCycle ? say(ofCycle) : null,
  };
}

interface Ways {
  open: string;
  /** Where what is not here is; null: nowhere. */
  whole: string | null;
  stop: string;
  all: string;
}

function textOf(report: ReportOf, told: Told, { open, stop, all, whole }: Ways): string {
  const frame = frameTexts[report.language];
  const cellsOf = (cells: string[]) =>
    cells.map((cell, index) => `${told.headings[index + 1]} ${cell}`).join(', ');
  return [
    ...[...linesOf(told.said.introduction), '', told.question, told.narrowed, told.asOf, ''],
    ...told.lines.map(
      ({ name, cells }) => `- ${name}: ${cells ? cellsOf(cells) : frame.withheld(report.least)}`,
    ),
    ...(told.missing === null ? [] : [told.missing, ...(whole ? [`${frame.whole}: ${whole}`] : [])]),
    ...(told.note === null ? [] : ['', told.note]),
    ...(told.said.closing.length > 0 ? ['', ...linesOf(told.said.closing)] : []),
    '',
    `${frame.open}: ${open}`,
    frame.why,
    `${frame.all}: ${all}`,
    `${stopWords[report.language]}: ${stop}`,
    '',
  ].join('\n');
}

const stopWords: Record<MailLanguage, string> = { en: 'No more of these', de: 'Keine solchen Mails mehr' };
const cell = 'padding:4px 12px 4px 0;border-bottom:1px solid #e2e8f0;text-align:left;vertical-align:top';

function htmlOf(report: ReportOf, told: Told, { open, stop, all, whole }: Ways): Promise<string> {
  const { language, least } = report;
  const frame = frameTexts[language];
  const table = html`<table style="border-collapse:collapse;font-size:14px">
<thead><tr>${told.headings.map((heading) => html`<th scope="col" style="${cell}">${heading}</th>`)}</tr></thead>
<tbody>
${told.lines.map(
  ({ name: row, cells }) => html`<tr><th scope="row" style="${cell};font-weight:400">${row}</th>${
    cells
      ? cells.map((text) => html`<td style="${cell}">${text}</td>`)
      : html`<td colspan="${told.headings.length - 1}" style="${cell};${mailStyle.quiet}">${frame.withheld(least)}</td>`
  }</tr>
`,
)}</tbody>
</table>`;
  return htmlMail(
    language,
    html`${paragraphsOf(told.said.introduction)}<h1 style="font-size:18px;margin:16px 0 4px">${told.question}</h1>
<p style="${mailStyle.quiet};margin:0 0 16px">${told.narrowed}<br>${told.asOf}</p>
${told.lines.length > 0 ? table : ''}
${told.missing === null ? '' : html`<p>${told.missing}${whole ? html` <a href="${whole}" style="${mailStyle.link}">${frame.whole}</a>` : ''}</p>`}
${told.note === null ? '' : html`<p style="${mailStyle.small}">${told.note}</p>`}
${paragraphsOf(told.said.closing)}<p style="margin-top:24px"><a href="${open}" style="${mailStyle.link}">${frame.open}</a></p>
<p style="${mailStyle.small}">${frame.why}
<a href="${all}" style="${mailStyle.quiet}">${frame.all}</a> · <a href="${stop}" style="${mailStyle.quiet}">${stopWords[language]}</a></p>`,
  );
}

export async function composeReport(
  report: ReportOf,
  template: MailTemplate = defaultTemplate('report', report.language),
): Promise<Mail> {
  const { id, to, baseUrl, board, filter, token } = report;
  const told = tell(report, template);
  const unsubscribe = unsubscribeUrl(baseUrl, token);
  const open = `${baseUrl}${reportPath(board, filter)}`;
  // What the filter keeps out is found without it.
  const without = report.narrowed.length > 0 ? `${baseUrl}${reportPath(board, {})}` : null;
  const ways = {
    ...{ open, whole: report.rows.length > 0 ? open : without },
    stop: unsubscribe,
    all: `${baseUrl}/settings?tab=me`,
  };
  return {
    ...{ id, to, unsubscribe, subject: told.said.subject },
    text: textOf(report, told, ways),
    html: await htmlOf(report, told, ways),
  };
}

/** Who may no longer read a report is told that, and nothing of it. */
export async function composeEnd(
  report: Omit<ReportOf, 'rows' | 'least' | 'narrowed'>,
  template: MailTemplate = defaultTemplate('report-ended', report.language),
): Promise<Mail> {
  const { id, to, name, language, baseUrl, board, token } = report;
  const question = sayIn(language)(reportTexts[board].question);
  const { subject, introduction, closing } = fillTemplate<'report-ended'>(template, {
    ...{ name, report: question },
  });
  const after = closing.length > 0 ? [...linesOf(closing), ''] : [];
  return {
    ...{ id, to, subject, unsubscribe: unsubscribeUrl(baseUrl, token) },
    text: [...linesOf(introduction), '', ...after].join('\n'),
    html: await htmlMail(language, html`${paragraphsOf(introduction)}${paragraphsOf(closing)}`),
  };
}
