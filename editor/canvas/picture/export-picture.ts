// The picture of a cycle as files: SVG, and PNG at twice the size. As the screen shows it, in the theme of the moment.
import interUrl from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url';
import monoUrl from '@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2?url';
import type { Cycle } from '../../../engine/index.ts';
import { drawSvg } from './draw-svg.tsx';
import { estimate, fonts, type Measure } from './fit-text.ts';

const families = { plain: 'Inter Variable', mono: 'JetBrains Mono Variable' };

export async function exportSvg(cycle: Cycle): Promise<string> {
  const style = getComputedStyle(document.documentElement);
  return drawSvg(cycle, {
    measure: measureOnScreen(),
    colour: (token) => style.getPropertyValue(token).trim(),
    fontFaces: (
      await Promise.all([fontFace(families.plain, interUrl), fontFace(families.mono, monoUrl)])
    ).join(''),
  });
}

async function fontFace(family: string, url: string): Promise<string> {
  const font = await dataUrl(await (await fetch(url)).blob());
  return `@font-face{font-family:'${family}';font-weight:100 900;src:url(${font}) format('woff2')}`;
}

const dataUrl = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(new Error('A font could not be read.', { cause: reader.error }));
    reader.readAsDataURL(blob);
  });

/** With the letters that the screen has. */
function measureOnScreen(): Measure {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return estimate;
  return (text, font) => {
    const { size, weight, mono } = fonts[font];
    context.font = `${weight} ${size}px "${mono ? families.mono : families.plain}"`;
    return context.measureText(text).width;
  };
}

const pngScale = 2;

export async function exportPng(cycle: Cycle): Promise<Blob> {
  const image = new Image();
  image.src = await dataUrl(new Blob([await exportSvg(cycle)], { type: 'image/svg+xml' }));
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * pngScale;
  canvas.height = image.naturalHeight * pngScale;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    const done = (blob: Blob | null) =>
      blob
        ? resolve(blob)
        : reject(new Error('The picture is too large for this browser. Export it as SVG.'));
    canvas.toBlob(done, 'image/png');
  });
}
