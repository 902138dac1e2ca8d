// The picture of a cycle: valid SVG, the same each time, with the document in it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawSvg } from '../../../editor/canvas/picture/draw-svg.tsx';
import { estimate, fitText } from '../../../editor/canvas/picture/fit-text.ts';
import { documentInSvg } from '../../../editor/canvas/picture/read-svg.ts';
import { pathData } from '../../../editor/canvas/route/path-data.ts';
import { routePaths } from '../../../editor/canvas/route/route-transitions.ts';
import { toFlow } from '../../../editor/canvas/view/to-flow.ts';
import { type Cycle, formatCycle } from '../../../engine/index.ts';
import { readXml } from '../../../engine/xml/read-xml.ts';
import { arbitraryCycle } from '../../support/arbitrary-cycle.ts';
import { readCycle, sampleCycleFiles } from '../../support/sample-cycles.ts';
import { smallCycle } from '../document/fixture.ts';

const draw = (cycle: Cycle): string =>
  drawSvg(cycle, { measure: estimate, colour: (token) => `rgb(${token.length} 0 0)`, fontFaces: '' });

function faultOf(xml: string): string | null {
  const read = readXml(xml, { maxLength: 5_000_000, maxDepth: 100, maxElements: 50_000 });
  return read.kind === 'refused' ? read.fault.message : null;
}

test('the small cycle is drawn as it was drawn before', async () => {
  await expect(draw(smallCycle)).toMatchFileSnapshot('golden/small.svg.txt');
});

describe.each(sampleCycleFiles)('%s', (file) => {
  const cycle = readCycle(file);
  const svg = draw(cycle);

  test('is valid XML with every colour written out', () => {
    expect(faultOf(svg)).toBeNull();
    expect(svg.split('</metadata>')[1]).not.toContain('var(');
  });

  test('shows every stage and every path that the canvas shows', () => {
    const { stages, transitions } = toFlow(cycle);
    for (const { id } of stages) expect(svg).toContain(`data-stage="${id}"`);
    for (const points of routePaths(stages, transitions).values()) {
      expect(svg).toContain(`d="${pathData(points)}"`);
    }
  });

  test('gives its document back as it was', () => {
    expect(documentInSvg(svg)).toBe(formatCycle(cycle).trim());
  });
});

test('whatever a document says comes back out of its picture', () => {
  fc.assert(
    fc.property(arbitraryCycle, fc.string({ unit: 'binary', minLength: 1 }), (cycle, text) => {
      const said = { ...cycle, description: `${text}</metadata>]]>&amp;var(--cw-text)` };
      expect(documentInSvg(draw(said))).toBe(formatCycle(said).trim());
    }),
    { numRuns: 40 },
  );
});

test('a picture that another program saved again is read as well', () => {
  const saved =
    '<svg:svg><svg:metadata\n  id="cyclewright-cycle"><![CDATA[{"a":"<&>"}]]></svg:metadata></svg:svg>';
  expect(documentInSvg(saved)).toBe('{"a":"<&>"}');
  expect(documentInSvg('<svg><metadata>mine</metadata></svg>')).toBeNull();
});

test('text that does not fit is cut with an ellipsis, and no more than needed', () => {
  const measure = (text: string) => text.length;
  expect(fitText('Appraise', 8, 'name', measure)).toBe('Appraise');
  expect(fitText('Appraise', 5, 'name', measure)).toBe('Appr…');
  expect(fitText('Appraise', 0, 'name', measure)).toBe('…');
});
