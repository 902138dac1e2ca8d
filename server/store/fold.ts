// Text as people compare it: capitals and accents make no difference. The database calls it `fold`, to find and to sort.
const isPlain = /^[ -~]*$/;

export const foldText = (text: string): string =>
  // Most names need no more, and whole columns of names are folded at once.
  (isPlain.test(text) ? text : text.normalize('NFD').replaceAll(/\p{M}/gu, '')).toLowerCase();

/** For `like`, with what has a meaning there taken literally. */
export const patternOf = (word: string): string => `%${foldText(word).replaceAll(/[\\%_]/g, '\\$&')}%`;

export const wordsOf = (text: string): string[] => text.split(/\s+/).filter(Boolean);

/** Whether a text says every word of a search. */
export function saysWords(q: string): (text: string) => boolean {
  const words = wordsOf(q).map(foldText);
  if (words.length === 0) return () => true;
  return (text) => {
    const said = foldText(text);
    return words.every((word) => said.includes(word));
  };
}
