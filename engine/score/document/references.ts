// Ids of a document: each names one thing, and what is named is there.
import { nearest } from '../../model/nearest.ts';
import type { Problem } from '../../model/problem.ts';
import type { ScoreDocument } from './document-schema.ts';
import { fault, type Path } from './faults.ts';
import type { Rows, Spanned } from './plan-rows.ts';

export interface Known {
  components: ReadonlySet<string>;
  goals: ReadonlySet<string>;
  measures: ReadonlySet<string>;
  items: ReadonlySet<string>;
}

const named = { components: 'component', goals: 'goal', measures: 'measure', items: 'item' } as const;

/** Components need not be listed: then they are those that goals and items belong to. */
export function knownIn(document: ScoreDocument): Known {
  const versions = document.planVersions ?? [];
  const goals = [...(document.goals ?? []), ...versions.flatMap((version) => version.goals ?? [])];
  const measures = [...(document.measures ?? []), ...versions.flatMap((version) => version.measures ?? [])];
  const components = [
    ...(document.components ?? []),
    ...versions.flatMap((version) => version.components ?? []),
  ];
  const owners = [...goals, ...(document.items ?? []), ...(document.observations ?? [])];
  const listed = components.map(({ id }) => id);
  return {
    components: new Set(listed.length > 0 ? listed : owners.flatMap(({ componentId }) => componentId ?? [])),
    goals: new Set(goals.map(({ id }) => id)),
    measures: new Set(measures.map(({ id }) => id)),
    items: new Set((document.items ?? []).map(({ id }) => id)),
  };
}

type Reference = [kinds: (keyof Known)[], id: string | null | undefined, path: Path];

function dangling(known: Known, [kinds, id, path]: Reference): Problem[] {
  if (id == null || kinds.some((kind) => known[kind].has(id))) return [];
  const meant = nearest(
    id,
    kinds.flatMap((kind) => [...known[kind]]),
  );
  const what = kinds.map((kind) => named[kind]).join(' or ');
  const hint = meant ? ` Did you mean "${meant}"?` : '';
  return [fault('DOC-dangling', path, `There is no ${what} "${id}".${hint}`)];
}

type Listed<Row> = readonly Row[] | null | undefined;

/** One reference per row, or several. */
const each = <Row>(rows: Listed<Row>, path: Path, read: (row: Row, path: Path) => Reference[]): Reference[] =>
  (rows ?? []).flatMap((row, index) => read(row, [...path, index]));

type Plan = Pick<ScoreDocument, 'components'> & {
  goals?: Listed<Partial<NonNullable<ScoreDocument['goals']>[number]>>;
  measures?: Listed<Partial<NonNullable<ScoreDocument['measures']>[number]>>;
};

const inPlan = (plan: Plan, path: Path): Reference[] => [
  ...each(plan.components, [...path, 'components'], (row, at) => [
    [['components'], row.parentId, [...at, 'parentId']],
    ...each(row.parentIds, [...at, 'parentIds'], (id, place): Reference[] => [[['components'], id, place]]),
  ]),
  ...each(plan.goals, [...path, 'goals'], (row, at) => [
    [['components'], row.componentId, [...at, 'componentId']],
    ...each(row.alignments, [...at, 'alignments'], ({ parentGoalId }, place): Reference[] => [
      [['goals'], parentGoalId, [...place, 'parentGoalId']],
    ]),
  ]),
  ...each(plan.measures, [...path, 'measures'], (row, at) => [
    [['goals'], row.goalId, [...at, 'goalId']],
    ...each(row.valueFrom, [...at, 'valueFrom'], (id, place): Reference[] => [[['measures'], id, place]]),
  ]),
];

export function referenceFaults(document: ScoreDocument, known: Known): Problem[] {
  const references: Reference[] = [
    ...inPlan(document, []),
    ...each(document.planVersions, ['planVersions'], (version, path) => [
      ...inPlan(version, path),
      ...Object.keys(version.weights ?? {}).map(
        (id): Reference => [['measures', 'goals'], id, [...path, 'weights', id]],
      ),
    ]),
    ...each(document.observations, ['observations'], (row, path) => [
      [['measures'], row.measureId, [...path, 'measureId']],
      [['components'], row.componentId, [...path, 'componentId']],
    ]),
    ...each(document.items, ['items'], (row, path) => [
      [['components'], row.componentId, [...path, 'componentId']],
    ]),
    ...each(document.ratings, ['ratings'], (row, path) => [
      [['measures', 'goals', 'components', 'items'], row.itemId, [...path, 'itemId']],
    ]),
    ...each(document.waivers, ['waivers'], (row, path) => [
      [['measures', 'goals'], typeof row === 'string' ? row : row.id, path],
    ]),
  ];
  return references.flatMap((reference) => dangling(known, reference));
}

const overlap = (a: Spanned<unknown>, b: Spanned<unknown>): boolean =>
  (a.from ?? '') <= (b.to ?? '9999') && (b.from ?? '') <= (a.to ?? '9999');

type Named = { id: string; version?: number | null | undefined };

/** Rows of one id are versions of one thing: they differ in their version or in their days. */
function repeated(rows: readonly Spanned<Named>[]): Problem[] {
  const before = new Map<string, Spanned<Named>[]>();
  return rows.flatMap((row) => {
    const { id, version } = row.row;
    const others = before.get(id) ?? [];
    before.set(id, [...others, row]);
    if (!others.some((one) => one.row.version === version && overlap(one, row))) return [];
    const message = `"${id}" is there already. Give each its own id, or its own version or days.`;
    return [fault('DOC-id-taken', [...row.path, 'id'], message)];
  });
}

/** Scores are given by id, so nothing of two kinds has the same. */
function shared(known: Known, rows: Rows): Problem[] {
  const twice = (one: Spanned<Named>, others: (keyof Known)[]): Problem[] => {
    const other = others.find((kind) => known[kind].has(one.row.id));
    if (other === undefined) return [];
    const message = `"${one.row.id}" is also the id of a ${named[other]}. Scores are listed by id: give it another.`;
    return [fault('DOC-id-taken', [...one.path, 'id'], message)];
  };
  return [
    ...rows.goals.flatMap((one) => twice(one, ['components'])),
    ...rows.measures.flatMap((one) => twice(one, ['components', 'goals'])),
  ];
}

export const idFaults = (known: Known, rows: Rows): Problem[] => [
  ...repeated(rows.components),
  ...repeated(rows.goals),
  ...repeated(rows.measures),
  ...shared(known, rows),
];
