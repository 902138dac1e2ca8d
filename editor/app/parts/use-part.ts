// A part of a screen that is loaded beside its data. A part that is loaded when it is first drawn waits longer: React holds
// what comes after a placeholder back for a third of a second.
import { useEffect, useState } from 'react';

/** Null until it is there; a failure is the screen's. */
export function usePart<Part>(load: () => Promise<Part>, isWanted: boolean): Part | null {
  const [part, setPart] = useState<{ value: Part } | null>(null);
  useEffect(() => {
    if (!isWanted) return;
    load().then(
      (value) => setPart({ value }),
      (error: unknown) =>
        setPart(() => {
          throw error;
        }),
    );
  }, [load, isWanted]);
  return part?.value ?? null;
}
