// Components, people, goals, measures and observations on the wire.

import { z } from '@hono/zod-openapi';
import {
  componentSchema,
  directionSchema,
  goalSchema,
  isRelation,
  localDateSchema,
  measureSchema,
  missingPolicySchema,
  observationSchema,
  outcomeSchema,
  personSchema,
  recordIdSchema,
  roleSchema,
  standardsSchema,
  timeAggregationSchema,
} from '../../../engine/index.ts';
import { features } from '../../access/feature-names.ts';
import { mailLanguages } from '../../mail/words/language.ts';
import { calendarPreviewWire, recountWire } from './calendars.ts';
import { personRefSchema } from './common.ts';

export const componentWire = componentSchema.clone().openapi('Component');
export const componentVersionWire = z
  .object({
    /** Since when it was so. */ at: z.string(),
    day: z.string().describe('The day of it where the organisation keeps its zone: it was so as of its end'),
    /** Who changed it. */ by: personRefSchema,
    component: componentWire,
  })
  .openapi('ComponentVersion');
/** The instant at which the day is over has to be written in four figures too. */
const lastDay = '9999-12-30';
export const asOfQuery = z.object({
  asOf: localDateSchema
    .refine((day) => day <= lastDay, {
      message: `Give a day until ${lastDay}.`,
      when: ({ issues }) => issues.length === 0,
    })
    .optional()
    .openapi({
      description:
        'As it was at the end of this day, in the zone that the organisation keeps at its top; left out: as it is',
    }),
});
export const newComponentWire = componentSchema
  .partial({
    ...{ id: true, parentId: true, ownerId: true, managerId: true, secondManagerId: true },
    ...{ zone: true, holidayRegion: true },
  })
  .openapi('NewComponent');
export const componentPatchWire = componentSchema.omit({ id: true }).partial().openapi('ComponentPatch');
export const componentChangeWire = componentPatchWire.extend(recountWire).openapi('ComponentChange');

export const organisationWire = z
  .object({ items: z.array(componentWire) })
  .openapi('Organisation', { description: 'Every component, in the order of their ids' });
export const ancestorsWire = z
  .object({ items: z.array(componentWire) })
  .openapi('Ancestors', { description: 'From the top down' });
const calendarFacts = z.object({ zone: z.string(), holidayRegion: z.string().nullable() });
export const changePreviewWire = z
  .object({
    /** Components at and below it that have a plan under way. */ plans: z.int(),
    /** Plans of it that go on past the last day that it is given, the first of them by name. */
    goingOn: z.object({
      count: z.int(),
      first: z.array(
        z.object({ planId: z.string(), cycleName: z.string(), owner: personRefSchema.nullable() }),
      ),
    }),
    tasks: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        component: personRefSchema,
        from: personRefSchema.nullable(),
        to: personRefSchema.nullable(),
      }),
    ),
    calendars: z.array(z.object({ component: personRefSchema, from: calendarFacts, to: calendarFacts })),
    /** What would be due on another day if it were counted again. */ dueDays: calendarPreviewWire,
  })
  .openapi('ChangePreview');
export const calendarQuery = z.object({ year: z.coerce.number().int().min(1970).max(2200).optional() });
export const componentCalendarWire = z
  .object({
    zone: z.string(),
    /** The component that says so; null: none does, so that it is UTC. */
    zoneFrom: personRefSchema.nullable(),
    holidayRegion: z.string().nullable(),
    holidaysFrom: personRefSchema.nullable(),
    holidays: z.array(z.object({ date: z.string(), name: z.string() })),
  })
  .openapi('ComponentCalendar');
export const holidayRegionsWire = z
  .object({ items: z.array(z.object({ code: z.string(), name: z.string() })) })
  .openapi('HolidayRegions');

export const personWire = personSchema.clone().openapi('Person');
export const newPersonWire = personSchema
  .partial({ id: true })
  .extend({
    /** First password; without it the person cannot sign in yet. */ password: z
      .string()
      .min(12)
      .max(128)
      .optional(),
  })
  .openapi('NewPerson');
export const personPatchWire = personSchema
  .omit({ id: true })
  .extend({
    /** A new password; it ends the person's sessions. */
    password: z.string().min(12).max(128),
  })
  .partial()
  .openapi('PersonPatch');
