// The problems of a cycle while it is drawn. They follow the drawing and never hold it up.
import { useEffect, useRef, useState } from 'react';
import type { Cycle, Problem } from '../../engine/index.ts';
import { whenDrawn } from '../app/parts/when-drawn.ts';
import { type Asker, askLatest } from '../workers/ask-latest.ts';
import type { CheckAnswer, CheckWork } from './check-work.ts';
import { retoldProblem } from './retold-problem.ts';
import { useSaid } from './use-said.ts';

export interface Checked {
  /** Of the latest cycle that was checked; none yet at first. */
  problems: readonly Problem[];
  /** `checking`: none has been checked yet. `failed`: the check itself broke. */
  state: 'checking' | 'checked' | 'failed';
}

const notYet: Checked = { problems: [], state: 'checking' };

const inWords = (answer: CheckAnswer): CheckAnswer =>
  answer.kind === 'checked' ? { ...answer, problems: answer.problems.map(retoldProblem) } : answer;

/** An answer like the last one changes nothing, so that nothing is drawn anew for it. */
const next = (before: Checked, answer: CheckAnswer): Checked => {
  if (answer.kind === 'failed') return { problems: [], state: 'failed' };
  const isSame =
    before.state === 'checked' && JSON.stringify(before.problems) === JSON.stringify(answer.problems);
  return isSame ? before : { problems: answer.problems, state: 'checked' };
};

function startChecker(tell: (answer: CheckAnswer) => void): Asker<CheckWork> {
  const worker = new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module' });
  return askLatest<CheckWork, CheckAnswer>(worker, {
    onAnswer: tell,
    onBroken: (why) => tell({ kind: 'failed', why }),
  });
}

/** Begins when the cycle is drawn: the check takes a processor for longer than the drawing does. */
export function useCheck(cycle: Cycle, cycleIds: string[] | undefined): Checked {
  const [checked, setChecked] = useState(notYet);
  const checker = useRef<Asker<CheckWork> | null>(null);
  const work = useRef<CheckWork | null>(null);
  const said = useSaid(cycle);
  useEffect(() => {
    work.current = { cycle: said, cycleIds };
    checker.current?.ask(work.current);
  }, [said, cycleIds]);
  useEffect(() => {
    const forget = whenDrawn(() => {
      checker.current = startChecker((answer) => setChecked((before) => next(before, inWords(answer))));
      if (work.current) checker.current.ask(work.current);
    });
    return () => {
      forget();
      checker.current?.end();
      checker.current = null;
    };
  }, []);
  return checked;
}
