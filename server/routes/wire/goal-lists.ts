// Goals as lists on the wire: by component, as a cascade, as a matrix.
import { goalSchema } from '../../../engine/index.ts';
import { remarks } from '../../reports/goals/goal-groups.ts';
import { countQuery, pageOf, pageQuery, personRefSchema, z } from './common.ts';
import { asOfQuery, goalWire, measureWire } from './organisation.ts';

const linkWire = goalSchema.shape.alignments.element;
/** What the reader may do with the goals of a component; of a day before today nothing. */
const changingWire = {
  mayChange: z.boolean(),
  /** A plan of their own that goes on judges them by these goals: they propose changes in its tasks. */
  judgesReader: z.boolean(),
};

export const goalGroupsQuery = pageQuery.extend({
  /** Words of the goal, its measures or its component. */
  q: z.string().max(200).optional(),
  dimension: goalSchema.shape.dimension.unwrap().optional(),
  /** true: only goals with a remark. */
  withRemarks: z.enum(['true', 'false']).optional(),
  componentId: z.string().optional(),
  ...asOfQuery.shape,
  ...countQuery.shape,
});
export const goalGroupWire = z
  .object({
    componentId: z.string(),
    name: z.string(),
    /** Names from the top down to the component above. */ path: z.array(z.string()),
    ...changingWire,
    lines: z.array(
      z.object({
        goal: goalWire,
        measures: z.array(measureWire),
        /** Of its component's priorities, 0..1. */ share: z.number(),
        /** Titles of the goals that it serves and that the reader may see. */ serves: z.array(z.string()),
        /** How many more it serves. */ servesUnseen: z.int(),
        remarks: z.array(z.enum(remarks)),
      }),
    ),
  })
  .openapi('GoalGroup');
export const goalGroupsWire = pageOf(goalGroupWire).extend({
  /** How many fit in all, when it was asked for. */
  count: z.object({ goals: z.int(), components: z.int() }).optional(),
});

const goalRef = z.object({ id: z.string(), title: z.string() });
export const cascadeLineWire = z
  .object({
    /** The ids of the goals from the top down to this one. */ key: z.string(),
    goal: goalRef,
    component: personRefSchema,
    /** The ids of the components above that one, from the top down. */ above: z.array(z.string()),
    level: z.int(),
    /** How it serves the one above. */ link: linkWire.nullable(),
    isOrphan: z.boolean(),
    isHollow: z.boolean(),
    ...changingWire,
  })
  .openapi('CascadeLine');
export const cascadeWire = pageOf(cascadeLineWire).extend({ count: z.int().optional() });
export const cascadeQuery = pageQuery.extend({ ...asOfQuery.shape, ...countQuery.shape });

export const goalMatrixQuery = pageQuery.extend({
  limit: z.coerce.number().int().min(1).max(50).default(25),
  /** Only what serves from this component or one below it. */ under: z.string().max(200).optional(),
  ...asOfQuery.shape,
  ...countQuery.shape,
});
export const goalMatrixWire = pageOf(
  z.object({
    goal: goalRef,
    /** Whose goal it is. */ componentId: z.string(),
    cells: z.array(z.object({ componentId: z.string(), link: linkWire })),
  }),
)
  .extend({
    /** The components of these rows, in the order of the tree. */ columns: z.array(
      personRefSchema.extend({
        /** The ids of the components above it. */ above: z.array(z.string()),
        ...changingWire,
      }),
    ),
    count: z.int().optional(),
  })
  .openapi('GoalMatrix');

export const goalRecordWire = z
  .object({
    /** Before this instant it is not known what goals there were; null: it is known from the first one on. */
    from: z.string().nullable(),
    day: z.string().nullable().describe('The day of it where the organisation keeps its zone'),
  })
  .openapi('GoalRecord');
