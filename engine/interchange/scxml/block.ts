// One block of executable content being read. What is certain to fail is not refused but does what the chart would
// do: SCXML 4 and 5.9 raise error.execution and leave out the rest of the block.
import type { Action } from '../../model/action.ts';
import type { Json } from '../../model/json.ts';
import type { XmlElement } from '../../xml/read-xml.ts';
import { complain, type Reading } from './reading.ts';

/** What is known of variables at one point, by their names in the document. */
export type Known = Map<string, Json>;

export interface Block {
  readonly known: Known;
  failed: boolean;
}

/** At the start of a block: what nothing in the document ever changes. */
export function beginBlock({ declared, variables, assigned }: Reading): Block {
  const constant = [...variables.given].filter(([original]) => !assigned.has(original));
  const known = constant.flatMap(([original, name]): [string, Json][] => {
    const value = declared.get(name);
    return value === undefined ? [] : [[original, value]];
  });
  return { known: new Map(known), failed: false };
}

export const failure: Action = { do: 'raise', event: 'error.execution' };

export function failAt(reading: Reading, block: Block, element: XmlElement, message: string): void {
  block.failed = true;
  const what = `${message} It always fails, so it raises error.execution, and what follows is left out.`;
  complain(reading, 'fails', element, what, 'warning');
}
