// A finding in a cycle: a stable code, where it is, and a sentence that a designer understands.
export type Severity = 'error' | 'warning' | 'info';

export interface Problem {
  /** Stable, such as CYC-01 or DOC-unknown-key. */
  code: string;
  severity: Severity;
  /** JSON Pointer into the cycle document. */
  pointer: string;
  /** The stage to focus, when the place is inside one. */
  stage: string | null;
  message: string;
}
