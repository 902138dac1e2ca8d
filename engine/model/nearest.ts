// The known word nearest to a mistyped one, for messages that help.
/** One letter in three may be wrong; of one or two letters any word would be near. */
const limitFor = (word: string): number => (word.length < 3 ? 0 : Math.ceil(word.length / 3));

/** Levenshtein distance by one row. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** Null when no word is near enough to be meant. */
export function nearest(word: string, known: readonly string[]): string | null {
  if (word.length > 100) return null;
  const lower = word.toLowerCase();
  const ranked = known
    .map((candidate) => ({ candidate, away: distance(lower, candidate.toLowerCase()) }))
    .sort((a, b) => a.away - b.away);
  const best = ranked[0];
  return best && best.away <= limitFor(word) ? best.candidate : null;
}
