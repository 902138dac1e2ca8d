// Which plan the expressions of this cycle are tried on: the same in every field until it is changed.
import { createContext, useContext } from 'react';
import { firstSample, type Sample } from './sample.ts';

export interface Sampling {
  sample: Sample;
  choose(change: Partial<Sample>): void;
}

export const SampleContext = createContext<Sampling>({ sample: firstSample, choose: () => undefined });
export const useSampling = (): Sampling => useContext(SampleContext);
