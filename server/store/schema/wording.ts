// The tables about how people write: never what they wrote, but for what they put before HR themselves.

export interface WrittenTextRow {
  id: string;
  day: string;
  /** Null, as what it is about, where nobody was to learn who wrote it. */
  authorId: string | null;
  componentId: string | null;
  launchId: string | null;
  /** JSON: the rules whose advice was passed over, each once. */
  rules: string;
}

/** Words that would be refused, which their writer thinks have to be said. */
export interface WordingReferralRow {
  id: string;
  at: string;
  authorId: string;
  componentId: string | null;
  personId: string | null;
  text: string;
  /** JSON: what was found in it. */
  words: string;
}

export interface WordingTables {
  writtenTexts: WrittenTextRow;
  wordingReferrals: WordingReferralRow;
}
