// The versions of a cycle that can be held against each other: the published ones by number, and the draft.
import { t } from '../language/index.ts';

export type VersionName = number | 'draft';

export const readVersionName = (text: string | undefined): VersionName | null => {
  if (text === 'draft') return 'draft';
  const number = Number(text);
  return Number.isInteger(number) && number >= 1 ? number : null;
};

export const versionWords = (version: VersionName): string =>
  version === 'draft' ? t('the draft') : t('version {version}', { version });

interface Pair {
  from: VersionName;
  to: VersionName;
}

/** What an address leaves open: the draft against the latest version, or a version against the one before. */
export function pairOf(given: { from: VersionName | null; to: VersionName | null }, latest: number): Pair {
  const to = given.to ?? 'draft';
  const before = to === 'draft' ? latest : Math.max(1, to - 1);
  return { from: given.from ?? before, to };
}
