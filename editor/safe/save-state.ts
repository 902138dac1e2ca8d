// How the saving of a draft goes, as the screen tells it.
import type { AutosaveSnapshot } from './autosave.ts';

export type SaveState =
  | { kind: 'saved'; at: string | null }
  | { kind: 'waiting' | 'saving' | 'offline' | 'signed-out' | 'conflict' }
  | { kind: 'failed' | 'refused'; error: unknown };

/** The machine's state as the screen tells it. */
export function toSaveState<Document>({
  value,
  context,
}: Pick<AutosaveSnapshot<Document>, 'value' | 'context'>): SaveState {
  switch (value) {
    case 'saved':
      return { kind: 'saved', at: context.savedAt };
    case 'failed':
    case 'refused':
      return { kind: value, error: context.error };
    case 'signedOut':
      return { kind: 'signed-out' };
    case 'offline':
    case 'conflict':
    case 'waiting':
      return { kind: value };
    case 'saving':
    case 'looking':
    case 'stored':
    case 'settling':
      return { kind: 'saving' };
    default:
      return value satisfies never;
  }
}

const underWay: ReadonlySet<string> = new Set(['waiting', 'saving', 'looking', 'stored', 'settling']);

/** Nothing more happens until something is done, or time passes. */
export const isSettled = <Document>({ value }: Pick<AutosaveSnapshot<Document>, 'value'>): boolean =>
  !underWay.has(value);
