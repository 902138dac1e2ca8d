// Whom somebody names as raters, and what the answers of so many will show.
import { foreseeGroups, type Json } from '../../../engine/index.ts';
import { t } from '../../language/index.ts';

export interface Nominees {
  peers: string[];
  reports: string[];
}

const idsIn = (value: Json | undefined): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];

/** As a cycle keeps what was proposed in its variable `nominated`. */
export function nomineesOf(kept: Json | undefined): Nominees | null {
  if (typeof kept !== 'object' || kept === null || Array.isArray(kept)) return null;
  return { peers: idsIn(kept.peers), reports: idsIn(kept.reports) };
}

const foreseen = ({ peers, reports }: Nominees) =>
  foreseeGroups({ peer: peers.length, report: reports.length });

export const missingWords = (nominees: Nominees): string | null => {
  const { missing } = foreseen(nominees);
  return missing === 0
    ? null
    : t('Name {missing} more: fewer than three answers are never shown.', { missing });
};

/** What becomes of each group, in words. */
export function foreseenWords(nominees: Nominees): string {
  const { apart, together, missing } = foreseen(nominees);
  if (missing > 0) return t('Name at least three people in all: fewer answers are never shown.');
  if (together.length > 0)
    return t('Peers and reports are shown as one group, since one of them alone would be too few.');
  if (apart.length === 2) return t('Peers and reports are shown each by themselves once all have answered.');
  return apart[0] === 'report'
    ? t('Reports are shown together once all have answered.')
    : t('Peers are shown together once all have answered.');
}
