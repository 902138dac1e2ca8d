// What a writer of feedback is told: where, why, and how else it could be said. Only harm blocks; the rest is advice
// that the writer may pass over.
import type { Period } from '../model/time.ts';

export const wordingRules = [
  'FB-01',
  'FB-02',
  'FB-03',
  'FB-04',
  'FB-05',
  'FB-06',
  'FB-07',
  'FB-08',
  'FB-09',
  'FB-10',
  'FB-11',
  'FB-12',
  'FB-13',
  'FB-14',
  'FB-15',
  'FB-16',
  'FB-17',
  'FB-18',
] as const;
export type WordingRule = (typeof wordingRules)[number];

export interface Advice {
  rule: WordingRule;
  severity: 'block' | 'warning' | 'info';
  /** The words it is about: offsets into the text, the end not included. The whole text when it is about what is missing. */
  from: number;
  to: number;
  words: string;
  why: string;
  /** An example, or a pattern with gaps in square brackets. */
  rewrite: string;
}

export interface NamedPerson {
  id: string;
  name: string;
}

/** A message before it is sent, with what there is to compare it with. */
export interface WordingDraft {
  text: string;
  /** The day it is written, `YYYY-MM-DD`. */
  today: string;
  /** Whom it is about; a component or a person. */
  about: NamedPerson;
  period?: Period | undefined;
  /** Others who work with whom it is about. */
  colleagues?: readonly NamedPerson[];
  /** Who else rates in the round, and the groups too small to be shown. */
  raters?: readonly NamedPerson[];
  suppressedGroups?: readonly string[];
  /** The rating that stands beside the text. */
  rating?: 'below' | 'meets' | 'exceeds' | undefined;
  /** What the writer wrote to the same reader before, newest first. */
  earlier?: readonly string[];
  /** What the writer wrote about others in the round. */
  elsewhere?: readonly string[];
  /** The days of the evidence that is linked, `YYYY-MM-DD`. */
  evidence?: readonly string[];
}

/** Where in the text a rule found something. */
export interface Place {
  from: number;
  to: number;
}

/** A place with a reason or rewrite of its own instead of the rule's. */
export interface Found extends Place {
  why?: string;
  rewrite?: string;
}
