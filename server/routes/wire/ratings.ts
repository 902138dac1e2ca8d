// Appraisals and their release on the wire.
import { z } from '@hono/zod-openapi';
import { outcomeSchema, ratingRules } from '../../../engine/index.ts';
import { json, jsonObject, personRefSchema } from './common.ts';

const outcome = outcomeSchema.nullable();

/** What was observed or said; only what the reader may read is told. */
export const evidenceWire = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('observation'),
    id: z.string(),
    /** Of its measure. */
    title: z.string(),
    unit: z.string(),
    value: z.union([z.number(), z.string(), z.boolean()]).nullable(),
    numerator: z.number().nullable(),
    denominator: z.number().nullable(),
    periodStart: z.string(),
    periodEnd: z.string(),
  }),
  z.object({
    kind: z.literal('feedback'),
    id: z.string(),
    text: z.string(),
    at: z.string(),
    author: personRefSchema,
  }),
]);
const evidenceItems = z.array(evidenceWire);

const selfGoal = z.object({
  goalId: z.string(),
  title: z.string(),
  /** How it went, and what helped or hindered. */
  text: z.string(),
  factors: z.string(),
  evidenceItems,
});
const ratedGoal = z.object({
  goalId: z.string(),
  title: z.string(),
  results: outcome,
  methods: outcomeSchema,
  /** In words. */
  evidence: z.string(),
  evidenceItems,
});

export const releaseWire = z
  .strictObject({
    planIds: z.array(z.string().min(1)).min(1).max(500),
    /** Kept with the release, where its task asks for a note. */
    note: z.string().trim().min(1).max(2000).optional(),
    /** Plans whose open questions (RAT-06, RAT-08, RAT-09) the sender has looked at. */
    confirmed: z.array(z.string().min(1)).max(500).optional(),
  })
  .openapi('RatingRelease');

export const releaseAnswerWire = z
  .object({
    done: z.int(),
    refused: z.int(),
    items: z.array(
      z.discriminatedUnion('outcome', [
        z.object({ planId: z.string(), outcome: z.literal('done') }),
        z.object({
          planId: z.string(),
          outcome: z.literal('refused'),
          reason: z.string(),
          questions: z
            .array(z.object({ rule: z.enum(ratingRules), message: z.string() }))
            .optional()
            .describe('What has to be looked at first; release again with the plan among those confirmed'),
        }),
      ]),
    ),
  })
  .openapi('RatingReleaseAnswer');

export const appraisalWire = z
  .object({
    planId: z.string(),
    about: personRefSchema.nullable(),
    /** Somebody judged, and it is not released. */
    held: z.boolean(),
    /** That is kept from the reader, whom it is about. */
    hidden: z.boolean(),
    /** Something was said of somebody who answered for the component before the reader, to whom it is not shown. */
    ofPredecessor: z.boolean(),
    released: z.object({ at: z.string(), by: personRefSchema }).nullable(),
    release: z.object({
      may: z.boolean(),
      why: z.string().nullable().describe('What is in the way, for who has the right in principle'),
    }),
    self: z
      .object({
        at: z.string(),
        results: outcomeSchema,
        methods: outcomeSchema,
        /** Goal by goal; empty where it was given as a whole alone. */
        goals: z.array(selfGoal),
        /** As a whole; empty where it was given goal by goal alone. */
        evidence: z.string(),
        evidenceItems,
      })
      .nullable(),
    /** Each version of the rating, and each decision that left it as it was; oldest first. */
    ratings: z.array(
      z.object({
        version: z.int(),
        kind: z.enum(['appraisal', 'calibration', 'dispute']),
        decision: z.enum(['given', 'kept', 'changed']),
        at: z.string(),
        by: personRefSchema,
        results: outcome,
        methods: outcome,
        words: z.string(),
        /** Why it departs from the figures, or from the version before. */
        reason: z.string().nullable(),
        /** Of what a rater gave: goal by goal, and what the whole rests on. */
        goals: z.array(ratedGoal),
        evidenceItems,
        /** Of what several decided together: what each of them said. Empty where one person did. */
        voices: z.array(
          z.object({
            by: personRefSchema,
            decision: z.enum(['kept', 'changed']),
            results: outcome,
            methods: outcome,
            reason: z.string(),
          }),
        ),
      }),
    ),
    acknowledgements: z.array(
      z.object({
        title: z.string(),
        state: z.enum(['waiting', 'signed', 'refused', 'deemed-received', 'closed']),
        /** When it was signed, refused, or counted as received. */
        at: z.string().nullable(),
        by: personRefSchema.nullable(),
        comment: z.string().nullable(),
        /** While it waits: when it counts as received by itself. */
        countsAt: z.string().nullable(),
      }),
    ),
    disputes: z.array(
      z.object({
        state: z.enum(['open', 'raised', 'lapsed']),
        /** The last instant at which it can be raised. */
        until: z.string().nullable(),
        at: z.string().nullable(),
        by: personRefSchema.nullable(),
        grounds: z.string().nullable(),
      }),
    ),
    /** Answers in forms of the cycle's own, as far as the reader may read them; oldest first. */
    written: z.array(
      z.object({
        taskId: z.string(),
        title: z.string(),
        at: z.string(),
        by: personRefSchema.nullable(),
        /** The JSON Schema of the form. */
        form: json,
        result: jsonObject,
      }),
    ),
    /** Who decides on a dispute, until they have. */
    deciding: z
      .object({
        /** The first of them; null: nobody has it yet. */
        assignee: personRefSchema.nullable(),
        dueAt: z.string().nullable(),
        /** Everybody who has not decided yet. */
        open: z.array(personRefSchema),
        /** How many have decided, and how many have to. */
        done: z.int(),
        needed: z.int(),
      })
      .nullable(),
  })
  .openapi('Appraisal');
