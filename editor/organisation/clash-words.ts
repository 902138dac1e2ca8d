// What both sides have made of a component, in words.
import type { NewComponent } from '../app/api/wire.ts';
import { useComponentNames, useNames } from '../app/parts/use-names.ts';
import { shortDate } from '../app/words/due.ts';
import type { Clash } from '../inbox/forms/rebase.ts';
import { t } from '../language/index.ts';
import { kindName } from './kind-name.ts';
import { kindWords } from './kind-words.ts';

export const fieldWords: Partial<Record<string, string>> = {
  kind: t('Kind'),
  name: t('Name'),
  parentId: t('Part of'),
  ownerId: t('Owner'),
  managerId: t('Manager'),
  secondManagerId: t('Second manager'),
  zone: t('Time zone'),
  holidayRegion: t('Public holidays'),
  activeFrom: t('There from'),
  activeTo: t('There until'),
};

type Names = ReadonlyMap<string, string>;
const people = new Set(['ownerId', 'managerId', 'secondManagerId']);

/** The names of whom and what the clashes are about. */
export function useSidesOf(clashes: readonly Clash<NewComponent>[]): Names {
  const idsOf = (isWanted: (key: string) => boolean) =>
    clashes.filter(({ key }) => isWanted(key)).flatMap(({ mine, theirs }) => [mine ?? null, theirs ?? null]);
  const ofPeople = useNames(idsOf((key) => people.has(key)));
  const ofComponents = useComponentNames(idsOf((key) => key === 'parentId'));
  return new Map([...ofPeople, ...ofComponents]);
}

export function valueWords(key: string, value: string | null | undefined, names: Names): string {
  if (value === null || value === undefined) return t('none');
  if (key === 'activeFrom' || key === 'activeTo') return shortDate(value);
  const kind = key === 'kind' ? Object.keys(kindWords).find((one) => one === value) : undefined;
  return kind ? kindName(kind) : (names.get(value) ?? value);
}
