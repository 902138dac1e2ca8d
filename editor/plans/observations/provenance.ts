// Where an observation comes from, in words, and which of several are shown as corrected.
import { inForce, type Observation } from '../../../engine/index.ts';
import { t } from '../../language/index.ts';

export function sourceWords({ source, enteredBy }: Pick<Observation, 'source' | 'enteredBy'>): string {
  if (enteredBy.startsWith('source:') || source.startsWith('source ')) return t('Webhook');
  if (source === 'manual') return t('Typed in');
  if (source === 'paste') return t('Pasted');
  if (source.startsWith('task ')) return t('Task');
  return source;
}

export interface Shown {
  one: Observation;
  /** What took its place. */
  correctedBy: Observation | null;
  /** It corrects what was verified, which stands until it is verified too. */
  proposed: boolean;
}

/** The newest first, and right below each what it corrected. */
export function inOrder(observations: readonly Observation[]): Shown[] {
  const live = observations.filter(({ status }) => status !== 'void');
  const correcting = new Map(live.map((one) => [one.supersedes, one]));
  const standing = new Set(inForce(observations).map(({ id }) => id));
  const byId = new Map(observations.map((one) => [one.id, one]));
  const chainOf = (one: Observation): Observation[] => {
    const before = one.supersedes === null ? undefined : byId.get(one.supersedes);
    return before ? [one, ...chainOf(before)] : [one];
  };
  return observations
    .filter(({ id }) => !correcting.has(id))
    .toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.id < b.id ? 1 : -1))
    .flatMap(chainOf)
    .map((one) => ({
      one,
      correctedBy: standing.has(one.id) ? null : (correcting.get(one.id) ?? null),
      proposed: one.status !== 'void' && !standing.has(one.id) && !correcting.has(one.id),
    }));
}

/** Somebody else must look at what was typed by the one it is about. */
export const isToVerify = ({ one, correctedBy }: Omit<Shown, 'proposed'>, meId: string): boolean =>
  one.status === 'provisional' && correctedBy === null && one.enteredBy !== meId;
