// Whether a sentence has become German, whatever names and expressions stand in it.
import { retelling } from '../../../../editor/language/retell/german.ts';

const english = /\b(?:the|this|that|is|are|were|of|no|and|or|which|when|it|be|has|have|with|for|from)\b/i;

/** Names and texts are as somebody wrote them, and so are expressions. */
const ownWords = (text: string): string =>
  text.replaceAll(/„[^“]*“|"[^"]*"|Hingenommen: .*$/g, '').replaceAll(/\b\w+[.(][\w.()]*/g, '');

export const isGerman = (sentence: string): boolean => {
  const told = retelling(sentence);
  return told !== null && !english.test(ownWords(told));
};

/** What is left of English, side by side with what was said. */
export const stillEnglish = (sentences: Iterable<string>): string[] =>
  [...new Set(sentences)]
    .filter((sentence) => !isGerman(sentence))
    .map((sentence) => `${sentence} → ${retelling(sentence)}`);
