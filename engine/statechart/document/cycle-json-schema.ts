// The published JSON Schema of cycle/1, for editors and other tools.
import { z } from 'zod';
import { cycleSchema } from '../../model/cycle.ts';

export const cycleJsonSchema = (): object => ({
  ...z.toJSONSchema(cycleSchema, { io: 'input', reused: 'ref' }),
  title: 'Cyclewright cycle/1',
});
