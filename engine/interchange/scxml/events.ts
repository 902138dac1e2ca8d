// Names of events in an SCXML document and in a cycle.
import { type Reading, stageOf } from './reading.ts';

const done = 'done.state.';

/** The end of a state is told under its stage's id. */
export function doneTypeIn(reading: Reading, type: string): string {
  const stage = type.startsWith(done) ? stageOf(reading, type.slice(done.length)) : null;
  return stage === null ? type : done + stage;
}

/**
 * SCXML 3.12.1: a descriptor hears the events that begin with its words; `foo`, `foo.` and `foo.*` are the same.
 * The end of one state is heard exactly: nothing begins with it.
 */
export function descriptorIn(reading: Reading, descriptor: string): string {
  const words = descriptor.replace(/\.?\*$/, '').replace(/\.$/, '');
  if (words === '') return '*';
  const known = doneTypeIn(reading, words);
  return known.startsWith(done) ? known : `${words}.*`;
}
