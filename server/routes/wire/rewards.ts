// Rewards on the wire, and what may be given in a period.
import { localDateSchema, recordIdSchema } from '../../../engine/index.ts';
import { rewardBoxes } from '../../store/queries/recognition.ts';
import { pageQuery, personRefSchema, z } from './common.ts';

export const rewardQuery = pageQuery.extend({ box: z.enum(rewardBoxes) });
export const consentWire = z.strictObject({ shown: z.boolean() }).openapi('RewardConsent');
export const rewardWire = z
  .object({
    id: z.string(),
    planId: z.string().nullable(),
    at: z.string(),
    title: z.string(),
    person: personRefSchema.nullable(),
    component: personRefSchema,
    amount: z.number().nullable().describe('For who got it alone'),
    currency: z
      .string()
      .nullable()
      .describe('Of the amount, as it was when it was given; null where no budget told of one'),
    shown: z.boolean(),
    decided: z.boolean().describe('Who got it has said whether it is shown'),
    thanks: z.int(),
    thanked: z.boolean(),
  })
  .openapi('Reward');

export const newBudgetWire = z
  .strictObject({
    componentId: recordIdSchema,
    periodStart: localDateSchema,
    periodEnd: localDateSchema,
    amount: z.number().min(0).max(1e12),
    currency: z.string().regex(/^[A-Z]{3}$/, 'Use three capital letters, such as EUR.'),
  })
  .openapi('NewRewardBudget');
export const budgetWire = z
  .object({
    componentId: z.string(),
    componentName: z.string(),
    periodStart: z.string(),
    periodEnd: z.string(),
    amount: z.number(),
    spent: z.number(),
    left: z.number(),
    currency: z.string(),
  })
  .openapi('RewardBudget');
export const listedBudgetWire = budgetWire.extend({ id: z.string() }).openapi('ListedRewardBudget');
