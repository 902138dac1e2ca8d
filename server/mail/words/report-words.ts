// What the mails with reports say. Questions and headings are those of the screen, word for word; a test compares them.
import type { ReportName } from '../report-names.ts';
import { type MailLanguage, numberText } from './language.ts';

export interface ReportTexts {
  question: string;
  about: string;
  /** The columns that are told, in their order, with their headings. */
  columns: Record<string, string>;
  /** Where it is narrowed to one cycle. */
  ofCycle?: string;
}

const outcomes = { exceeds: 'Exceeds', meets: 'Meets', below: 'Below' };

export const reportTexts: Record<ReportName, ReportTexts> = {
  standing: {
    question: 'How does the organisation stand?',
    about: 'Component',
    columns: { score: 'Score', coverage: 'Coverage', meeting: 'Measures that meet', notScored: 'Not scored' },
  },
  outcomes: {
    question: 'How did plans come out?',
    about: 'Kind of component',
    columns: { ...outcomes, notScored: 'Not scored' },
  },
  dwell: {
    question: 'Where do plans wait?',
    about: 'Stage',
    columns: { medianDays: 'Median stay', stays: 'Stays that ended', now: 'Plans there now' },
  },
  completion: {
    question: 'How far is each manager?',
    about: 'Manager',
    columns: {
      ...{ plans: 'Plans', agreed: 'Agreed', selfAppraised: 'Appraised themselves' },
      ...{ appraised: 'Appraised', acknowledged: 'Acknowledged', ended: 'Ended' },
    },
  },
  overdue: {
    question: 'Where is work overdue?',
    about: 'Part of the organisation',
    columns: { overdue: 'Overdue', open: 'Open tasks', longestDays: 'Days, the oldest' },
  },
  load: {
    question: 'Who has how much to do?',
    about: 'Person',
    columns: {
      ...{ open: 'Open tasks', overdue: 'Overdue' },
      ...{ dueSoon: 'Due in 7 days', components: 'Components managed' },
    },
  },
  raters: {
    question: 'Who rates milder or harsher than the others?',
    about: 'Rater',
    columns: { rated: 'People rated', mean: 'Mean level', difference: 'Beside the others' },
  },
  groups: {
    question: 'Do groups of people come out differently?',
    about: 'Group',
    columns: {
      ...{ people: 'People', ...outcomes },
      highestRatio: 'Highest, beside the best group',
      sparedRatio: 'Not lowest, beside the best group',
    },
  },
  effects: {
    question: 'What came after interventions and rewards?',
    about: 'Intervention or reward',
    columns: {
      ...{ given: 'Given', followed: 'Appraised again', better: 'Scored better' },
      ...{
        same: 'Scored the same',
        worse: 'Scored worse',
        unknown: 'Cannot be compared',
        meanChange: 'Points, in the mean',
      },
    },
  },
  methods: { question: 'Which methods go with which results?', about: 'Methods', columns: outcomes },
  goals: {
    question: 'How were goals met?',
    about: 'Dimension',
    columns: { ...outcomes, notScored: 'Not scored' },
  },
  feedback: {
    question: 'Who is told something?',
    about: 'Part of the organisation',
    columns: { components: 'Components', heard: 'Told something', given: 'Times', share: 'Share' },
    ofCycle: 'What was said outside of plans belongs to no cycle and is counted too.',
  },
};

/** Rows that the boards know by an id alone. */
export const rowTexts: Record<string, string> = {
  ...{
    quantity: 'Quantity',
    quality: 'Quality',
    cost: 'Cost',
    timeliness: 'Timeliness',
    none: 'No dimension',
  },
  ...{ organisation: 'Organisation', department: 'Department', team: 'Team', process: 'Process' },
  ...{ employee: 'Employee', project: 'Project', other: 'Other', nobody: 'Nobody yet' },
  ...{ below: 'Below', meets: 'Meets', exceeds: 'Exceeds' },
  ...{ measure: 'The measure', standard: 'The standard', method: 'The method' },
  ...{ resources: 'The resources', capability: 'The capability' },
};

