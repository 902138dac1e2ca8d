// Numbers in a JSON text with more digits than are read of it: the last of them would be lost without a word.

/** Without sign, point, exponent, and the zeros around: what is left are the digits that count. */
const digitsOf = (number: string): string =>
  number
    .replace(/e.*$/i, '')
    .replace(/[-.]/g, '')
    .replace(/^0+|0+$/g, '');

const isShortened = (source: string, value: number): boolean => digitsOf(source) !== digitsOf(String(value));

/** The parsed text, and each such number as it is written and as it is taken. */
export function parseNotingNumbers(text: string): { json: unknown; shortened: [string, number][] } {
  const shortened: [string, number][] = [];
  const json: unknown = JSON.parse(text, (_, value: unknown, context?: { source?: string }) => {
    const source = context?.source;
    if (typeof value === 'number' && source !== undefined && isShortened(source, value))
      shortened.push([source, value]);
    return value;
  });
  return { json, shortened };
}
