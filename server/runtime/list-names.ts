// Names in a sentence, the first of many.

/** The first `most` of them in quotes, and how many others there are. */
export function listNames(names: readonly string[], most: number): string {
  const shown = names
    .slice(0, most)
    .map((name) => `“${name}”`)
    .join(', ');
  return names.length > most ? `${shown} and ${names.length - most} more` : shown;
}