/** The German of the words above. */
export const german: Record<string, string> = {
  'How does the organisation stand?': 'Wie steht die Organisation?',
  Component: 'Einheit',
  Score: 'Punktzahl',
  Coverage: 'Abdeckung',
  'Measures that meet': 'Erfüllte Kennzahlen',
  'How did plans come out?': 'Was ergaben die Pläne?',
  'Kind of component': 'Art der Einheit',
  Exceeds: 'Übertroffen',
  Meets: 'Erfüllt',
  Below: 'Darunter',
  'Not scored': 'Nicht bewertet',
  'Where do plans wait?': 'Wo warten Pläne?',
  Stage: 'Phase',
  'Median stay': 'Verweildauer im Median',
  'Stays that ended': 'Beendete Aufenthalte',
  'Plans there now': 'Pläne jetzt dort',
  'How far is each manager?': 'Wie weit ist jede Führungskraft?',
  Manager: 'Führungskraft',
  Plans: 'Pläne',
  Agreed: 'Vereinbart',
  'Appraised themselves': 'Selbst beurteilt',
  Appraised: 'Beurteilt',
  Acknowledged: 'Zur Kenntnis genommen',
  Ended: 'Beendet',
  'Where is work overdue?': 'Wo ist Arbeit überfällig?',
  'Part of the organisation': 'Teil der Organisation',
  Overdue: 'Überfällig',
  'Open tasks': 'Offene Aufgaben',
  'Days, the oldest': 'Tage, die älteste',
  'Who has how much to do?': 'Wer hat wie viel zu tun?',
  Person: 'Person',
  'Due in 7 days': 'In 7 Tagen fällig',
  'Components managed': 'Geführte Einheiten',
  'Who rates milder or harsher than the others?': 'Wer beurteilt milder oder strenger als die anderen?',
  Rater: 'Beurteilt von',
  'People rated': 'Beurteilte Personen',
  'Mean level': 'Mittlere Stufe',
  'Beside the others': 'Neben den anderen',
  'Do groups of people come out differently?': 'Schneiden Gruppen von Personen unterschiedlich ab?',
  Group: 'Gruppe',
  People: 'Personen',
  'Highest, beside the best group': 'Höchste Stufe, neben der besten Gruppe',
  'Not lowest, beside the best group': 'Nicht niedrigste Stufe, neben der besten Gruppe',
  'What came after interventions and rewards?': 'Was kam nach Maßnahmen und Anerkennungen?',
  'Intervention or reward': 'Maßnahme oder Anerkennung',
  Given: 'Gegeben',
  'Appraised again': 'Erneut beurteilt',
  'Scored better': 'Besser',
  'Scored the same': 'Gleich',
  'Scored worse': 'Schlechter',
  'Cannot be compared': 'Nicht vergleichbar',
  'Points, in the mean': 'Punkte im Mittel',
  'Which methods go with which results?': 'Welche Arbeitsweise geht mit welchen Resultaten einher?',
  Methods: 'Arbeitsweise',
  'How were goals met?': 'Wie wurden Ziele erreicht?',
  Dimension: 'Dimension',
  'Who is told something?': 'Wer bekommt Rückmeldung?',
  Components: 'Einheiten',
  'Told something': 'Mit Rückmeldung',
  Times: 'Mal',
  Share: 'Anteil',
  'What was said outside of plans belongs to no cycle and is counted too.':
    'Was außerhalb von Plänen gesagt wurde, gehört zu keinem Zyklus und zählt mit.',
  Quantity: 'Menge',
  Quality: 'Qualität',
  Cost: 'Kosten',
  Timeliness: 'Termintreue',
  'No dimension': 'Keine Dimension',
  Organisation: 'Organisation',
  Department: 'Abteilung',
  Team: 'Team',
  Process: 'Prozess',
  Employee: 'Person',
  Project: 'Projekt',
  Other: 'Sonstiges',
  'Nobody yet': 'Noch niemand',
  'The measure': 'Die Kennzahl',
  'The standard': 'Der Maßstab',
  'The method': 'Die Arbeitsweise',
  'The resources': 'Die Mittel',
  'The capability': 'Die Fähigkeit',
  Cycle: 'Zyklus',
  Version: 'Version',
  'Begun from': 'Begonnen ab',
  'Begun until': 'Begonnen bis',
  Attribute: 'Merkmal',
};

export const sayIn =
  (language: MailLanguage) =>
  (english: string): string =>
    language === 'de' ? (german[english] ?? english) : english;

export interface FrameTexts {
  asOf: (when: string) => string;
  everything: string;
  withheld: (least: number) => string;
  empty: string;
  /** Nothing fits the filter. */
  none: string;
  cut: (shown: number, count: number) => string;
  whole: string;
  open: string;
  why: string;
  all: string;
}

export const frameTexts: Record<MailLanguage, FrameTexts> = {
  en: {
    asOf: (when) => `As of ${when}`,
    everything: 'All that you may see',
    withheld: (least) => `withheld, so that nobody in a group of fewer than ${least} is told of`,
    empty: 'There is nothing to tell yet.',
    none: 'Nothing fits what this report is narrowed to.',
    cut: (shown, count) => `These are the first ${numberText(shown, 'en')} of ${numberText(count, 'en')}.`,
    whole: 'See the whole report',
    open: 'Open the report',
    why: 'You get this on Mondays because you asked for it on the page of reports.',
    all: 'All your mail',
  },
  de: {
    asOf: (when) => `Stand: ${when}`,
    everything: 'Alles, was Sie sehen dürfen',
    withheld: (least) =>
      `zurückgehalten, damit über niemanden in einer Gruppe unter ${least} etwas gesagt wird`,
    empty: 'Noch gibt es nichts zu berichten.',
    none: 'Nichts passt zu dem, worauf dieser Bericht eingegrenzt ist.',
    cut: (shown, count) => `Das sind die ersten ${numberText(shown, 'de')} von ${numberText(count, 'de')}.`,
    whole: 'Den ganzen Bericht ansehen',
    open: 'Bericht öffnen',
    why: 'Diese Mail kommt montags, weil Sie sie auf der Seite der Berichte bestellt haben.',
    all: 'Alle Ihre Mails',
  },
};
