// Which plan the expressions of this cycle are tried on: the same in every field until it is changed.
import { createContext, useContext } from 'react';
import type { JsonObject, Outcome } from '../../engine/index.ts';

export interface Sample {
  /** Null: a made-up team. */
  componentId: string | null;
  evidence: 'made' | 'own';
  /** Of its last appraisal; null before it. */
  outcome: Outcome | null;
  round: number;
  /** What the task gave that the expression may look at. */
  result: JsonObject;
}

export const firstSample: Sample = {
  componentId: null,
  evidence: 'made',
  outcome: 'meets',
  round: 1,
  result: { decision: 'agreed' },
};

export interface Sampling {
  sample: Sample;
  choose(change: Partial<Sample>): void;
}

export const SampleContext = createContext<Sampling>({ sample: firstSample, choose: () => undefined });
export const useSampling = (): Sampling => useContext(SampleContext);
