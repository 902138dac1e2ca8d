// What a plan waits for, grouped as a designer meets it: tasks to complete, events to send, time to pass, and what
// happens by itself. Each with the transitions that would follow and what their guards say.
import {
  type AskedTransition,
  askPlay,
  type CycleTask,
  type JsonObject,
  type Play,
} from '../../../engine/index.ts';
import { findStage, isWaiting } from '../../document/stage-tree.ts';

export type Way =
  | {
      kind: 'task';
      key: string;
      task: CycleTask;
      assignee: string;
      dueAt: string | null;
      leads: AskedTransition[];
    }
  | { kind: 'event'; event: string; leads: AskedTransition[] }
  | { kind: 'timer'; timerId: string; dueAt: string; delay: string | null; leads: AskedTransition[] }
  /** Asked again after each step; nothing has to happen for it. */
  | { kind: 'itself'; when: 'always' | 'done'; leads: AskedTransition[] };

const groups = (asked: readonly AskedTransition[]): Map<string, AskedTransition[]> =>
  Map.groupBy(asked, ({ event }) => event);

const taskPattern = /^task\.(.+)\.(completed|overdue)$/;

/** Who was asked, as the step that opened the task resolved it. */
function assigneeOf({ effects, plan }: Play, key: string): string {
  const activation = plan.tasks[key]?.activation;
  const opening = effects.findLast(
    (effect) => effect.type === 'open-task' && effect.key === key && effect.activation === activation,
  );
  return opening?.type === 'open-task' ? opening.assignee : '';
}

function taskWays(play: Play, by: Map<string, AskedTransition[]>): Way[] {
  return Object.entries(play.plan.tasks).flatMap(([key, { stage, dueAt }]): Way[] => {
    const placed = findStage(play.compiled.cycle, stage)?.stage;
    const task = placed && isWaiting(placed) ? placed.tasks?.[key] : undefined;
    if (!task) return [];
    const leads = [...(by.get(`task.${key}.completed`) ?? []), ...(by.get(`task.${key}.overdue`) ?? [])];
    return [{ kind: 'task', key, task, assignee: assigneeOf(play, key), dueAt, leads }];
  });
}

/** What was due before the rehearsal began is due now. */
function timerWays({ plan, now }: Play, by: Map<string, AskedTransition[]>): Way[] {
  return Object.entries(plan.timers)
    .map(([timerId, timer]) => {
      const dueAt = timer.dueAt.localeCompare(now) < 0 ? now : timer.dueAt;
      const leads = by.get(`timer.${timerId}`) ?? [];
      return { kind: 'timer' as const, timerId, dueAt, delay: leads[0]?.delay ?? null, leads };
    })
    .toSorted((a, b) => a.dueAt.localeCompare(b.dueAt));
}

export function waysOf(play: Play): Way[] {
  const by = groups(askPlay(play));
  const events = [...by].flatMap(([event, leads]): Way[] => {
    if (event === 'always' || event === 'done') return [{ kind: 'itself', when: event, leads }];
    if (event.startsWith('timer.') || taskPattern.test(event)) return [];
    return [{ kind: 'event', event, leads }];
  });
  return [...taskWays(play, by), ...events, ...timerWays(play, by)];
}

/** The transitions that wait for a task to be done, answered for a result. */
export const answeredFor = (play: Play, key: string, result: JsonObject): AskedTransition[] =>
  askPlay(play, {
    type: `task.${key}.completed`,
    data: { result, results: [result], completedBy: 'somebody' },
  }).filter(({ event }) => event === `task.${key}.completed`);

/** `behind`: one before it, of the same stage and event, would be taken instead. */
export type Verdict = 'would' | 'held' | 'depends' | 'behind';

export function verdictsOf(leads: readonly AskedTransition[]): { lead: AskedTransition; verdict: Verdict }[] {
  const settled = new Set<string>();
  return leads.map((lead) => {
    const group = `${lead.stage} ${lead.event}`;
    if (settled.has(group)) return { lead, verdict: 'behind' };
    if (lead.passes === true) settled.add(group);
    return { lead, verdict: lead.passes === null ? 'depends' : lead.passes ? 'would' : 'held' };
  });
}
