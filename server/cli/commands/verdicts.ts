// What candidates make of plans, as a person reads it: replays of finished plans, and shadows of live ones.
import type { Json } from '../../../engine/index.ts';
import { readJson } from '../documents.ts';
import { CommandError, exitCodes } from '../exit-codes.ts';
import { option, type Run } from '../leaf.ts';
import { textAt } from '../show.ts';

export const candidateOptions: [flags: string, help: string][] = [
  ['--candidate <file>', 'the cycle document to try; the draft when left out'],
  ['--version <n>', 'instead: a published version'],
];

/** As the API takes it. */
export async function candidateOf({ options, outside }: Pick<Run, 'options' | 'outside'>): Promise<Json> {
  const [file, version] = [option(options, 'candidate'), option(options, 'version')];
  if (file !== undefined && version !== undefined)
    throw new CommandError('Give --candidate or --version, one of the two.', exitCodes.usage);
  if (file !== undefined) return readJson(outside, file);
  if (version === undefined) return 'draft';
  const number = Number(version);
  if (Number.isInteger(number) && number > 0) return number;
  throw new CommandError('--version takes the number of a version, such as 2.', exitCodes.usage);
}

const linesAt = (value: Json, side: 'recorded' | 'replayed'): string[] => {
  const words = typeof value === 'object' && value !== null && !Array.isArray(value) ? value.words : null;
  const lines = typeof words === 'object' && words !== null && !Array.isArray(words) ? words[side] : null;
  return Array.isArray(lines) ? lines.map(String) : [];
};

function sideLines(title: string, lines: string[]): string[] {
  return lines.length === 0 ? [] : [`  ${title}:`, ...lines.map((line) => `    ${line}`)];
}

/** A paragraph: the verdict, and both sides where the ways part. */
export function verdictLines(plan: Json): string[] {
  const head = [textAt(plan, 'planId'), textAt(plan, 'componentName'), textAt(plan, 'verdict')].join('  ');
  const revision = textAt(plan, 'parting.revision');
  const replayed = textAt(plan, 'verdict') === 'not-replayed' ? 'Today' : 'Candidate';
  return [
    head,
    `  ${textAt(plan, 'words.verdict')}`,
    ...sideLines(revision === '–' ? 'Recorded' : `Recorded, revision ${revision}`, linesAt(plan, 'recorded')),
    ...sideLines(replayed, linesAt(plan, 'replayed')),
  ];
}

const countNames: [key: string, words: string][] = [
  ['same', 'the same'],
  ['other-path', 'the same by another way'],
  ['other-outcome', 'otherwise'],
  ['not-replayed', 'not replayed'],
  ['waiting', 'still to be looked at'],
];

/** Such as: 12 the same, 3 otherwise. */
export function countsIn(report: Json): string {
  const counts = countNames
    .map(([key, words]) => [textAt(report, `counts.${key}`), words])
    .filter(([count]) => count !== '0' && count !== '–')
    .map(([count, words]) => `${count} ${words}`);
  return counts.join(', ') || (textAt(report, 'withheld') === '–' ? 'no plan' : 'too few to be told');
}

/** Why no plans are told, when none are. */
export const withheldLines = (report: Json): string[] => {
  const why = textAt(report, 'withheld');
  return why === '–' ? [] : [why];
};
