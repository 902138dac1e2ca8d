// Feedback on the wire: what is said, who reads it, and what is asked for.
import { anonymities, outcomeSchema, raterGroups, recordIdSchema } from '../../../engine/index.ts';
import { feedbackBoxes, visibilities } from '../../store/queries/feedback.ts';
import { requestStates } from '../../store/queries/feedback-requests.ts';
import { pageQuery, personRefSchema, z } from './common.ts';
import { raterChangeWire } from './tasks.ts';

const words = z.string().trim().min(1).max(10_000);
const goalRef = z.object({ id: z.string(), title: z.string() });
const visibility = z
  .enum(visibilities)
  .describe(
    'Who reads it: private, the author alone; receiver; manager, the receiver and their manager of that day; plan, everybody who sees the plans of the component',
  );

export const newFeedbackWire = z
  .strictObject({
    to: z.union([
      z.strictObject({ personId: recordIdSchema }),
      z.strictObject({ componentId: recordIdSchema }),
    ]),
    text: words,
    visibility,
    goalId: recordIdSchema.optional(),
    /** The request that it answers. */
    requestId: recordIdSchema.optional(),
  })
  .openapi('NewFeedback');
export const replyWire = z.strictObject({ text: words }).openapi('FeedbackReply');

export const feedbackQuery = pageQuery.extend({
  box: z.enum(feedbackBoxes).optional(),
  componentId: z.string().optional(),
  planId: z.string().optional(),
  goalId: z.string().optional(),
});
export const feedbackWire = z
  .object({
    id: z.string(),
    at: z.string(),
    author: personRefSchema,
    to: personRefSchema.nullable(),
    component: personRefSchema.nullable(),
    goal: goalRef.nullable(),
    planId: z.string().nullable(),
    text: z.string(),
    visibility,
    manager: personRefSchema.nullable().describe('Who reads it besides the receiver'),
    named: z.boolean().describe('False: whom it is for does not learn who said it'),
    promise: z
      .enum(anonymities)
      .nullable()
      .describe('Under which the answer of a rater is read with the others of its round; null: it is none'),
    question: z.string().nullable().describe('What was asked, when it was asked for'),
    thankedAt: z.string().nullable(),
    replies: z.array(z.object({ id: z.string(), at: z.string(), text: z.string(), author: personRefSchema })),
    mayReply: z.boolean(),
    mayThank: z.boolean(),
  })
  .openapi('Feedback');

export const newRequestWire = z
  .strictObject({
    personId: recordIdSchema,
    question: z.string().trim().min(1).max(1000),
    componentId: recordIdSchema.optional(),
    goalId: recordIdSchema.optional(),
  })
  .openapi('NewFeedbackRequest');
export const declineWire = z
  .strictObject({ reason: z.string().trim().max(1000).optional() })
  .openapi('FeedbackDecline');
export const requestQuery = pageQuery.extend({
  side: z.enum(['asked', 'sent']),
  state: z.enum(requestStates).optional(),
});
export const feedbackRequestWire = z
  .object({
    id: z.string(),
    at: z.string(),
    requester: personRefSchema,
    asked: personRefSchema,
    component: personRefSchema.nullable(),
    goal: goalRef.nullable(),
    question: z.string(),
    state: z.enum(requestStates),
    settledAt: z.string().nullable(),
    reason: z.string().nullable(),
    feedbackId: z.string().nullable(),
  })
  .openapi('FeedbackRequest');

const group = z.enum(raterGroups);
export const answersWire = z
  .object({
    anonymity: z.enum(anonymities),
    collecting: z
      .boolean()
      .describe('Somebody may still answer; nothing of that round is shown until nobody does'),
    changes: z
      .array(raterChangeWire)
      .describe('Raters who are not asked after all; empty for whom it is about, unless raters are named'),
    unreleased: z.boolean().describe('They are looked through, and not released to whom they are about'),
    readFirstBy: personRefSchema
      .nullable()
      .describe('Whom the rest is about, while they alone may read it; others do after them'),
    unopened: z
      .int()
      .describe(
        'Rounds that the reader may open with “open=true”, after which those who lead them read them too',
      ),
    rounds: z.array(
      z.object({
        round: z.int(),
        endedAt: z.string().nullable().describe('When the plan went on from it'),
        named: z.array(
          z.object({ group, author: personRefSchema, text: z.string(), level: outcomeSchema.nullable() }),
        ),
        shown: z
          .array(
            z.object({
              groups: z.array(group),
              texts: z.array(z.string()),
              levels: z
                .object({ below: z.int(), meets: z.int(), exceeds: z.int() })
                .nullable()
                .describe('How many see the methods so; null unless all of them said'),
            }),
          )
          .describe(
            'Answers of one group, or of groups that are too small alone, in an order that says nothing',
          ),
        held: z.boolean().describe('Some answers are too few to be shown'),
      }),
    ),
  })
  .openapi('Answers');
