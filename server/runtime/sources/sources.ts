// Commands on sources. The secret is made here and told once.
import type { Actor } from '../../access/actor.ts';
import type { Deps } from '../../deps.ts';
import { notFound, ProblemError } from '../../problem.ts';
import type { SourceMapping } from '../../routes/wire/automations.ts';
import { appendAudit, appendFeed, changeOf } from '../../store/queries/records.ts';
import { findSource, insertSource, removeSource, updateSource } from '../../store/queries/sources.ts';
import type { Db } from '../../store/schema.ts';
import { makeWebhookSecret } from '../deliveries/webhook-signature.ts';
import { checkMapping } from './read-mapping.ts';

type Ports = Pick<Deps, 'store' | 'clock' | 'ids'>;

export interface NewSource {
  id?: string | undefined;
  name: string;
  mapping: SourceMapping;
}

function requireMapping(mapping: SourceMapping): void {
  const errors = checkMapping(mapping);
  if (errors.length > 0)
    throw new ProblemError('invalid', 'The mapping cannot be used; nothing was changed.', { errors });
}

interface Known {
  name: string;
  mapping: object;
  active: boolean;
}
interface Recorded {
  at: string;
  actor: Actor;
  action: string;
  id: string;
  before: Known | null;
  after: Known | null;
}

/** Never the secret. */
const inAudit = ({ name, mapping, active }: Known): Known => ({ name, mapping, active });

async function record(db: Db, { at, actor, action, id, before, after }: Recorded): Promise<void> {
  await appendFeed(db, { at, type: `source.${action}`, data: { id } });
  const detail = changeOf(before && inAudit(before), after && inAudit(after));
  await appendAudit(db, {
    at,
    actor: actor.id,
    action: `source.${action}`,
    resource: `source/${id}`,
    detail,
  });
}

/** The secret that its messages are signed with. */
export async function createSource(
  { store, clock, ids }: Ports,
  { given, actor }: { given: NewSource; actor: Actor },
): Promise<{ id: string; secret: string }> {
  requireMapping(given.mapping);
  const { name, mapping } = given;
  const id = given.id ?? ids.next('src');
  const secret = makeWebhookSecret();
  await store.commit(async (db) => {
    if (await findSource(db, id))
      throw new ProblemError('conflict', `The id ${id} is taken; choose another. Nothing was changed.`, {
        errors: [{ pointer: '/id', detail: 'It is taken.' }],
      });
    const at = clock.now();
    await insertSource(db, { id, name, mapping, active: true, createdAt: at, secret });
    await record(db, {
      at,
      actor,
      action: 'created',
      id,
      before: null,
      after: { name, mapping, active: true },
    });
  });
  return { id, secret };
}

export async function changeSource(
  { store, clock }: Ports,
  id: string,
  { patch, actor }: { patch: { name?: string; mapping?: SourceMapping; active?: boolean }; actor: Actor },
): Promise<void> {
  if (patch.mapping) requireMapping(patch.mapping);
  await store.commit(async (db) => {
    const before = await findSource(db, id);
    if (!before) throw notFound('source');
    await updateSource(db, { ...before, ...patch });
    await record(db, {
      at: clock.now(),
      actor,
      action: 'changed',
      id,
      before,
      after: { ...before, ...patch },
    });
  });
}

export async function deleteSource({ store, clock }: Ports, id: string, actor: Actor): Promise<void> {
  await store.commit(async (db) => {
    const before = await findSource(db, id);
    if (!before) throw notFound('source');
    await removeSource(db, id);
    await record(db, { at: clock.now(), actor, action: 'removed', id, before, after: null });
  });
}
