// A sentence with holes, such as `There is no task "{task}" in this cycle.{hint}`, found in a sentence that was filled in.
// What is between the holes is looked for from the left, so that a long sentence that does not fit costs one reading.

const kinds = ['name', 'said', 'list', 'code', 'codes'] as const;

export interface Hole {
  name: string;
  /** `said`: words that are themselves retold; `list`: such words with commas, "and" or "or"; `code`: as it is; `codes`: a list of such. */
  as: (typeof kinds)[number];
}

export interface Template {
  /** What stands around the holes: one more than there are holes. */
  between: readonly string[];
  holes: readonly Hole[];
}

const hole = /\{(\w+)(?:, (said|list|codes?))?\}/;

export function readTemplate(text: string): Template {
  const pieces = text.split(hole);
  const holes: Hole[] = [];
  for (let at = 1; at < pieces.length; at += 3) {
    const as = kinds.find((kind) => kind === pieces[at + 1]) ?? 'name';
    holes.push({ name: pieces[at] ?? '', as });
  }
  return { between: pieces.filter((_, at) => at % 3 === 0), holes };
}

/** What the template says by itself: the more it is, the surer is a find. */
export const lengthOf = ({ between }: Template): number => between.join('').length;

/** Its words alone; two templates of one shape find the same. */
export const shapeOf = (text: string): string => readTemplate(text).between.join('{}');

/** What is in each hole, in order; null when the sentence is another one. Of two holes side by side the first has it all. */
export function findIn(sentence: string, { between }: Template): string[] | null {
  const [first = '', ...others] = between;
  const last = others.pop();
  if (last === undefined) return sentence === first ? [] : null;
  const end = sentence.length - last.length;
  if (!sentence.startsWith(first) || !sentence.endsWith(last) || end < first.length) return null;
  const found: string[] = [];
  let [from, beside] = [first.length, 0];
  for (const words of [...others, null]) {
    if (words === '') {
      beside += 1;
      continue;
    }
    const at = words === null ? end : sentence.indexOf(words, from);
    if (at < 0 || at > end) return null;
    found.push(sentence.slice(from, at), ...Array<string>(beside).fill(''));
    [from, beside] = [at + (words?.length ?? 0), 0];
  }
  return from <= end ? found : null;
}
