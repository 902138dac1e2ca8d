// A cycle as an SVG file that stands alone: colours are written out, fonts are in it, and so is the document itself.
import { renderToStaticMarkup } from 'react-dom/server';
import { type Cycle, formatCycle } from '../../../engine/index.ts';
import { CyclePicture } from './CyclePicture.tsx';
import type { Measure } from './fit-text.ts';
import { documentId } from './read-svg.ts';

interface Drawing {
  measure: Measure;
  /** What a token of the theme stands for, such as --cw-text. */
  colour(token: string): string;
  /** CSS that brings the fonts. */
  fontFaces: string;
}

export function drawSvg(cycle: Cycle, { measure, colour, fontFaces }: Drawing): string {
  const markup = renderToStaticMarkup(
    <CyclePicture cycle={cycle} measure={measure}>
      <title>{cycle.name}</title>
      <metadata id={documentId}>{formatCycle(cycle)}</metadata>
      {fontFaces && <style>{fontFaces}</style>}
    </CyclePicture>,
  );
  const [head = '', ...rest] = markup.split('</metadata>');
  // Words of the designer in the document are left alone.
  const drawn = rest
    .join('</metadata>')
    .replaceAll(/var\((--[a-z-]+)\)/g, (_, token: string) => colour(token));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${head}</metadata>${drawn}\n`;
}
