// Which plans a list may hold for its reader: what it is narrowed to tells something of each.
import type { Actor } from '../../access/actor.ts';
import type { Scope } from '../../access/permissions.ts';
import { readableComponentIds } from '../../access/visibility.ts';
import type { Deps } from '../../deps.ts';
import type { AskedCell } from '../../reports/boards/behind.ts';
import { countedFor } from '../../reports/counted-for.ts';
import type { Db } from '../../store/schema.ts';
import { type UnderReview, underReviewFrom } from '../ratings/rating-sight.ts';

export interface Telling {
  outcome?: string | undefined;
  cell: AskedCell;
  late?: 'true' | 'false' | undefined;
  stuck?: 'true' | 'false' | undefined;
  waits?: 'others' | undefined;
  owes?: string | undefined;
  counted?: 'reports' | undefined;
}

/** Whoever asks for an outcome, or for what others have to do, must not learn one from the answer. */
const isTelling = ({ outcome, cell, late, stuck, waits, owes }: Telling, own: string): boolean =>
  [outcome, ...Object.values(cell), waits].some((one) => one !== undefined) ||
  [late, stuck].includes('true') ||
  (owes !== undefined && owes !== own);

export interface PlansInSight {
  visible: ReadonlySet<string> | 'all';
  /** Plans that are left out. */
  except: ReadonlySet<string> | undefined;
  reviews: ReadonlyMap<string, UnderReview>;
}

export async function plansInSight(
  ports: Pick<Deps, 'cycles'>,
  db: Db,
  { actor, scope, asked }: { actor: Actor; scope: Scope; asked: Telling },
): Promise<PlansInSight> {
  const reviews = await underReviewFrom(ports, db, actor);
  if (asked.counted) {
    const { visible, except } = await countedFor(ports, db, { actor, scope });
    return { visible, except: new Set(except), reviews };
  }
  const visible = await readableComponentIds(db, actor, scope);
  return { visible, except: isTelling(asked, actor.id) ? new Set(reviews.keys()) : undefined, reviews };
}
