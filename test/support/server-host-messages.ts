// What is said between the browser tests and the process in which their servers run.

/** `number` names the server from then on. */
export type Told =
  | { kind: 'start'; number: number; flags: string[]; env: Record<string, string> }
  | { kind: 'stop'; number: number };

/** `failed` is why it did not start or did not stop, `logged` a line of its log. */
export type Answered =
  | { kind: 'started'; number: number; url: string }
  | { kind: 'stopped'; number: number }
  | { kind: 'failed'; number: number; why: string }
  | { kind: 'logged'; number: number; line: string };
