// The tables of cycles: what is published, what asks to be, and candidates that go beside live plans.
import type { JsonText } from './cells.ts';

/** Published cycle versions are immutable; drafts are files. */
export interface CycleVersionRow {
  cycleId: string;
  version: number;
  name: string;
  hash: string;
  document: JsonText;
  note: string;
  publishedAt: string;
  publishedBy: string;
}

export interface PublishRequestRow {
  id: string;
  cycleId: string;
  name: string;
  document: JsonText;
  hash: string;
  note: string;
  /** waiting, approved, returned or withdrawn. */
  state: string;
  requestedAt: string;
  requestedBy: string;
  decidedAt: string | null;
  decidedBy: string | null;
  reason: string | null;
  /** Of the cycle, once it is published. */
  version: number | null;
}

/** Candidate versions that go beside live plans; their effects are nobody's. */
export interface ShadowRow {
  id: string;
  cycleId: string;
  /** draft, version or document. */
  candidate: string;
  version: number | null;
  document: JsonText;
  startedAt: string;
  startedBy: string;
  endedAt: string | null;
  endedBy: string | null;
  /** The history is known up to this line. */
  seenSeq: number;
}

export interface ShadowVerdictRow {
  shadowId: string;
  planId: string;
  /** Of the plan, when it was looked at; 0 when it was not yet. */
  revision: number;
  verdict: string;
  report: JsonText | null;
  judgedAt: string | null;
  /** When it is to be looked at again; null: once the plan has changed. */
  nextAt: string | null;
}

export interface CyclesTables {
  cycleVersions: CycleVersionRow;
  shadows: ShadowRow;
  shadowVerdicts: ShadowVerdictRow;
  publishRequests: PublishRequestRow;
}
