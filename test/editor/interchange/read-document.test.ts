// Files of other notations: what is read, and what is said about what was lost.
import { describe, expect, test } from 'vitest';
import { drawSvg } from '../../../editor/canvas/picture/draw-svg.tsx';
import { estimate } from '../../../editor/canvas/picture/fit-text.ts';
import { readDocument } from '../../../editor/interchange/read-document.ts';
import { type Cycle, decisionsToDmn, exportScxml, exportXState, formatCycle } from '../../../engine/index.ts';
import { readCycle, sampleCycleFiles } from '../../support/sample-cycles.ts';
import { smallCycle } from '../document/fixture.ts';

const cycleIn = (name: string, text: string): Cycle => {
  const read = readDocument(name, text);
  if (read.kind !== 'cycle') throw new Error(`${name} is ${read.kind}: ${JSON.stringify(read.remarks)}`);
  return read.cycle;
};

describe.each(sampleCycleFiles)('%s', (file) => {
  const cycle = readCycle(file);

  test('comes back from its own JSON and from its picture as it was', () => {
    expect(cycleIn(file, formatCycle(cycle))).toEqual(cycle);
    const svg = drawSvg(cycle, { measure: estimate, colour: () => 'black', fontFaces: '' });
    expect(cycleIn('picture.svg', svg)).toEqual(cycle);
  });

  test('comes back from SCXML and from XState with its stages and ends', () => {
    for (const [name, { text }] of [
      ['a.scxml', exportScxml(cycle)],
      ['a.machine.json', exportXState(cycle)],
    ] as const) {
      const back = cycleIn(name, text);
      expect(back.initial).toBe(cycle.initial);
      expect(Object.keys(back.stages)).toEqual(Object.keys(cycle.stages));
    }
  });
});

test('a cycle that does not say what it is called is named after its file', () => {
  const scxml = '<scxml xmlns="http://www.w3.org/2005/07/scxml" version="1.0"><state id="a"/></scxml>';
  expect(cycleIn('Annual Review.scxml', scxml).id).toBe('annual-review');
});

test('what the other notation says and a cycle cannot is reported in words', () => {
  const machine = { id: 'm', initial: 'a', states: { a: { invoke: { src: 'work' } } } };
  const read = readDocument('m.json', JSON.stringify(machine));
  expect(read.remarks.map(({ message }) => message)).toEqual([
    'Nothing is invoked from a cycle. Start another cycle with an action, or wait for an event.',
  ]);
});

test('an unknown field of a cycle is refused with the nearest known one', () => {
  const read = readDocument('c.json', JSON.stringify({ ...smallCycle, initail: 'plan' }));
  expect(read.kind).toBe('refused');
  expect(read.remarks.some(({ message }) => message.includes('initial'))).toBe(true);
});

test('decision tables are read from DMN', () => {
  const withRules = sampleCycleFiles.map(readCycle).find(({ decisions }) => decisions);
  if (!withRules) throw new Error('No sample has decisions.');
  const read = readDocument('rules.dmn', decisionsToDmn(withRules));
  expect(read.kind).toBe('decisions');
  expect(read.kind === 'decisions' && Object.keys(read.read.decisions)).toEqual(
    Object.keys(withRules.decisions ?? {}),
  );
});

test.each([
  ['notes.txt', 'hello', 'This is neither JSON nor XML. Choose a cycle, SCXML, XState or DMN file.'],
  ['drawing.svg', '<svg/>', 'This picture holds no cycle. Only pictures that were exported here do.'],
])('%s is refused with what to do', (name, text, message) => {
  expect(readDocument(name, text)).toMatchObject({ kind: 'refused', remarks: [{ message }] });
});
