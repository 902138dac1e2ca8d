// Of a long chain the beginning and the last causes are shown first.
const shownAtEnd = 3;

/** How many links after the first are left out; one alone is never hidden. */
export function hiddenLinks(total: number): number {
  const between = total - 1 - shownAtEnd;
  return between > 1 ? between : 0;
}
