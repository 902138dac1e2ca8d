// Boards of the reports on the wire.
import { z } from '@hono/zod-openapi';
import { boardNames } from '../../reports/boards/board.ts';

export const boardFilterWire = z.object({
  /** Of feedback: with what was said outside of plans, which belongs to no cycle. */
  cycleId: z.string().optional(),
  version: z.coerce.number().int().min(1).optional(),
  /** Only this component and what is below it. */
  under: z.string().optional(),
  /** Plans that began on this day or later; of feedback: what was said then. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  /** groups: what people are grouped by. Default: the first by name. */
  attribute: z.string().optional(),
});

export const boardParam = z.object({ board: z.enum(boardNames) });

const drillKeys = [
  'under',
  'component',
  'manager',
  'owes',
  'late',
  'stage',
  'cycle',
  'outcome',
  'methods',
  'results',
  'dimension',
  'goalOutcome',
  'given',
  'after',
  'kind',
  'status',
  'counted',
] as const;

export const boardWire = z
  .object({
    board: z.enum(boardNames),
    /** The instant that the figures are of. */
    asOf: z.string(),
    /** Groups with fewer are withheld from this reader; 0: none is. */
    least: z.int(),
    rows: z.array(
      z.object({
        id: z.string(),
        /** Null: known by its id. */
        name: z.string().nullable(),
        /** What else tells it apart, such as the cause of an intervention. */
        detail: z.string().nullable(),
        /** What the detail is called, where it is an id. */
        detailName: z.string().nullable(),
        values: z.record(z.string(), z.number().nullable()),
        /** What narrows the list of plans to those behind the row. */
        drill: z.partialRecord(z.enum(drillKeys), z.string()).nullable(),
        /** Too few to be told: there are no values. */
        withheld: z.boolean(),
      }),
    ),
  })
  .openapi('Board');
