// Published cycles ready to run, kept by version. A version never changes, so what is kept is never stale;
// the least recently used one makes room.
import { type CompiledCycle, compileCycle, parseCycle } from '../../../engine/index.ts';
import { findCycleVersion } from '../../store/queries/cycles.ts';
import type { Db } from '../../store/schema.ts';

export interface CompiledCycles {
  /** Null: this version was never published. */
  find(db: Db, cycleId: string, version: number): Promise<CompiledCycle | null>;
}

const GREATEST_COUNT = 64;

async function compile(db: Db, cycleId: string, version: number): Promise<CompiledCycle | null> {
  const row = await findCycleVersion(db, cycleId, version);
  if (!row) return null;
  const parsed = parseCycle(JSON.parse(row.document));
  if (parsed.kind === 'refused') {
    const why = parsed.problems.map((problem) => `${problem.pointer} ${problem.message}`).join('; ');
    throw new Error(`Version ${version} of the cycle ${cycleId} cannot be read: ${why}`);
  }
  return compileCycle(parsed.cycle, version);
}

export function makeCompiledCycles(): CompiledCycles {
  const kept = new Map<string, CompiledCycle>();
  return {
    async find(db, cycleId, version) {
      const key = `${cycleId} ${version}`;
      const compiled = kept.get(key) ?? (await compile(db, cycleId, version));
      if (!compiled) return null;
      kept.delete(key);
      kept.set(key, compiled);
      const oldest = kept.keys().next().value;
      if (kept.size > GREATEST_COUNT && oldest !== undefined) kept.delete(oldest);
      return compiled;
    },
  };
}
