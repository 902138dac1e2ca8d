// A finding in a cycle or among goals: a stable code, where it is, and a sentence that a designer understands.
// What shows it and what mends it come along as data.
import type { Json } from './json.ts';

export type Severity = 'error' | 'warning' | 'info';

/** Another place that the finding rests on, and what is there. */
export interface RelatedPlace {
  pointer: string;
  stage: string | null;
  note: string;
}

/** A way round without end: JSON Pointers of stages and of the transitions between them, in turn. */
export interface Lasso {
  /** From the start of the cycle to the loop; its last transition leads into the loop's first stage. */
  stem: string[];
  /** Its last transition leads back to its first stage. */
  loop: string[];
}

/** A change of the document: an operation of JSON Patch (RFC 6902). */
export type DocumentCommand =
  | { op: 'add' | 'replace'; path: string; value: Json }
  | { op: 'remove'; path: string };

/** A way to mend it, done and undone as one. */
export interface Fix {
  title: string;
  commands: DocumentCommand[];
}

export interface Problem {
  /** Stable, such as CYC-01 or DOC-unknown-key. */
  code: string;
  severity: Severity;
  /** JSON Pointer into the cycle document. */
  pointer: string;
  /** The stage to focus, when the place is inside one. */
  stage: string | null;
  message: string;
  related?: RelatedPlace[];
  lasso?: Lasso;
  /** Values of the names for which it shows. */
  counterexample?: Record<string, Json>;
  fixes?: Fix[];
}
