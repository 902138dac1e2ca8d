// A message from outside: believed when its signature holds, taken once, and turned into an observation or an
// event. Taking it and what it comes to are one commit; a message that is refused may be sent again.
import { type Evaluator, eventTypeSchema, type Json, type JsonObject } from '../../../engine/index.ts';
import type { Actor } from '../../access/actor.ts';
import type { Deps } from '../../deps.ts';
import { ProblemError } from '../../problem.ts';
import { requireSendable } from '../../routes/events-from-outside.ts';
import { sourceMappingWire } from '../../routes/wire/automations.ts';
import { newObservationWire } from '../../routes/wire/organisation.ts';
import { findComponent } from '../../store/queries/components.ts';
import { listInForce } from '../../store/queries/observations.ts';
import {
  findSource,
  findSourceSecret,
  findTakenMessage,
  insertTakenMessage,
  type Source,
} from '../../store/queries/sources.ts';
import type { Db } from '../../store/schema.ts';
import { makeWebhookSecret, verifySignature } from '../deliveries/webhook-signature.ts';
import { observationsRecorded } from '../organisation/observation-recorded.ts';
import { placeObservations, recordObservations } from '../organisation/record-observations.ts';
import { stepPlan } from '../plans/step-plan.ts';
import { tellPlans } from '../plans/tell-plans.ts';
import { type Mapped, readMapping } from './read-mapping.ts';

export interface Message {
  sourceId: string;
  headers: Headers;
  body: Uint8Array;
}
export type Effect = 'observation' | 'event' | 'none';
export interface Taken {
  effect: Effect;
  repeated: boolean;
}

/** The same for a source that is not there and for a signature that does not hold. */
const notBelieved = (): ProblemError =>
  new ProblemError(
    'not-signed-in',
    'The signature does not hold; nothing was changed. Sign the raw body as Standard Webhooks do, with the secret of this source and the time of sending.',
  );

async function believe(deps: Deps, { sourceId, headers, body }: Message) {
  const { secret, source } = await deps.store.read(async (db) => ({
    secret: await findSourceSecret(db, sourceId),
    source: await findSource(db, sourceId),
  }));
  const verified = verifySignature(secret ?? makeWebhookSecret(), { headers, body, at: deps.clock.now() });
  if (!verified || !source) throw notBelieved();
  if (!source.active)
    throw new ProblemError('conflict', `The source ${source.name} is paused; nothing was changed.`);
  return { source, ...verified };
}

interface Taking {
  deps: Deps;
  db: Db;
  source: Source;
  messageId: string;
  actor: Actor;
}

/** What is in force for the period is superseded; the same value again is no news. */
async function takeObservation({ deps, db, source, actor }: Taking, given: JsonObject): Promise<Effect> {
  const parsed = newObservationWire.safeParse({ ...given, source: `source ${source.id}` });
  if (!parsed.success) {
    const errors = parsed.error.issues.map((issue) => ({
      pointer: `/mapping/${issue.path.join('/')}`,
      detail: `${issue.message} The mapping gave ${JSON.stringify(given[String(issue.path[0])] ?? null)}.`,
    }));
    throw new ProblemError('invalid', 'The message does not give an observation; nothing was changed.', {
      errors,
    });
  }
  const inForce = await listInForce(db, parsed.data);
  if (inForce.some(({ value }) => value === (parsed.data.value ?? null))) return 'none';
  const [before] = inForce;
  const [entry] = await placeObservations(db, [parsed.data]);
  if (!entry) return 'none';
  // Another milestone that is reached on the same day is no correction.
  const corrects = before !== undefined && entry.measure.kind !== 'milestones';
  const entries = corrects ? [{ ...entry, given: { ...entry.given, supersedes: before.id } }] : [entry];
  const observations = await recordObservations(db, deps, { entries, actor, status: 'verified' });
  await observationsRecorded(deps, db, { observations, actor: actor.id });
  return 'observation';
}

const refuse = (key: string, detail: string): ProblemError =>
  new ProblemError('invalid', `${detail} Nothing was changed.`, {
    errors: [{ pointer: `/mapping/${key}`, detail }],
  });

async function takeEvent(taking: Taking, mapped: Extract<Mapped, { to: 'event' }>): Promise<Effect> {
  const { deps, db, source, messageId, actor } = taking;
  const { planId, componentId, type, data } = mapped;
  if (!eventTypeSchema.safeParse(type).success)
    throw refuse(
      'type',
      `“${type}” is not an event type: use words joined by dots, such as incident.reported.`,
    );
  requireSendable(type);
  const event = { id: `hook:${source.id}:${messageId}`, type, data };
  if (planId !== null) await stepPlan(deps, db, { planId, event, actor: actor.id });
  else if (componentId !== null) {
    if (!(await findComponent(db, componentId)))
      throw refuse('componentId', `There is no component ${componentId}.`);
    await tellPlans(deps, db, { componentId, event, actor: actor.id });
  }
  return 'event';
}

function take(taking: Taking, mapped: Mapped): Promise<Effect> {
  switch (mapped.to) {
    case 'observation':
      return takeObservation(taking, mapped.given);
    case 'event':
      return takeEvent(taking, mapped);
    case 'nothing':
      return Promise.resolve('none');
  }
}

const toEffect = (text: string): Effect => (text === 'observation' || text === 'event' ? text : 'none');

/** Headers that a mapping may look at; those that hold secrets are none of them. */
const shownHeaders = (headers: Headers): JsonObject =>
  Object.fromEntries(
    [...headers].filter(([name]) => !/^(authorization|cookie|webhook-signature)$/.test(name)),
  );

/**
 * Taken again, the same message has no effect. `parse` reads its text.
 * @throws ProblemError not-signed-in when it is not to be believed; invalid, event-not-accepted and the like when
 * it cannot be used.
 */
export async function takeMessage(
  deps: Deps,
  message: Message,
  { evaluator, parse }: { evaluator: Evaluator; parse: (text: string) => Json },
): Promise<Taken> {
  const { source, id: messageId, text } = await believe(deps, message);
  const { headers } = message;
  return deps.store.commit(async (db) => {
    const before = await findTakenMessage(db, source.id, messageId);
    if (before !== null) return { effect: toEffect(before), repeated: true };
    const mapping = sourceMappingWire.parse(source.mapping);
    const mapped = readMapping(evaluator, mapping, { payload: parse(text), headers: shownHeaders(headers) });
    const actor: Actor = { id: `source:${source.id}`, name: source.name, roles: [] };
    const effect = await take({ deps, db, source, messageId, actor }, mapped);
    await insertTakenMessage(db, { sourceId: source.id, messageId, at: deps.clock.now(), effect });
    return { effect, repeated: false };
  });
}
