// Parses documents that are read again and again: one that says the same as at the last time is the same object, so that
// what rests on it knows at a glance, and need not be parsed.

export type ParseAll = <Document>(kind: string, texts: readonly string[]) => Document[];

export const parseAll: ParseAll = (_, texts) => texts.map((text) => JSON.parse(text));

/** Of each kind it keeps what was asked for last. Nobody may change what it gives. */
export function makeDocuments(): ParseAll {
  const kept = new Map<string, ReadonlyMap<string, unknown>>();
  return <Document>(kind: string, texts: readonly string[]) => {
    const before = kept.get(kind);
    const now = new Map<string, Document>();
    const documents = texts.map((text) => {
      const document = (before?.get(text) as Document | undefined) ?? (JSON.parse(text) as Document);
      now.set(text, document);
      return document;
    });
    kept.set(kind, now);
    return documents;
  };
}
