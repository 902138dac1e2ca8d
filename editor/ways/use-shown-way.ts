// Which problem's way is drawn: the one that was picked, as long as it is there.
import { useMemo, useState } from 'react';
import type { Cycle, Problem } from '../../engine/index.ts';
import { type Way, wayOfProblem } from './way-of-problem.ts';

export interface ShownWay {
  way: Way | null;
  pick(problem: Problem): void;
  clear(): void;
}

const isTheSame = (a: Problem, b: Problem): boolean => a.code === b.code && a.pointer === b.pointer;

export function useShownWay(cycle: Cycle, problems: readonly Problem[]): ShownWay {
  const [picked, setPicked] = useState<Problem | null>(null);
  const shown = picked === null ? undefined : problems.find((problem) => isTheSame(problem, picked));
  const way = useMemo(() => (shown ? wayOfProblem(cycle, shown) : null), [cycle, shown]);
  return { way, pick: setPicked, clear: () => setPicked(null) };
}
