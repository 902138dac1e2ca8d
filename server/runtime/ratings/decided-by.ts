// What was decided on a rating by one person, or by several together: what each of them said, and what it came to.
import type { z } from 'zod';
import { decideTogether, type Outcome } from '../../../engine/index.ts';
import type { appraisalWire } from '../../routes/wire/ratings.ts';
import type { Named, PurposedTask } from './answers-to-rating.ts';
import { readResult } from './read-result.ts';

type Rating = z.infer<typeof appraisalWire>['ratings'][number];

export interface Standing {
  version: number;
  results: Outcome | null;
  methods: Outcome | null;
}

type Voice = Rating['voices'][number];

const unsaid = { results: null, methods: null };

/** What each of those who decided together said, in their order. */
export const voicesOf = (who: Named, tasks: readonly PurposedTask[]): Voice[] =>
  tasks.flatMap((task) => {
    const said = readResult('calibration', task);
    if (!said) return [];
    const { decision, outcome, methods, reason } = said;
    const wished = decision === 'changed' ? { results: outcome ?? null, methods: methods ?? null } : unsaid;
    return [{ by: who(task.completedBy ?? ''), decision, ...wished, reason }];
  });

export function decidedOf(
  { purpose }: PurposedTask,
  { before, voices, place }: { before: Standing; voices: Voice[]; place: Pick<Rating, 'at' | 'by'> },
): Rating {
  const { result, carriedBy } = decideTogether(
    voices.map(({ decision, results, methods, reason }) => ({
      ...{ decision, reason },
      ...(results && { outcome: results }),
      ...(methods && { methods }),
    })),
  );
  const changed = result.decision === 'changed';
  const isTogether = voices.length > 1;
  return {
    ...{ version: before.version + (changed ? 1 : 0), decision: result.decision, ...place },
    by: voices[carriedBy ?? 0]?.by ?? place.by,
    kind: purpose === 'appeal' ? 'dispute' : 'calibration',
    results: changed ? (result.outcome ?? before.results) : before.results,
    methods: changed ? (result.methods ?? before.methods) : before.methods,
    ...{ words: '', reason: isTogether ? null : result.reason, goals: [], evidenceItems: [] },
    voices: isTogether ? voices : [],
  };
}

const isWith = (one: PurposedTask, other: PurposedTask): boolean =>
  one.key === other.key && one.activation === other.activation;

/** Of those who decided together the last stands for all; null: others did after this one, or enough have not yet. */
export function togetherWith(tasks: readonly PurposedTask[], task: PurposedTask): PurposedTask[] | null {
  const all = tasks.filter((one) => isWith(one, task) && one.heard != null);
  return task.heard === 'open' || all.at(-1) !== task ? null : all;
}
