// decide: the decisions of a DMN file on given data, without a server.
import { decide, type JsonObject, jsonObjectSchema } from '../../../engine/index.ts';
import { problemLine } from '../documents.ts';
import { CommandError, exitCodes } from '../exit-codes.ts';
import { type Leaf, option } from '../leaf.ts';
import { asLines } from '../show.ts';

function parseInput(text: string): JsonObject {
  try {
    return jsonObjectSchema.parse(JSON.parse(text));
  } catch (cause) {
    const reason =
      cause instanceof SyntaxError ? cause.message : 'it has to be an object, such as {"Age": 18}';
    throw new CommandError(`--input cannot be used: ${reason}`, exitCodes.usage);
  }
}

export const decideLeaf: Leaf = {
  verb: 'decide',
  summary: 'evaluate the decisions of a DMN file and print their values as one JSON object, without a server',
  example: `decide approval.dmn --input '{"Age": 18, "Joined on": "2026-01-05"}'`,
  args: [['<file>', 'the DMN file, of version 1.1 to 1.5']],
  options: [['--input <json>', 'the input data by name; dates, times and durations as ISO 8601 text']],
  run: async ({ args: [file = ''], options, outside }) => {
    const input = parseInput(option(options, 'input') ?? '{}');
    const decided = decide(await outside.readFile(file), input);
    if (decided.kind === 'refused') {
      const lines = [`${file} cannot be evaluated:`, ...decided.problems.map(problemLine)];
      throw new CommandError(lines.join('\n'), exitCodes.invalid);
    }
    if (!options.quiet) for (const problem of decided.problems) outside.err(`note    ${problem}`);
    return asLines(decided.values, JSON.stringify(decided.values, null, 2));
  },
};
