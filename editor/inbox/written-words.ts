// What a person wrote in a draft, whatever form it is of: its texts in the order in which the form keeps them, without
// ids and choices, which say nothing by themselves, and without what the form was read from, which others wrote.

const isSentence = (text: string): boolean => /\s/.test(text.trim());

export function writtenWords(content: unknown): string[] {
  if (typeof content === 'string') return isSentence(content) ? [content.trim()] : [];
  if (typeof content !== 'object' || content === null) return [];
  const typed = Object.entries(content).filter(([key]) => key !== 'base');
  return [...new Set(typed.flatMap(([, value]) => writtenWords(value)))];
}
