// The task in which somebody names whom to ask instead of a rater, or agrees on it.
import { addSpan } from '../../../engine/index.ts';
import type { Deps } from '../../deps.ts';
import { lineageOf } from '../../store/queries/facts.ts';
import { appendFeed } from '../../store/queries/records.ts';
import { insertTask } from '../../store/queries/task-rows.ts';
import type { Db } from '../../store/schema.ts';
import { placeTask } from '../absences/place-task.ts';
import { workersFor } from '../tasks/self-appraisal.ts';
import { askKeyOf } from './ask-key.ts';
import type { RaterTask } from './rater-task.ts';

export type AskStep = 'naming' | 'agreeing';

const relations = { naming: 'owner', agreeing: 'manager' } as const;
const titles = { naming: 'Name somebody else to ask', agreeing: 'Agree on who is asked instead' } as const;
/** The round goes on meanwhile. */
const DUE = '3bd';

/** Either a person, or why there is nobody. */
const form = {
  type: 'object',
  properties: {
    person: { type: 'string', minLength: 1, maxLength: 200, title: 'Who is asked instead' },
    nobody: { type: 'string', minLength: 1, maxLength: 2000, title: 'Why nobody is asked instead' },
  },
  additionalProperties: false,
};

async function dueOf({ calendars }: Ports, db: Db, { componentId, at }: { componentId: string; at: string }) {
  const calendar = calendars.of(await lineageOf(db, componentId), Number(at.slice(0, 4)));
  return addSpan(at, DUE, calendar);
}

export type Ports = Pick<Deps, 'calendars'>;

/** The id of the task. */
export async function openAsk(
  ports: Ports,
  db: Db,
  { task, step, at }: { task: RaterTask; step: AskStep; at: string },
): Promise<string> {
  const { planId, componentId, activation, stage } = task;
  const relation = relations[step];
  const purpose = 'nomination' as const;
  const placed = {
    ...{ id: `${task.id}-${step}`, planId, componentId, activation, stage, relation },
    key: askKeyOf(task.key),
    form: JSON.stringify(form),
    purpose,
  };
  const [personId] = await workersFor(db, { planId, componentId, relation, work: purpose });
  const nobody = { assigneeId: null, onBehalfOf: null };
  const placing = personId === undefined ? nobody : await placeTask(db, { task: placed, personId });
  await insertTask(db, {
    ...{ ...placed, ...placing, title: titles[step], description: null, complete: JSON.stringify('any') },
    ...{ standsFor: null, delegatedBy: null, state: 'open', openedAt: at },
    dueAt: await dueOf(ports, db, { componentId, at }),
    ...{ completedAt: null, completedBy: null, result: null },
    ...{ raterGroup: null, threshold: null, anonymity: null },
  });
  const line = { at, type: 'task.opened', planId, componentId, personId: placing.assigneeId };
  await appendFeed(db, { ...line, data: { taskId: placed.id, key: placed.key } });
  return placed.id;
}
