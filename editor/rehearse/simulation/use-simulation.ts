// Asks for a simulation: in a worker of this browser, or of the server when only it knows what is needed. What came
// out stays while the rehearsal is open.
import { useRef, useState } from 'react';
import type { Cycle, SimulationResult } from '../../../engine/index.ts';
import { ask } from '../../app/api/request.ts';
import { inWorker } from '../work/in-worker.ts';
import { isForServer, madeOf, optionsOf, requestOf, type Settings, usualSettings } from './settings.ts';

export type SimulationState =
  | { kind: 'none' }
  | { kind: 'busy' }
  | { kind: 'done'; of: Cycle; result: SimulationResult }
  | { kind: 'failed'; why: string };

export interface Simulating {
  settings: Settings;
  change(settings: Settings): void;
  state: SimulationState;
  start(cycle: Cycle, version: number | null): Promise<void>;
  stop(): void;
}

async function resultOf(
  settings: Settings,
  cycle: Cycle,
  version: number | null,
  signal: AbortSignal,
): Promise<SimulationResult> {
  if (!isForServer(settings)) {
    const work = { kind: 'simulate' as const, cycle, made: madeOf(settings), options: optionsOf(settings) };
    return inWorker(work, signal);
  }
  const path = `/api/v1/cycles/${encodeURIComponent(cycle.id)}/simulate`;
  return (await ask<SimulationResult>(path, { method: 'POST', body: requestOf(settings, version), signal }))
    .body;
}

export function useSimulation(): Simulating {
  const [settings, change] = useState(usualSettings);
  const [state, setState] = useState<SimulationState>({ kind: 'none' });
  const going = useRef<AbortController | null>(null);
  const stop = () => {
    going.current?.abort();
    going.current = null;
    setState({ kind: 'none' });
  };
  const start = async (cycle: Cycle, version: number | null) => {
    const asked = new AbortController();
    going.current = asked;
    setState({ kind: 'busy' });
    try {
      const result = await resultOf(settings, cycle, version, asked.signal);
      if (!asked.signal.aborted) setState({ kind: 'done', of: cycle, result });
    } catch (error) {
      if (asked.signal.aborted) return;
      setState({ kind: 'failed', why: error instanceof Error ? error.message : String(error) });
    }
  };
  return { settings, change, state, start, stop };
}
