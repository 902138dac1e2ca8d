// The organisation on the wire as its tree, chart and table show it: line by line.
import { outcomeSchema, periodSchema } from '../../../engine/index.ts';
import { countedPageOf, countQuery, pageQuery, sortBy, z } from './common.ts';
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

export const summaryWire = z
  .object({
    components: z.int(),
    vacant: z.int(),
    /** The days whose observations count; null for those who see no report. */
    period: periodSchema.nullable(),
  })
  .openapi('OrganisationSummary');