export const meWire = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string().nullable(),
    roles: z.array(roleSchema),
    permissions: z.array(z.string()),
    /** Parts of the product that the organisation uses, of those that it may do without. */
    features: z.array(z.enum(features)),
    /** Of the mail that this server sends them; null when it sends none. */
    mailLanguage: z.enum(mailLanguages).nullable(),
  })
  .openapi('Me');

export const goalWire = goalSchema.clone().openapi('Goal');
/** Needed once somebody has been rated in a plan of the component that goes on. */
const reasonOfChange = { reason: z.string().trim().min(1).max(2000).optional() };
export const newGoalWire = goalSchema
  .omit({ version: true })
  .extend(reasonOfChange)
  .partial({
    id: true,
    dimension: true,
    priority: true,
    critical: true,
    scoreMode: true,
    ownShare: true,
    aggregator: true,
    minCoverage: true,
    alignments: true,
    status: true,
  })
  .openapi('NewGoal');
export const goalPatchWire = goalSchema
  .omit({ id: true, componentId: true, version: true })
  .partial()
  .extend(reasonOfChange)
  .openapi('GoalPatch');

export const goalPrioritiesWire = z
  .strictObject({
    componentId: recordIdSchema,
    priorities: z
      .array(
        z.strictObject({
          goalId: recordIdSchema,
          priority: goalSchema.shape.priority,
          /** That it was read at; another by now, and nothing is changed. */
          version: z.int().min(1).optional(),
        }),
      )
      .min(1)
      .max(200),
    ...reasonOfChange,
  })
  .openapi('GoalPriorities');

export const measureWire = measureSchema.clone().openapi('Measure');
export const newMeasureWire = z
  .strictObject({
    id: recordIdSchema.optional(),
    ...reasonOfChange,
    goalId: recordIdSchema,
    title: measureSchema.shape.title,
    unit: z.string().max(60),
    direction: directionSchema,
    kind: measureSchema.shape.kind.default('number'),
    timeAggregation: timeAggregationSchema.default('last'),
    standards: standardsSchema.nullable().default(null),
    milestones: measureSchema.shape.milestones,
    weight: z.number().min(0).default(1),
    critical: z.boolean().default(false),
    missingPolicy: missingPolicySchema.default('exclude'),
    carryMaxAge: measureSchema.shape.carryMaxAge,
    waived: z.boolean().default(false),
    dueFrom: localDateSchema.nullable().default(null),
    per: measureSchema.shape.per,
    effectiveFrom: measureSchema.shape.effectiveFrom,
    effectiveTo: measureSchema.shape.effectiveTo,
    cadence: measureSchema.shape.cadence,
    absolute: measureSchema.shape.absolute,
    source: z.string().max(300).default('manual'),
  })
  .openapi('NewMeasure');
/** Values of other measures count only where a file of the whole organisation says so: not everybody may see them. */
export const measurePatchWire = measureSchema
  .omit({ id: true, goalId: true, version: true, valueFrom: true })
  .partial()
  .extend(reasonOfChange)
  .openapi('MeasurePatch');

export const whatIfBody = z.strictObject({ standards: standardsSchema.nullable() }).openapi('WhatIf');
const figures = z.object({ score: z.number().nullable(), outcome: outcomeSchema.nullable() });
export const whatIfWire = z
  .object({ items: z.array(z.object({ component: personRefSchema, before: figures, after: figures })) })
  .openapi('WhatWouldMove');

export const observationWire = observationSchema.clone().openapi('Observation');
export const newObservationWire = z
  .strictObject({
    id: recordIdSchema.optional(),
    measureId: recordIdSchema,
    periodStart: localDateSchema,
    periodEnd: localDateSchema,
    value: z
      .union([z.number(), z.string().max(200), z.boolean()])
      .nullable()
      .optional(),
    numerator: z.number().optional(),
    denominator: z.number().optional(),
    n: z.number().min(0).optional(),
    status: z.enum(['provisional', 'verified']).optional(),
    supersedes: recordIdSchema.optional(),
    source: z.string().max(300).optional(),
  })
  .openapi('NewObservation');

/** A relation of a task, such as manager or peers(3). */
export const relationQuery = z.object({
  relation: z
    .string()
    .max(200)
    .refine(isRelation, 'Give a relation such as owner, manager, peers(3), role:hr or person:<id>.'),
});
export const assigneesWire = z.object({ people: z.array(personRefSchema) }).openapi('Assignees');
