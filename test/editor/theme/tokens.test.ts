import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { theme } from '../../../editor/theme/theme.ts';

const tokens = readFileSync(new URL('../../../editor/theme/tokens.css', import.meta.url), 'utf8');

/** Of a colour as #rrggbb, by WCAG 2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

test.each(['red-filled', 'red-filled-hover'])('white words stand out on %s by 4.5 to one', (name) => {
  const [, colour = '#ffffff'] = new RegExp(`--mantine-color-${name}: (#[0-9a-f]{6})`).exec(tokens) ?? [];
  expect(1.05 / (luminance(colour) + 0.05)).toBeGreaterThanOrEqual(4.5);
});

test.each([
  ['light', theme.colors?.indigo?.[6], 0],
  ['dark', theme.colors?.indigo?.[4], 1],
])('a link stands out on the line that a pointer is on, %s, by 4.5 to one', (_scheme, link = '', at) => {
  const lines = [...tokens.matchAll(/--cw-pointed: (#[0-9a-f]{6})/g)].map(([, colour = '']) =>
    luminance(colour),
  );
  const [darker = 0, lighter = 0] = [luminance(link), lines[at] ?? 0].toSorted((one, other) => one - other);
  expect((lighter + 0.05) / (darker + 0.05)).toBeGreaterThanOrEqual(4.5);
});
