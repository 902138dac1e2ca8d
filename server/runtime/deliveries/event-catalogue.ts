// Every event that this server sends by itself: when, and with which data. What is sent is typed by these schemas and the
// catalogue that people read is made from them, so neither can say what the other does not. A cycle's own events come besides.
import { z } from 'zod';
import type { JsonObject } from '../../../engine/index.ts';

const revision = z.int().min(1).describe('Of the plan, one more with each event that it takes');
const stage = z.array(z.string()).describe('The stages that the plan is in now');
const key = z.string().describe('The id that the cycle gives it');

const data = {
  'plan.started': z.strictObject({ revision, stage }),
  'plan.moved': z.strictObject({ revision, stage }),
  'plan.outcome': z.strictObject({ revision }),
  'plan.figures-changed': z.strictObject({ revision }),
  'plan.ended': z.strictObject({ revision }),
  'plan.migrated': z.strictObject({
    revision,
    stage,
    version: z.int().describe('Of the cycle, from now on'),
  }),
  'plan.migration-undone': z.strictObject({
    revision,
    stage,
    version: z.int().describe('Of the cycle, as it was before'),
  }),
  'task.opened': z.strictObject({ revision, taskId: z.string(), key }),
  'task.completed': z.strictObject({ revision, key }),
  'reward.given': z.strictObject({ revision, key }),
  'intervention.started': z.strictObject({ revision, key }),
  'subscription.test': z.strictObject({ message: z.string() }),
};
export type OutgoingType = keyof typeof data;
export type OutgoingData<Type extends OutgoingType> = z.infer<(typeof data)[Type]>;

interface About {
  when: string;
  sample: JsonObject;
}

const about: { [Type in OutgoingType]: { when: string; sample: OutgoingData<Type> } } = {
  'plan.started': { when: 'A plan begins.', sample: { revision: 1, stage: ['plan'] } },
  'plan.moved': {
    when: 'A plan comes into another stage.',
    sample: { revision: 4, stage: ['observe'] },
  },
  'plan.outcome': {
    when: 'A plan was scored. Read the plan for its score and outcome, as far as you may see them.',
    sample: { revision: 9 },
  },
  'plan.figures-changed': {
    when: 'Figures changed after a plan was appraised by them. Read its score for both, as far as you may see them; the rating stays.',
    sample: { revision: 15 },
  },
  'plan.ended': { when: 'A plan has come to its end.', sample: { revision: 14 } },
  'plan.migrated': {
    when: 'A plan goes on in another version of its cycle.',
    sample: { revision: 10, stage: ['appraise'], version: 3 },
  },
  'plan.migration-undone': {
    when: 'A plan went back to the version of its cycle that it came from.',
    sample: { revision: 11, stage: ['appraise'], version: 2 },
  },
  'task.opened': {
    when: 'Somebody has something to do.',
    sample: { revision: 4, taskId: 'tsk_5rT0wQ', key: 'agree-plan' },
  },
  'task.completed': {
    when: 'Something is done, by all of whom it needed.',
    sample: { revision: 5, key: 'agree-plan' },
  },
  'reward.given': { when: 'A plan’s result was rewarded.', sample: { revision: 12, key: 'recognition' } },
  'intervention.started': {
    when: 'Something is done about a plan’s result.',
    sample: { revision: 12, key: 'support' },
  },
  'subscription.test': {
    when: 'An administrator tries whether a receiver hears.',
    sample: { message: 'A test from Cyclewright.' },
  },
};

export const outgoingTypes = Object.keys(data) as OutgoingType[];
export const aboutEvent = (type: OutgoingType): About => about[type];
/** Whether the event is about a plan; a test is about nothing. */
export const isOfPlan = (type: OutgoingType): boolean => type !== 'subscription.test';

/** The schema of the whole message: CloudEvents 1.0, structured. */
export function eventSchema(type: OutgoingType) {
  const nullable = (schema: z.ZodType) => (isOfPlan(type) ? schema : z.null());
  return z.strictObject({
    specversion: z.literal('1.0'),
    id: z.string().describe('The same whenever it is sent again, and in the header webhook-id'),
    type: z.literal(type),
    source: z.string().describe('The cycle'),
    time: z.iso.datetime({ offset: true }),
    ...(isOfPlan(type) ? { subject: z.string() } : {}),
    datacontenttype: z.string().optional(),
    data: data[type].extend({
      planId: nullable(z.string()),
      componentId: nullable(z.string()),
      planSeq: nullable(z.int().min(1)).describe('Without gaps for each plan and subscription'),
    }),
  });
}
