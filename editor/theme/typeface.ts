// The typeface is asked for with the first data: a page that is drawn in another one first would wrap anew and jump.
const LONGEST = 1_000;

/** Resolves when text can be drawn in its own letters, or after a second without them. */
export function typefaceReady(): Promise<unknown> {
  const letters = ['400', '600'].map((weight) => document.fonts.load(`${weight} 14px "Inter Variable"`));
  const longest = new Promise((resolve) => setTimeout(resolve, LONGEST));
  return Promise.race([Promise.allSettled(letters), longest]);
}
