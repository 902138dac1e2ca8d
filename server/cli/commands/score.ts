// score: everything in one document, without a server.
import { type DocumentScores, type Json, type Problem, scoreDocument } from '../../../engine/index.ts';
import { problemLine, readJson } from '../documents.ts';
import { CommandError, exitCodes } from '../exit-codes.ts';
import type { Leaf } from '../leaf.ts';
import type { Shown } from '../show.ts';

function refuse(file: string, problems: Problem[]): never {
  const errors = problems.map(({ code, pointer, message }) => ({ code, pointer, detail: message }));
  throw new CommandError(problems.map(problemLine).join('\n'), exitCodes.invalid, {
    type: 'about:blank',
    title: 'The document cannot be scored',
    status: 422,
    detail: `${file} has ${problems.length === 1 ? 'a fault' : `${problems.length} faults`}; nothing was scored.`,
    errors,
  });
}

/** The nodes alone, unless the document rates methods or the pace is asked for. */
function toJson({ nodes, methods, pace }: DocumentScores): Json {
  const more = { ...(Object.keys(methods).length > 0 && { methods }), ...(pace && { pace }) };
  return JSON.parse(JSON.stringify({ nodes, ...more }));
}

/** The document is JSON for people and programs alike. */
const asJson = (data: Json): Shown => ({ kind: 'lines', data, lines: [JSON.stringify(data, null, 2)] });

export const scoreLeaf: Leaf = {
  verb: 'score',
  summary: 'score the goals, measures and components of one document in a file, without a server',
  example: 'score samples/call-centre.score.json',
  args: [['<file>', 'the document: window, components, goals, measures, observations … (docs/scoring.md)']],
  options: [['--pace', 'add how additive measures would come out if they went on like this']],
  run: async ({ args: [file = ''], options, outside }) => {
    const reading = scoreDocument(await readJson(outside, file), { withPace: options.pace === true });
    if (reading.kind === 'refused') refuse(file, reading.problems);
    for (const notice of reading.notices) outside.err(problemLine(notice));
    return asJson(toJson(reading));
  },
};
