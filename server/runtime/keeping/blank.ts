// Takes words out of what is stored as JSON: those of a result by where they stand, and wherever else they were repeated.
import type { Json, JsonObject } from '../../../engine/index.ts';

/** Says that something stood here. */
export const GONE = '–';

type Change = (text: string, key: string) => string;

/** `key` is the nearest name above, that of a list for what is in it. */
function mapTexts(value: Json, change: Change, key = ''): Json {
  if (typeof value === 'string') return change(value, key);
  if (Array.isArray(value)) return value.map((one) => mapTexts(one, change, key));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, mapTexts(inner, change, name)]),
  );
}

/** A single word may be an id or a choice, that stands elsewhere in its own right: there it is no word of whoever chose it. */
const isProse = (text: string): boolean => /\s/.test(text.trim());

export function proseIn(value: Json): string[] {
  const found: string[] = [];
  mapTexts(value, (text) => {
    if (isProse(text)) found.push(text);
    return text;
  });
  return found;
}

/** What a calibration decided stays, and why goes. */
const noteKeys = new Set(['reason', 'note', 'notes', 'comment', 'text']);
export const withoutNotes = (result: Json): Json =>
  mapTexts(result, (text, key) => (noteKeys.has(key) ? GONE : text));

export const notesIn = (result: Json): string[] => {
  const found: string[] = [];
  mapTexts(result, (text, key) => {
    if (noteKeys.has(key) && isProse(text)) found.push(text);
    return text;
  });
  return found;
};

/** The event by which a plan heard results; the shape stays, so that what counts them still does. */
export const eventWithout = (data: JsonObject, blank: (result: Json) => Json): JsonObject => ({
  ...data,
  ...(data.result === undefined ? {} : { result: blank(data.result) }),
  ...(Array.isArray(data.results) ? { results: data.results.map(blank) } : {}),
});

/** Takes the words out of a text; the longest first, as one may be part of another. */
export function makeScrub(words: readonly string[]) {
  const all = [...new Set(words)].toSorted((a, b) => b.length - a.length);
  const scrub = (text: string): string => all.reduce((left, word) => left.replaceAll(word, GONE), text);
  return {
    isNeeded: all.length > 0,
    text: scrub,
    json(stored: string): string {
      const before: Json = JSON.parse(stored);
      const after = mapTexts(before, scrub);
      const written = JSON.stringify(after);
      return written === JSON.stringify(before) ? stored : written;
    },
  };
}
