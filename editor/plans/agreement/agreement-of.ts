// Where the agreement on a plan stands: which version is in force, which one waits, and for whom.
import { differencesToAgree } from '../../../engine/index.ts';
import type { PlanVersion, PlanVersions } from '../../app/api/wire.ts';

export type Signature = PlanVersion['signatures'][number];
export type Side = Signature['side'];
export const sides: readonly Side[] = ['component', 'manager'];

export interface Agreement {
  /** The newest that both sides have agreed. */
  inForce: PlanVersion | null;
  /** The newest that they have not; null: there is none. */
  waiting: PlanVersion | null;
  /** The sides that are asked and have not agreed it. */
  waitsFor: Side[];
  /** The one side that is asked, where the other is not: what it signs does not come into force by that. */
  only: Side | null;
  /** The sides whose agreement with the newest version is missing. */
  missing: Side[];
  /** What the reader can sign now; null: nothing, or nothing more. */
  toSign: { version: number; sides: Side[] } | null;
}

/** A side's latest word on a version. */
export const wordOf = ({ signatures }: PlanVersion, side: Side): Signature | undefined =>
  signatures.findLast((one) => one.side === side);

const hasAgreed = (version: PlanVersion, side: Side): boolean => wordOf(version, side)?.decision === 'agreed';

export function agreementOf({ items, now, asked, maySign }: PlanVersions): Agreement {
  const inForce = items.findLast(({ inForceAt }) => inForceAt !== null) ?? null;
  const newest = items.at(-1) ?? null;
  // Goals can be drawn up for long before anybody is asked to agree them again.
  const isOther = newest !== null && differencesToAgree(newest.document, now).length > 0;
  const missing = newest && !isOther ? sides.filter((side) => !hasAgreed(newest, side)) : [...sides];
  const mine = maySign.filter((side) => missing.includes(side));
  return {
    inForce,
    waiting: newest && newest.inForceAt === null ? newest : null,
    waitsFor: newest?.inForceAt === null ? asked.filter((side) => missing.includes(side)) : [],
    only: asked.length === 1 ? (asked[0] ?? null) : null,
    missing,
    toSign: mine.length > 0 ? { version: newest?.version ?? 0, sides: mine } : null,
  };
}
