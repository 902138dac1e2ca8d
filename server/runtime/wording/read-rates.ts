// How often which advice was passed over, and how the rules on persons, instances and next steps spread over writers and
// over groups of those written about. Rule: domain 2.4, "before release, compare rates of FB-03/05/06 by group and by manager".
import { wordingRules } from '../../../engine/index.ts';
import { LEAST, withheldPlaces } from '../../reports/boards/small-groups.ts';
import { attributesOf, listAttributes } from '../../store/queries/attributes.ts';
import { findComponents, ownedBy } from '../../store/queries/components.ts';
import { namesOf } from '../../store/queries/names-of.ts';
import { listWrittenTexts } from '../../store/queries/wording.ts';
import type { Db } from '../../store/schema.ts';

const compared = ['FB-03', 'FB-05', 'FB-06'] as const;

interface Text {
  authorId: string | null;
  componentId: string | null;
  rules: string[];
}

export interface Rates {
  name: string;
  texts: number;
  /** The share of the texts, by rule; null where they are too few to be told. */
  shares: Record<(typeof compared)[number], number> | null;
}

const shareOf = (texts: readonly Text[], rule: string): number =>
  texts.filter(({ rules }) => rules.includes(rule)).length / texts.length;

function ratesBy(texts: readonly Text[], nameOf: (text: Text) => string | null): Rates[] {
  const groups = [...Map.groupBy(texts, nameOf)].flatMap(([name, some]) =>
    name === null ? [] : [{ name, some }],
  );
  groups.sort((a, b) => a.name.localeCompare(b.name, 'en'));
  const withheld = withheldPlaces(
    groups.map(({ some }) => some.length),
    LEAST,
  );
  return groups.map(({ name, some }, place) => ({
    name,
    texts: withheld.has(place) ? 0 : some.length,
    shares: withheld.has(place)
      ? null
      : { 'FB-03': shareOf(some, 'FB-03'), 'FB-05': shareOf(some, 'FB-05'), 'FB-06': shareOf(some, 'FB-06') },
  }));
}

async function groupsOf(db: Db, texts: readonly Text[], attributeId: string | undefined) {
  const attributes = await listAttributes(db);
  const chosen = attributes.find(({ id }) => id === attributeId) ?? attributes[0];
  if (!chosen) return { attribute: null, rows: [] };
  const ids = texts.map(({ componentId }) => componentId).filter((id) => id !== null);
  const owners = new Map(
    (await findComponents(db, [...new Set(ids)])).flatMap(({ id, ownerId }) =>
      ownerId ? [[id, ownerId]] : [],
    ),
  );
  const known = await attributesOf(db, [...new Set(owners.values())]);
  const rows = ratesBy(texts, ({ componentId }) => {
    const ownerId = componentId === null ? undefined : owners.get(componentId);
    return (ownerId === undefined ? undefined : known.get(ownerId)?.[chosen.id]) ?? null;
  });
  return { attribute: { id: chosen.id, name: chosen.name }, rows };
}

export interface Asked {
  launchId: string | null;
  readerId: string;
  attribute?: string | undefined;
}

/** Without what was written about the reader: how much it is would tell what became of their own plan. */
export async function readWordingRates(db: Db, { launchId, attribute, readerId }: Asked) {
  const own = await ownedBy(db, readerId);
  const texts = (await listWrittenTexts(db, launchId))
    .filter(({ componentId }) => componentId === null || !own.has(componentId))
    .map((row): Text => ({ ...row, rules: JSON.parse(row.rules) }));
  const authors = texts.map(({ authorId }) => authorId).filter((id) => id !== null);
  const names = await namesOf(db, authors);
  return {
    texts: texts.length,
    passedOver: wordingRules
      .map((rule) => ({ rule, texts: texts.filter(({ rules }) => rules.includes(rule)).length }))
      .filter((one) => one.texts > 0),
    byWriter: ratesBy(texts, ({ authorId }) =>
      authorId === null ? null : (names.get(authorId) ?? authorId),
    ),
    byGroup: await groupsOf(db, texts, attribute),
  };
}
