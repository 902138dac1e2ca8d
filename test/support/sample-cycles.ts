// The cycles in samples/, parsed at the door like any other.
import { readdirSync, readFileSync } from 'node:fs';
import { type Cycle, type Json, parseCycle } from '../../engine/index.ts';

const folder = new URL('../../samples/', import.meta.url);

export const sampleText = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
export const readSample = (name: string): Json => JSON.parse(sampleText(name));

export const sampleCycleFiles: readonly string[] = readdirSync(folder)
  .filter((name) => name.endsWith('.cycle.json'))
  .sort();

export function readCycle(name: string): Cycle {
  const read = parseCycle(readSample(name));
  if (read.kind === 'parsed') return read.cycle;
  throw new Error(
    `${name}: ${read.problems.map(({ pointer, message }) => `${pointer} ${message}`).join('; ')}`,
  );
}
