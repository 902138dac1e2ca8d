// The cycle's schema with each stage held against the one shape it is meant to have. The schema's own
// union would report the shape that happens to fit best, which is seldom the one that was meant.
import { z } from 'zod';
import {
  atomicStageSchema,
  type Cycle,
  compoundBase,
  cycleSchema,
  finalStageSchema,
  historyStageSchema,
  parallelBase,
  type Stage,
  type Stages,
} from '../../model/cycle.ts';
import { slugSchema } from '../../model/ids.ts';
import { inPlainWords } from '../../model/in-plain-words.ts';
import { isFields, type StageShape, shapeOf, stageShapes } from './places.ts';

const stages: z.ZodType<Stages> = z.lazy(() => z.record(slugSchema, stageByShape));

const schemas: Record<StageShape, z.ZodType<Stage>> = {
  atomic: atomicStageSchema,
  final: finalStageSchema,
  history: historyStageSchema,
  compound: compoundBase.extend({ stages }),
  parallel: parallelBase.extend({ stages }),
};

const knownTypes: readonly unknown[] = [undefined, ...stageShapes];

const stageByShape: z.ZodType<Stage> = z.unknown().transform((value, context): Stage => {
  const type = isFields(value) ? value.type : undefined;
  if (!knownTypes.includes(type)) {
    const message = 'A stage is atomic, compound, parallel, final or history.';
    context.addIssue({ code: 'custom', path: ['type'], message });
    return z.NEVER;
  }
  const result = schemas[isFields(value) ? shapeOf(value) : 'atomic'].safeParse(value, {
    error: inPlainWords,
  });
  if (result.success) return result.data;
  for (const issue of result.error.issues) context.addIssue({ ...issue });
  return z.NEVER;
});

export const cycleByShape: z.ZodType<Cycle> = cycleSchema.extend({ stages });
