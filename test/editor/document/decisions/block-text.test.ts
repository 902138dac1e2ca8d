import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBlock, writeBlock } from '../../../../editor/document/decisions/block-text.ts';

test('a text of FEEL keeps its quotes, a cell that a spreadsheet quoted loses them', () => {
  expect(readBlock('"below"\t> 5\r\n"a", "b"\t-\n')).toEqual([
    ['"below"', '> 5'],
    ['"a", "b"', '-'],
  ]);
  expect(readBlock('"""below"""\t"two\nlines"')).toEqual([['"below"', 'two\nlines']]);
});

test('an empty text is one empty cell, and an empty line is a line', () => {
  expect(readBlock('')).toEqual([['']]);
  expect(readBlock('a\n\nb')).toEqual([['a'], [''], ['b']]);
});

/** Two quotes in a row inside quotes are what a spreadsheet writes for one. */
const cell = fc
  .stringMatching(/^[a-z0-9 ,<>()\t\n-]*$/)
  .chain((text) => fc.constantFrom(text, `"${text.replaceAll(/[\t\n]/g, ' ')}"`));

test('what is copied is what is pasted', () => {
  fc.assert(
    fc.property(
      fc
        .integer({ min: 1, max: 4 })
        .chain((width) =>
          fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
        ),
      (block) => {
        expect(readBlock(writeBlock(block))).toEqual(block);
      },
    ),
  );
});
