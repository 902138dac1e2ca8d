// cycle compare: what differs between two documents in files, without a server. Two cycles, or two plan documents.

import { z } from 'zod';
import {
  type Cycle,
  compareCycles,
  comparePlanDocuments,
  countAspects,
  type Difference,
  goalSchema,
  type Json,
  type JsonObject,
  measureSchema,
  type PlanDocument,
  parseCycle,
} from '../../../engine/index.ts';
import { readJson } from '../documents.ts';
import { CommandError, exitCodes } from '../exit-codes.ts';
import type { Leaf, Outside } from '../leaf.ts';
import { asLines, type Shown } from '../show.ts';

const planDocument = z.object({ goals: z.array(goalSchema), measures: z.array(measureSchema) });

interface Read {
  file: string;
  json: Json;
}

const isPlanDocument = ({ json }: Read): boolean =>
  typeof json === 'object' && json !== null && !Array.isArray(json) && 'goals' in json;

function refuse({ file }: Read, places: { pointer: string; message: string }[]): never {
  const lines = places.map(({ pointer, message }) => `  ${pointer || '/'}: ${message}`);
  throw new CommandError([`${file} cannot be compared:`, ...lines].join('\n'), exitCodes.invalid);
}

function cycleIn(read: Read): Cycle {
  const parsed = parseCycle(read.json);
  return parsed.kind === 'parsed' ? parsed.cycle : refuse(read, parsed.problems);
}

function planDocumentIn(read: Read): PlanDocument {
  const parsed = planDocument.safeParse(read.json);
  if (parsed.success) return parsed.data;
  const places = parsed.error.issues.map(({ path, message }) => ({ pointer: `/${path.join('/')}`, message }));
  return refuse(read, places);
}

function compareFiles(a: Read, b: Read): Difference[] {
  if (isPlanDocument(a) !== isPlanDocument(b))
    throw new CommandError(
      'Compare two cycles or two plan documents, not one with the other.',
      exitCodes.invalid,
    );
  return isPlanDocument(a)
    ? comparePlanDocuments(planDocumentIn(a), planDocumentIn(b))
    : compareCycles(cycleIn(a), cycleIn(b));
}

const inWords = ({ aspect, message }: Difference): string => `${aspect.padEnd(9)}  ${message}`;

function show(differences: Difference[]): Shown {
  const counts = countAspects(differences);
  const data: JsonObject = { counts, differences: JSON.parse(JSON.stringify(differences)) };
  if (differences.length === 0) return asLines(data, 'The two say the same.');
  const summary = `${counts.behaviour} of behaviour, ${counts.wording} of wording, ${counts.layout} of layout.`;
  return asLines(data, ...differences.map(inWords), summary);
}

const readFile = async (outside: Outside, file: string): Promise<Read> => ({
  file,
  json: await readJson(outside, file),
});

export const compareLeaf: Leaf = {
  verb: 'compare',
  summary: 'show what differs between two cycles, or two plan documents, in files',
  example: 'cycle compare samples/quarterly-okr.cycle.json samples/probation.cycle.json',
  args: [
    ['<old>', 'the older document'],
    ['<new>', 'the newer document'],
  ],
  run: async ({ args: [old = '', other = ''], outside }) =>
    show(compareFiles(await readFile(outside, old), await readFile(outside, other))),
};
