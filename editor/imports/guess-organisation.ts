// Which column of an organisation's list is what, guessed from the names that such lists have in English and German.
import type { OrganisationMapping } from '../app/api/wire.ts';

export type OrganisationColumn = Exclude<keyof OrganisationMapping, 'defaultKind'>;

const names: Record<OrganisationColumn, RegExp> = {
  id: /^(?:id|code|number|unit id|component id|nummer|kürzel)$/i,
  name: /^(?:name|unit|component|department|team|position|post|title|einheit|abteilung|bezeichnung|stelle)$/i,
  kind: /^(?:kind|type|art|typ)$/i,
  parent: /^(?:parent|parent id|reports to|part of|belongs to|above|teil von|übergeordnet|gehört zu)$/i,
  ownerName: /^(?:owner|owner name|holder|employee|person|head|leiter|leitung|inhaber|verantwortlich)$/i,
  ownerEmail: /^(?:owner e-?mail|holder e-?mail|e-?mail|mail|e-?mail address)$/i,
  managerEmail: /^(?:manager|manager e-?mail|supervisor|supervisor e-?mail|führungskraft)$/i,
  secondManagerEmail: /^(?:second manager|second manager e-?mail|dotted line|zweite führungskraft)$/i,
  zone: /^(?:zone|time ?zone|zeitzone)$/i,
  holidayRegion: /^(?:holidays|holiday region|public holidays|country|region|feiertage|land)$/i,
  activeFrom: /^(?:from|active from|start|start date|there from|von|eintritt)$/i,
  activeTo: /^(?:to|until|active to|end|end date|there until|bis|austritt)$/i,
};
const order = [
  'id',
  'parent',
  'kind',
  'name',
  'ownerEmail',
  'ownerName',
  'managerEmail',
  'secondManagerEmail',
  'zone',
  'holidayRegion',
  'activeFrom',
  'activeTo',
] as const;

/** Each column means one thing. Where no name fits, the first column is the name, so that a person sees it is wrong. */
export function guessOrganisation(columns: string[]): OrganisationMapping {
  const left = new Set(columns);
  const found: Partial<Record<OrganisationColumn, string>> = {};
  for (const key of order) {
    const column = [...left].find((one) => names[key].test(one.trim()));
    if (column === undefined) continue;
    left.delete(column);
    found[key] = column;
  }
  return { ...found, name: found.name ?? columns[0] ?? '', defaultKind: 'team' };
}
