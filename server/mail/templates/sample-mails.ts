// Mails about made-up work, so that one sees how they read before anything is due.
import { composeClosing } from '../compose-closing.ts';
import { composeDigest } from '../compose-digest.ts';
import { composeEnd, composeReport, type ReportRow } from '../compose-report.ts';
import type { Mail } from '../mailer.ts';
import type { MailLanguage } from '../words/language.ts';
import type { MailKind, MailTemplate } from './mail-kinds.ts';

export interface SampleFor {
  id: string;
  to: string;
  name: string;
  language: MailLanguage;
  zone: string;
  at: string;
  baseUrl: string;
  token: string;
}

const HOUR = 60 * 60 * 1000;
const titles: Record<MailLanguage, [string, string, string]> = {
  en: ['Agree the performance plan', 'Record permits issued', 'Appraise the year'],
  de: ['Leistungsplan vereinbaren', 'Erteilte Genehmigungen erfassen', 'Das Jahr beurteilen'],
};
const places: Record<MailLanguage, [string, string]> = {
  en: ['Elevators', 'Permits'],
  de: ['Aufzüge', 'Genehmigungen'],
};

const from = (at: string, hours: number): string => new Date(Date.parse(at) + hours * HOUR).toISOString();

function sampleTasks(language: MailLanguage) {
  const [agree, record, appraise] = titles[language];
  const [elevators, permits] = places[language];
  return [
    { id: 'sample-1', title: agree, componentName: elevators, hours: -50 },
    { id: 'sample-2', title: record, componentName: permits, hours: 0 },
    { id: 'sample-3', title: appraise, componentName: elevators, hours: 24 },
  ];
}

function sampleRows(language: MailLanguage): ReportRow[] {
  const [elevators, permits] = places[language];
  const row = { detail: null, withheld: false };
  return [
    { ...row, id: 'sample-1', name: elevators, values: { overdue: 3, open: 7, longestDays: 12 } },
    { ...row, id: 'sample-2', name: permits, values: { overdue: 0, open: 4, longestDays: null } },
  ];
}

/** Null is never: a sample always has something to tell. */
export function composeSample(
  kind: MailKind,
  given: SampleFor,
  template: MailTemplate,
): Promise<Mail | null> {
  const { at, language } = given;
  const report = { ...given, board: 'overdue' as const, filter: {} };
  const tasks = sampleTasks(language);
  switch (kind) {
    case 'digest': {
      const due = tasks.map(({ hours, ...task }) => ({ ...task, taken: true, dueAt: from(at, hours) }));
      return composeDigest({ ...given, every: 'daily', tasks: due }, template);
    }
    case 'closing': {
      const closing = tasks
        .slice(1)
        .map(({ id, ...task }) => ({ ...task, taskId: id, closesAt: from(at, 20) }));
      return composeClosing({ ...given, tasks: closing }, template);
    }
    case 'report':
      return composeReport({ ...report, narrowed: [], least: 5, rows: sampleRows(language) }, template);
    case 'report-ended':
      return composeEnd(report, template);
  }
}
