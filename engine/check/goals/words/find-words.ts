// Whole words in a text, without regard to case.
export const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}][\p{L}'’-]*/gu) ?? [];

/** The first of the words or phrases that the text has. */
export function firstFound(text: string, words: readonly string[]): string | null {
  const padded = ` ${wordsOf(text.replaceAll('’', "'")).join(' ')} `;
  return words.find((word) => padded.includes(` ${word} `)) ?? null;
}
