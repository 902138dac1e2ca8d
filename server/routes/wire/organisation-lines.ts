// The organisation on the wire as its tree, chart and table show it: line by line.
import {
  componentKindSchema,
  componentKinds,
  localDateSchema,
  outcomeSchema,
  periodSchema,
} from '../../../engine/index.ts';
import { countedPageOf, countQuery, pageQuery, personRefSchema, sortBy, z } from './common.ts';
import { asOfQuery, componentWire } from './organisation.ts';
import { measureCounts } from './reports.ts';

const standingWire = z.object({
  score: z.number().nullable(),
  outcome: outcomeSchema.nullable(),
  coverage: z.number(),
  /** Of the component's own measures and of all below it. */ measures: measureCounts,
});
export const componentLineWire = componentWire
  .extend({
    /** How many components are part of it. */ parts: z.int(),
    parentName: z.string().nullable(),
    ownerName: z.string().nullable(),
    managerName: z.string().nullable(),
    secondManagerName: z.string().nullable(),
    /** Null: there is none yet, or it is withheld. */ standing: standingWire.nullable(),
    /** The reader may not read its goals. */ withheld: z.boolean(),
  })
  .openapi('ComponentLine');

const found = {
  /** Words of the name. */ q: z.string().max(200).optional(),
  /** true: only posts that nobody holds. */ vacant: z.enum(['true', 'false']).optional(),
  ...asOfQuery.shape,
};
export const branchQuery = z.object({
  /** Left out: what stands at the top, and the level below it. */ parentId: z.string().max(200).optional(),
  ...asOfQuery.shape,
});
export const branchWire = z.object({ items: z.array(componentLineWire) });

export const findQuery = pageQuery.extend({ ...found, ...countQuery.shape });
export const foundWire = countedPageOf(componentLineWire).extend({
  /** Those of the items that fit; the others are above them. */ fits: z.array(z.string()),
});

export const tableQuery = pageQuery.extend({
  ...found,
  ...countQuery.shape,
  sort: sortBy('name', 'kind', 'parent', 'owner', 'manager', 'score').default('name'),
});
export const tableWire = countedPageOf(componentLineWire);

export const choicesQuery = z.object({
  /** Words of the name. */ q: z.string().max(200).optional(),
  /** Ids, with commas between them: only those. */ ids: z.string().max(20_000).optional(),
  ownerId: z.string().max(200).optional(),
  /** Not what this person owns. */ notOwnerId: z.string().max(200).optional(),
  withoutKind: z.enum(componentKinds).optional(),
  /** true: only what has something below it. */ parents: z.enum(['true', 'false']).optional(),
  /** Neither this one nor anything below it. */ outside: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(1_000).default(30),
});
export const choicesWire = z.object({
  items: z.array(
    componentWire
      .pick({ id: true, kind: true, name: true, parentId: true, ownerId: true })
      .extend({ /** From the top down. */ above: z.array(personRefSchema) })
      .openapi('ComponentChoice'),
  ),
});

export const summaryWire = z
  .object({
    components: z.int(),
    vacant: z.int(),
    /** Those that there are. */ kinds: z.array(componentKindSchema),
    /** The days whose observations count; null for those who see no report. */
    period: periodSchema.nullable(),
    /** Which day it is at the top of the tree. */
    today: localDateSchema,
    /** The month in which the fiscal year starts, 1 is January. */
    fiscalYearStart: z.int(),
  })
  .openapi('OrganisationSummary');
