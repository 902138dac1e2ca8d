// Keeps the sample plan of one cycle while it is edited.
import { type ReactNode, useMemo, useState } from 'react';
import { firstSample, SampleContext } from './sample-context.ts';

export function SampleProvider({ children }: { children: ReactNode }) {
  const [sample, setSample] = useState(firstSample);
  const sampling = useMemo(
    () => ({
      sample,
      choose: (change: Partial<typeof sample>) => setSample((before) => ({ ...before, ...change })),
    }),
    [sample],
  );
  return <SampleContext value={sampling}>{children}</SampleContext>;
}
