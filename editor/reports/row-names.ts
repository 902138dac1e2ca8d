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
export const methodsName = (id: string): string =>
  t('Methods: {outcome}', {
    outcome: id === 'below' || id === 'meets' || id === 'exceeds' ? outcomeStyle[id].words : id,
  });
export const byDimension = ({ id }: BoardRow): string => dimensionName(id);
export const byMethods = ({ id }: BoardRow): string => methodsName(id);
export const byGroup = ({ name }: BoardRow): string => name || t('Nothing said');

export const byTitle = ({ name, detail, id }: BoardRow): string => {
  const title = name ?? id;
  return detail === null ? title : `${title} (${causes[detail] ?? detail})`;
};
