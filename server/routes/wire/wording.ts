// The wording of texts on the wire: what a writer compares with, what is put before HR, and how advice was passed over.
import { recordIdSchema, wordingRules } from '../../../engine/index.ts';
import { personRefSchema, z } from './common.ts';

export const comparedWire = z
  .object({
    earlier: z.array(z.string()),
    elsewhere: z.array(z.string()),
    raters: z.array(personRefSchema),
    suppressedGroups: z.array(z.string()),
  })
  .openapi('WordingComparison');

export const comparedQuery = z.object({
  personId: recordIdSchema.optional(),
  componentId: recordIdSchema.optional(),
  taskId: recordIdSchema.optional(),
});

export const referralWire = z.strictObject({
  text: z.string().trim().min(1).max(10_000),
  personId: recordIdSchema.optional(),
  componentId: recordIdSchema.optional(),
});
export const referralsWire = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        at: z.string(),
        author: personRefSchema,
        about: z.string(),
        text: z.string(),
        words: z.array(z.string()),
      }),
    ),
  })
  .openapi('WordingReferrals');

const rates = z.object({
  name: z.string(),
  texts: z.int(),
  shares: z
    .object({ 'FB-03': z.number(), 'FB-05': z.number(), 'FB-06': z.number() })
    .nullable()
    .describe('Of the texts; null where they are too few to be told'),
});
export const wordingRatesQuery = z.object({
  launchId: z.string().max(200).optional(),
  attribute: z.string().max(200).optional(),
});
export const wordingRatesWire = z
  .object({
    texts: z.int(),
    passedOver: z.array(z.object({ rule: z.enum(wordingRules), texts: z.int() })),
    byWriter: z.array(rates),
    byGroup: z.object({ attribute: personRefSchema.nullable(), rows: z.array(rates) }),
  })
  .openapi('WordingRates');
