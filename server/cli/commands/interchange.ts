// cycle import and cycle export: cycles from and in other notations, by files alone.
import { dirname, isAbsolute, join, normalize } from 'node:path';
import {
  type Cycle,
  type Exported,
  exportMermaid,
  exportScxml,
  exportXState,
  formatCycle,
  type Imported,
  type ImportProblem,
  importScxml,
  importXState,
  parseCycle,
  structuralFaults,
} from '../../../engine/index.ts';
import { CommandError, exitCodes } from '../exit-codes.ts';
import { type Leaf, type Outside, option } from '../leaf.ts';
import { asLines } from '../show.ts';

const inWords = ({ severity, code, place, message }: ImportProblem): string =>
  `${severity.padEnd(7)} ${code} ${place}: ${message}`;

const shownAtMost = 20;

function tell(outside: Outside, problems: readonly ImportProblem[]): void {
  for (const problem of problems.slice(0, shownAtMost)) outside.err(inWords(problem));
  const left = problems.length - shownAtMost;
  if (left > 0) outside.err(`… and ${left} more; --json lists all.`);
}

/** The file's own name without its endings, as an id. */
const idOf = (file: string): string =>
  (file.split(/[\\/]/).at(-1) ?? '')
    .replace(/\..*$/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '') || 'imported';

/** Files that a chart refers to lie beside it or below: nothing else is read. */
const isNear = (name: string): boolean =>
  !isAbsolute(name) && !/^[a-z]+:/i.test(name) && !normalize(name).startsWith('..');

async function readNear(
  outside: Outside,
  file: string,
  names: ReadonlySet<string>,
): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const name of [...names].filter(isNear)) {
    const text = await outside.readFile(join(dirname(file), name)).catch(() => undefined);
    if (text !== undefined) texts.set(name, text);
  }
  return texts;
}

/** Once to learn what it refers to, and again with that when there is anything. */
async function fromScxml(outside: Outside, file: string, text: string): Promise<Imported> {
  const id = idOf(file);
  const wanted = new Set<string>();
  const resource = (name: string) => {
    wanted.add(name);
    return undefined;
  };
  const first = importScxml(text, { id, resource });
  if (wanted.size === 0) return first;
  const texts = await readNear(outside, file, wanted);
  return importScxml(text, { id, resource: (name) => texts.get(name) });
}

async function read(outside: Outside, file: string): Promise<Imported> {
  const text = await outside.readFile(file);
  const isXml = file.endsWith('.scxml') || text.trimStart().startsWith('<');
  return isXml ? fromScxml(outside, file, text) : importXState(text, { id: idOf(file) });
}

async function readCycle(outside: Outside, file: string): Promise<Cycle> {
  const text = await outside.readFile(file);
  const refuse = (lines: string[]) =>
    new CommandError([`${file} is no cycle:`, ...lines].join('\n'), exitCodes.invalid);
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch (error) {
    throw refuse([error instanceof Error ? error.message : String(error)]);
  }
  const parsed = parseCycle(input);
  const faults = parsed.kind === 'refused' ? parsed.problems : structuralFaults(parsed.cycle);
  if (parsed.kind === 'refused' || faults.length > 0) {
    throw refuse(faults.map(({ code, pointer, message }) => `${code} ${pointer || '/'}: ${message}`));
  }
  return parsed.cycle;
}

const formats: Record<string, (cycle: Cycle) => Exported> = {
  scxml: exportScxml,
  xstate: exportXState,
  mermaid: (cycle) => ({ text: exportMermaid(cycle), problems: [] }),
};
const formatNames = Object.keys(formats).join(', ');

export const interchangeLeaves: Leaf[] = [
  {
    verb: 'import',
    summary: 'read an SCXML document or an XState machine as a cycle, without a server',
    example: 'cycle import samples/review.scxml > review.cycle.json',
    args: [['<file>', 'an .scxml file, or the JSON of a machine; problems go to stderr']],
    run: async ({ args: [file = ''], outside }) => {
      const imported = await read(outside, file);
      if (imported.kind === 'refused') {
        const errors = imported.problems.map(inWords);
        throw new CommandError(
          [`${file} cannot be read as a cycle:`, ...errors].join('\n'),
          exitCodes.invalid,
        );
      }
      tell(outside, imported.problems);
      const { cycle } = imported;
      return asLines(JSON.parse(formatCycle(cycle)), formatCycle(cycle).trimEnd());
    },
  },
  {
    verb: 'export',
    summary:
      'write a cycle document as SCXML, as an XState machine or as a Mermaid diagram, without a server',
    example: 'cycle export samples/probation.cycle.json --format mermaid',
    args: [['<file>', 'the cycle document']],
    required: [['--format <format>', formatNames]],
    run: async ({ args: [file = ''], options, outside }) => {
      const format = option(options, 'format') ?? '';
      const write = Object.hasOwn(formats, format) ? formats[format] : undefined;
      if (!write)
        throw new CommandError(`--format is one of ${formatNames}, not "${format}".`, exitCodes.usage);
      const { text, problems } = write(await readCycle(outside, file));
      if (!options.json) tell(outside, problems);
      return asLines({ format, text, problems: problems.map((problem) => ({ ...problem })) }, text.trimEnd());
    },
  },
];
