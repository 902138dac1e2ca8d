// The tables of what comes in by itself.
import type { Flag, JsonText } from './cells.ts';

export interface SourceRow {
  id: string;
  name: string;
  secret: string;
  mapping: JsonText;
  active: Flag;
  createdAt: string;
}

export interface SourceMessageRow {
  sourceId: string;
  messageId: string;
  at: string;
  effect: JsonText;
}

export interface SourcesTables {
  sources: SourceRow;
  sourceMessages: SourceMessageRow;
}
