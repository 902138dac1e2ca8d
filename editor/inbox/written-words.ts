// What a person wrote in a draft, whatever form it is of: its texts in the order in which the form keeps them, without
// ids and choices, which say nothing by themselves.

const isSentence = (text: string): boolean => /\s/.test(text.trim());

export function writtenWords(content: unknown): string[] {
  if (typeof content === 'string') return isSentence(content) ? [content.trim()] : [];
  if (typeof content !== 'object' || content === null) return [];
  return [...new Set(Object.values(content).flatMap(writtenWords))];
}
