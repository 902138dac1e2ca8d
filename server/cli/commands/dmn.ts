// cycle export-dmn and import-dmn: the decisions of a cycle document as a DMN file, and the other way.
import {
  type Cycle,
  checkCycle,
  decisionsFromDmn,
  decisionsToDmn,
  formatCycle,
  type Problem,
  parseCycle,
} from '../../../engine/index.ts';
import { problemLine, readJson } from '../documents.ts';
import { CommandError, exitCodes } from '../exit-codes.ts';
import type { Leaf, Outside } from '../leaf.ts';
import { asLines } from '../show.ts';

function refuse(file: string, problems: readonly Problem[]): CommandError {
  return new CommandError(
    [`${file} cannot be used:`, ...problems.map(problemLine)].join('\n'),
    exitCodes.invalid,
  );
}

async function readCycle(outside: Outside, file: string): Promise<Cycle> {
  const parsed = parseCycle(await readJson(outside, file));
  if (parsed.kind === 'refused') throw refuse(file, parsed.problems);
  return parsed.cycle;
}

export const dmnLeaves: Leaf[] = [
  {
    verb: 'export-dmn',
    summary: 'print the decisions of a cycle document as DMN, without a server',
    example: 'cycle export-dmn samples/organisation-loop.cycle.json > loop.dmn',
    args: [['<file>', 'the cycle document']],
    run: async ({ args: [file = ''], outside }) => {
      const xml = decisionsToDmn(await readCycle(outside, file));
      return asLines({ xml }, xml.trimEnd());
    },
  },
  {
    verb: 'import-dmn',
    summary: 'print a cycle document with the decisions of a DMN file in it, without a server',
    example: 'cycle import-dmn samples/quarterly-okr.cycle.json samples/bonus.dmn > with-bonus.cycle.json',
    args: [
      ['<file>', 'the cycle document'],
      ['<dmn>', 'the DMN file; its decisions replace those of the same name'],
    ],
    run: async ({ args: [file = '', dmn = ''], outside }) => {
      const cycle = await readCycle(outside, file);
      const read = decisionsFromDmn(await outside.readFile(dmn));
      if (read.kind === 'refused') throw refuse(dmn, read.problems);
      const merged: Cycle = {
        ...cycle,
        types: { ...cycle.types, ...read.types },
        decisions: { ...cycle.decisions, ...read.decisions },
      };
      const found = checkCycle(merged).filter(({ pointer }) => /^\/(types|decisions)\b/.test(pointer));
      for (const problem of found) outside.err(problemLine(problem));
      const text = formatCycle(merged);
      const shown = asLines(JSON.parse(text), text.trimEnd());
      // It is printed all the same: a draft may have faults, and they are mended there.
      return found.some(({ severity }) => severity === 'error')
        ? { ...shown, exitCode: exitCodes.invalid }
        : shown;
    },
  },
];
