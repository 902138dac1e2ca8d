// What the rows of the boards are called: people and parts by their name, everything else in the words of the screen.
import type { BoardRow } from '../app/api/wire.ts';
import { t } from '../language/index.ts';
import { kindName } from '../organisation/kind-name.ts';
import { outcomeStyle } from '../theme/theme.ts';

export const sentence = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const dimensions: Record<string, string> = {
  quantity: t('Quantity'),
  quality: t('Quality'),
  cost: t('Cost'),
  timeliness: t('Timeliness'),
  none: t('No dimension'),
};
const causes: Record<string, string> = {
  measure: t('The measure'),
  standard: t('The standard'),
  method: t('The method'),
  resources: t('The resources'),
  capability: t('The capability'),
};

export const byName = ({ id, name }: BoardRow): string => name ?? (id === 'nobody' ? t('Nobody yet') : id);
export const byKind = ({ id }: BoardRow): string => sentence(kindName(id));
export const dimensionName = (id: string): string => dimensions[id] ?? id;
const outcomeName = (id: string): string =>
  id === 'below' || id === 'meets' || id === 'exceeds' ? outcomeStyle[id].words : id;
export const methodsName = (id: string): string => t('Methods: {outcome}', { outcome: outcomeName(id) });
export const resultsName = (id: string): string => t('Results: {outcome}', { outcome: outcomeName(id) });
export const goalOutcomeName = (id: string): string =>
  id === 'none' ? t('Goals: Not scored') : t('Goals: {outcome}', { outcome: outcomeName(id) });

/** How a plan was appraised after something was given. */
export const afterNames = {
  any: t('Appraised again'),
  better: t('Scored better'),
  same: t('Scored the same'),
  worse: t('Scored worse'),
  unknown: t('Cannot be compared'),
};
export const afterName = (id: string): string =>
  Object.entries(afterNames).find(([one]) => one === id)?.[1] ?? id;
export const byDimension = ({ id }: BoardRow): string => dimensionName(id);
export const byMethods = ({ id }: BoardRow): string => methodsName(id);
export const byGroup = ({ name }: BoardRow): string => name || t('Nothing said');

const titled = (title: string, cause: string | null): string =>
  cause === null ? title : `${title} (${causes[cause] ?? cause})`;
export const byTitle = ({ name, detail, id }: BoardRow): string => titled(name ?? id, detail);

/** Of an intervention or a reward, as an address names it: kind, title and cause. */
export function givenName(key: string): string {
  try {
    const [, title, cause] = JSON.parse(key);
    return typeof title === 'string' ? titled(title, typeof cause === 'string' ? cause : null) : key;
  } catch {
    return key;
  }
}
