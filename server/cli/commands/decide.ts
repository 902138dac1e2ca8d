// decide: the decisions of a DMN file on given data, without a server.
import {
  canonicalInstant,
  decide,
  isZone,
  type JsonObject,
  jsonObjectSchema,
  type Moment,
} from '../../../engine/index.ts';
import { systemClock } from '../../runtime/ports.ts';
import { problemLine } from '../documents.ts';
import { CommandError, exitCodes } from '../exit-codes.ts';
import { type Leaf, type Options, option } from '../leaf.ts';
import { parseNotingNumbers } from '../long-numbers.ts';

function parseInput(text: string): { input: JsonObject; notes: string[] } {
  try {
    const { json, shortened } = parseNotingNumbers(text);
    return { input: jsonObjectSchema.parse(json), notes: shortened.map(inWords) };
  } catch (cause) {
    const reason =
      cause instanceof SyntaxError ? cause.message : 'it has to be an object, such as {"Age": 18}';
    throw new CommandError(`--input cannot be used: ${reason}`, exitCodes.usage);
  }
}

const inWords = ([source, value]: [string, number]): string =>
  `The number ${source} in --input has more digits than are read: it is taken as ${value}.`;

function parseAt(text: string): string {
  try {
    return canonicalInstant(text);
  } catch {
    throw new CommandError(
      `--at cannot be used: ${text} is no instant. Write it like 2026-01-05T09:00:00Z.`,
      exitCodes.usage,
    );
  }
}

function momentOf(options: Options): Moment {
  const zone = option(options, 'zone') ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!isZone(zone))
    throw new CommandError(
      `--zone cannot be used: there is no zone ${zone}. Write it like Europe/Berlin.`,
      exitCodes.usage,
    );
  return { at: parseAt(option(options, 'at') ?? systemClock.now()), zone };
}

export const decideLeaf: Leaf = {
  verb: 'decide',
  summary: 'evaluate the decisions of a DMN file and print their values as one JSON object, without a server',
  example: `decide samples/bonus.dmn --input '{"score": 104, "outcome": "meets"}'`,
  args: [['<file>', 'the DMN file, of version 1.1 to 1.5']],
  options: [
    ['--input <json>', 'the input data by name; dates, times and durations as ISO 8601 text'],
    ['--at <instant>', 'when it is: what now() gives (default: now)'],
    ['--zone <zone>', 'where it is: what today() is the day of (default: the zone of this machine)'],
  ],
  run: async ({ args: [file = ''], options, outside }) => {
    const { input, notes } = parseInput(option(options, 'input') ?? '{}');
    const moment = momentOf(options);
    const decided = decide(await outside.readFile(file), input, moment);
    if (decided.kind === 'refused') {
      const lines = [`${file} cannot be evaluated:`, ...decided.problems.map(problemLine)];
      throw new CommandError(lines.join('\n'), exitCodes.invalid);
    }
    if (!options.quiet)
      for (const problem of [...notes, ...decided.problems]) outside.err(`note    ${problem}`);
    return { kind: 'document', text: decided.text };
  },
};
