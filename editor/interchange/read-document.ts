// Reads a file of any notation that we know: what it holds, and what was lost or changed on the way. Pure.
import {
  type Cycle,
  type DecisionsFromDmn,
  decisionsFromDmn,
  type Imported,
  importScxml,
  importXState,
  parseCycle,
  structuralFaults,
} from '../../engine/index.ts';
import { documentInSvg } from '../canvas/picture/read-svg.ts';
import { t } from '../language/index.ts';
import { fromCheck, fromImport, type Remark } from './remark.ts';

export type ReadDocument =
  | { kind: 'cycle'; notation: string; cycle: Cycle; remarks: Remark[] }
  | {
      kind: 'decisions';
      notation: string;
      read: Extract<DecisionsFromDmn, { kind: 'read' }>;
      remarks: Remark[];
    }
  | { kind: 'refused'; notation: string; remarks: Remark[] };

/** "Annual review.scxml" names a cycle when the file does not. */
const idFrom = (fileName: string): string =>
  fileName
    .replace(/(\.cycle|\.machine)?\.\w+$/, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60) || 'imported';

export function readDocument(fileName: string, text: string): ReadDocument {
  const start = text.replace(/^\uFEFF/, '').trimStart();
  if (!start.startsWith('<')) return readJson(fileName, start);
  if (/<(?:\w+:)?svg\b/.test(start)) return readSvg(start);
  if (/<(?:\w+:)?definitions\b/.test(start)) return readDmn(start);
  return fromForeign('SCXML', importScxml(start, { id: idFrom(fileName) }));
}

const refusal = (notation: string, message: string): ReadDocument => ({
  kind: 'refused',
  notation,
  remarks: [{ severity: 'error', place: '', message }],
});

function readSvg(svg: string): ReadDocument {
  const held = documentInSvg(svg);
  if (held === null) {
    return refusal('SVG', t('This picture holds no cycle. Only pictures that were exported here do.'));
  }
  return readJson('picture', held);
}

function readJson(fileName: string, text: string): ReadDocument {
  const input = parsedJson(text);
  if (input === undefined) {
    return refusal(
      t('Unknown'),
      t('This is neither JSON nor XML. Choose a cycle, SCXML, XState or DMN file.'),
    );
  }
  const isOurs = typeof input === 'object' && input !== null && 'schema' in input;
  return isOurs ? readCycle(input) : fromForeign('XState', importXState(text, { id: idFrom(fileName) }));
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readCycle(input: unknown): ReadDocument {
  const notation = t('Cyclewright');
  const parsed = parseCycle(input);
  if (parsed.kind === 'refused')
    return { kind: 'refused', notation, remarks: parsed.problems.map(fromCheck) };
  const faults = structuralFaults(parsed.cycle);
  if (faults.length > 0) return { kind: 'refused', notation, remarks: faults.map(fromCheck) };
  return { kind: 'cycle', notation, cycle: parsed.cycle, remarks: [] };
}

function fromForeign(notation: string, imported: Imported): ReadDocument {
  const remarks = imported.problems.map(fromImport);
  return imported.kind === 'refused'
    ? { kind: 'refused', notation, remarks }
    : { kind: 'cycle', notation, cycle: imported.cycle, remarks };
}

function readDmn(xml: string): ReadDocument {
  const read = decisionsFromDmn(xml);
  const remarks = read.problems.map(fromCheck);
  return read.kind === 'refused'
    ? { kind: 'refused', notation: 'DMN', remarks }
    : { kind: 'decisions', notation: 'DMN', read, remarks };
}
