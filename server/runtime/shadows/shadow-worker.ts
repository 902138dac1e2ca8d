// Looks at live plans with the eyes of the candidates that go beside them: at those that have changed, and at those to
// which a candidate would have come by itself. It reads everything and writes verdicts, and nothing else: what a
// candidate asks for is done by nobody. All that it knows is in the store, so it goes on after a start where it stood.
import { parseCycle } from '../../../engine/index.ts';
import type { Deps } from '../../deps.ts';
import {
  listDuePlans,
  type NewVerdict,
  nextVerdictInstant,
  updateVerdict,
} from '../../store/queries/shadow-verdicts.ts';
import {
  documentOfShadow,
  listChangedPlans,
  listOpenShadows,
  markChanged,
  type OpenShadow,
} from '../../store/queries/shadows.ts';
import { type Candidate, judgeStored, prepareCandidate } from '../replays/judge-stored.ts';

/** Plans in a turn of one shadow: the work between two looks at who else waits. */
const LOT = 20;
/** Lines of the history in a turn. */
const LINES = 1_000;
/** However far away the next instant is. */
const LONGEST_WAIT = 60_000;
/** After a turn that leaves something to do it rests as long as the turn took, and no longer than this. */
const LONGEST_REST = 1_000;
/** A plan whose timer is about to fire is looked at once that has happened, which is heard of. */
const FOR_TIMERS = 1_000;

export interface ShadowWorker {
  /** Does a bounded piece of work; how many milliseconds it then rests. */
  turn(): Promise<number>;
}

/** What has happened since the last turn; whether there may be more. */
async function takeNotice({ store, clock }: Deps, shadow: OpenShadow): Promise<boolean> {
  const at = clock.now();
  const { planIds, upTo, full } = await store.read((db) =>
    listChangedPlans(db, shadow, { at, limit: LINES }),
  );
  if (upTo === null) return false;
  await store.commit((db) => markChanged(db, shadow, { planIds, upTo, at }));
  return full;
}

/** Judges one lot; whether there may be more. */
async function judgeLot(deps: Deps, { id: shadowId }: OpenShadow, candidate: Candidate): Promise<boolean> {
  const at = deps.clock.now();
  const plans = await deps.store.read((db) => listDuePlans(db, { shadowId, at, limit: LOT }));
  if (plans.length === 0) return false;
  const verdicts: NewVerdict[] = [];
  for await (const { report, next } of judgeStored(deps, candidate, plans, at)) {
    const { planId, revision, verdict } = report;
    const kept = { shadowId, planId, revision, verdict, judgedAt: at, nextAt: next };
    verdicts.push({ ...kept, report: JSON.stringify(report) });
  }
  await deps.store.commit(async (db) => {
    for (const verdict of verdicts) await updateVerdict(db, verdict);
  });
  return plans.length === LOT;
}

const millisecondsSince = ({ clock }: Deps, at: string): number =>
  Math.max(0, Date.parse(clock.now()) - Date.parse(at));

export function makeShadowWorker(deps: Deps): ShadowWorker {
  /** By shadow: its document never changes. */
  const candidates = new Map<string, Candidate>();

  async function candidateOf({ id }: OpenShadow): Promise<Candidate> {
    const known = candidates.get(id);
    if (known) return known;
    const document = await deps.store.read((db) => documentOfShadow(db, id));
    const parsed = parseCycle(JSON.parse(document ?? 'null'));
    if (parsed.kind === 'refused') throw new Error(`The candidate of the shadow ${id} cannot be read.`);
    const candidate = prepareCandidate(parsed.cycle);
    candidates.set(id, candidate);
    return candidate;
  }

  async function waitFor(open: readonly OpenShadow[]): Promise<number> {
    const ids = open.map(({ id }) => id);
    const next = await deps.store.read((db) => nextVerdictInstant(db, ids));
    if (next === null) return LONGEST_WAIT;
    const wait = Date.parse(next) - Date.parse(deps.clock.now());
    return Math.min(wait <= 0 ? FOR_TIMERS : wait, LONGEST_WAIT);
  }

  return {
    async turn() {
      const open = await deps.store.read(listOpenShadows);
      for (const id of candidates.keys()) if (!open.some((shadow) => shadow.id === id)) candidates.delete(id);
      if (open.length === 0) return LONGEST_WAIT;
      const began = deps.clock.now();
      let more = false;
      for (const shadow of open) {
        const unread = await takeNotice(deps, shadow);
        const undone = await judgeLot(deps, shadow, await candidateOf(shadow));
        more ||= unread || undone;
      }
      return more ? Math.min(millisecondsSince(deps, began), LONGEST_REST) : waitFor(open);
    },
  };
}
