// Whether interventions worked, on the wire.
import { z } from './common.ts';

const figure = z.object({ score: z.number().nullable(), coverage: z.number() });
const dated = figure.extend({ at: z.string() });
const verdict = z
  .enum(['better', 'same', 'worse', 'unknown'])
  .describe(
    'By the latest round that can be compared; unknown when a side is missing or too little has data',
  );
export const followUpsWire = z
  .object({
    items: z.array(
      z.object({
        key: z.string(),
        title: z.string(),
        cause: z.string().nullable(),
        at: z.string(),
        before: dated.nullable(),
        after: z.array(dated),
        verdict,
        measures: z.array(
          z.object({
            goalId: z.string(),
            measureId: z.string(),
            before: figure.nullable(),
            after: z.array(figure.nullable()),
            verdict,
          }),
        ),
      }),
    ),
  })
  .openapi('FollowUps');
