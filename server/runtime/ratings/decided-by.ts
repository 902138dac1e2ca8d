// What was decided on a rating by one person, or by several together: what each of them said, and what it came to.
import type { z } from 'zod';
import type { Outcome } from '../../../engine/index.ts';
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

function voiceOf(who: Named, task: PurposedTask): Voice | null {
  const said = readResult('calibration', task);
  if (!said) return null;
  const { decision, outcome, methods, reason } = said;
  const wished = decision === 'changed' ? { results: outcome ?? null, methods: methods ?? null } : unsaid;
  return { by: who(task.completedBy ?? ''), decision, ...wished, reason };
}

/** `tasks` are those of one decision, in the order of their completion. Null: nothing that can be read. */
export function decidedOf(who: Named, tasks: readonly PurposedTask[], before: Standing): Rating | null {
  const last = tasks.at(-1);
  const voices = tasks.flatMap((task) => voiceOf(who, task) ?? []);
  const [first] = voices;
  if (!last || !first) return null;
  const counting = tasks.find(({ heard }) => heard !== 'beside');
  const carried = counting ? voiceOf(who, counting) : null;
  const changed = carried?.decision === 'changed';
  const isTogether = voices.length > 1;
  return {
    version: before.version + (changed ? 1 : 0),
    decision: changed ? 'changed' : 'kept',
    at: last.completedAt ?? last.openedAt,
    by: (carried ?? first).by,
    kind: last.purpose === 'appeal' ? 'dispute' : 'calibration',
    results: (changed ? carried.results : null) ?? before.results,
    methods: (changed ? carried.methods : null) ?? before.methods,
    ...{ words: '', reason: isTogether ? null : first.reason, goals: [], evidenceItems: [] },
    voices: isTogether ? voices : [],
  };
}

const isWith = (one: PurposedTask, other: PurposedTask): boolean =>
  one.key === other.key && one.activation === other.activation;

/** Of those who decided together the last stands for all; none: others did after this one, or enough have not yet. */
export function decidedWith(tasks: readonly PurposedTask[], task: PurposedTask): PurposedTask[] {
  if (task.heard == null) return [task];
  const all = tasks.filter((one) => isWith(one, task) && one.heard != null);
  return task.heard === 'open' || all.at(-1) !== task ? [] : all;
}
