// The catalogue of events as people read it: each with its JSON Schema and a sample, written by what writes the real ones.
import { z } from 'zod';
import type { JsonObject } from '../../../engine/index.ts';
import { aboutEvent, eventSchema, isOfPlan, type OutgoingType, outgoingTypes } from './event-catalogue.ts';
import { toBody } from './queue-deliveries.ts';

export interface DescribedEvent {
  type: OutgoingType;
  when: string;
  schema: JsonObject;
  sample: JsonObject;
}

const ID = '0b9d3a52-6f0e-5c0b-9a57-6d1f4f6f1c1e';

function sampleOf(type: OutgoingType): JsonObject {
  const place = isOfPlan(type)
    ? { planId: 'pln_7Hc2Zk', componentId: 'department-of-buildings' }
    : { planId: null, componentId: null };
  const event = { type, ...place, data: aboutEvent(type).sample, at: '2026-03-31T09:00:00.000Z', idSeed: ID };
  const source = isOfPlan(type) ? '/cycles/organisation-loop' : '/cyclewright';
  return JSON.parse(toBody(event, { id: ID, source, planSeq: isOfPlan(type) ? 7 : null }));
}

export const describeEvents = (): DescribedEvent[] =>
  outgoingTypes.map((type) => ({
    type,
    when: aboutEvent(type).when,
    schema: JSON.parse(JSON.stringify(z.toJSONSchema(eventSchema(type)))),
    sample: sampleOf(type),
  }));
