// Text that fits: cut with an ellipsis as the screen cuts it. How wide text is, is told from outside.
export const fonts = {
  name: { size: 13, weight: 600, mono: false },
  facts: { size: 12, weight: 400, mono: false },
  label: { size: 12, weight: 400, mono: false },
  guard: { size: 11, weight: 400, mono: true },
} as const;

export type Font = keyof typeof fonts;
export type Measure = (text: string, font: Font) => number;

export function fitText(text: string, width: number, font: Font, measure: Measure): string {
  if (measure(text, font) <= width) return text;
  const letters = [...text];
  let [least, most] = [0, letters.length];
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (measure(`${letters.slice(0, middle).join('')}…`, font) <= width) least = middle;
    else most = middle - 1;
  }
  return `${letters.slice(0, least).join('').trimEnd()}…`;
}

/** Where nothing can measure: near enough for pictures that are looked at from afar, and the same everywhere. */
export const estimate: Measure = (text, font) => {
  const { size, mono, weight } = fonts[font];
  return text.length * size * (mono ? 0.61 : weight === 600 ? 0.57 : 0.54);
};
