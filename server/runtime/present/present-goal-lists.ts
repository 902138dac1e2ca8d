// Goals as lists show them: what fits is found in the book of all goals, and only what is shown is read whole.
import type { z } from '@hono/zod-openapi';
import type { Actor } from '../../access/actor.ts';
import { authorize, scopeOf } from '../../access/authorize.ts';
import { isVisible, readableComponentIds, visibleComponentIds } from '../../access/visibility.ts';
import { pageOfList } from '../../http/pages.ts';
import { columnsOf, toCascade, toMatrixRows } from '../../reports/goals/cascade.ts';
import type { GoalBook, GoalBooks } from '../../reports/goals/goal-book.ts';
import { type GoalGroup, toGoalGroups } from '../../reports/goals/goal-groups.ts';
import { waysAbove } from '../../reports/goals/tree-order.ts';
import { beforeOf } from '../../routes/day-after.ts';
import type {
  cascadeQuery,
  cascadeWire,
  goalGroupsQuery,
  goalGroupsWire,
  goalMatrixQuery,
  goalMatrixWire,
} from '../../routes/wire/goal-lists.ts';
import { findGoals } from '../../store/queries/goals.ts';
import { listMeasuresOf } from '../../store/queries/measures.ts';
import { listOwnUnderPlan } from '../../store/queries/rated-components.ts';
import type { Db } from '../../store/schema.ts';

type Page<Schema extends z.ZodType> = z.output<Schema>;

interface Given<Query extends z.ZodType> {
  actor: Actor;
  asked: z.output<Query>;
}

/**
 * What the actor sees: what they do not see does not serve, and is not served, for them. Of another day too they see what
 * is theirs to see today.
 */
async function visibleBook(
  db: Db,
  books: GoalBooks,
  { actor, asked }: { actor: Actor; asked: { asOf?: string | undefined } },
): Promise<GoalBook> {
  const scope = authorize(actor, 'goals.read');
  const book = await books(db, await beforeOf(db, asked.asOf));
  const visible = await readableComponentIds(db, actor, scope);
  if (visible === 'all') return book;
  return { ...book, goals: book.goals.filter(({ componentId }) => isVisible(visible, componentId)) };
}

interface Changing {
  mayChange: boolean;
  judgesReader: boolean;
}

/** Who may change the goals of which components today: nobody those that a plan judges them by. */
async function changingOf(
  db: Db,
  { actor, asked }: { actor: Actor; asked: { asOf?: string | undefined } },
): Promise<(componentId: string) => Changing> {
  const scope = asked.asOf === undefined ? scopeOf(actor, 'goals.change') : null;
  if (!scope) return () => ({ mayChange: false, judgesReader: false });
  const visible = await visibleComponentIds(db, actor, scope);
  const own = await listOwnUnderPlan(db, actor.id);
  return (componentId) => {
    const judgesReader = own.has(componentId);
    return { mayChange: isVisible(visible, componentId) && !judgesReader, judgesReader };
  };
}

async function readGroups(
  db: Db,
  groups: readonly GoalGroup[],
  { book, before }: { book: GoalBook; before: string | null },
) {
  const ids = groups.flatMap(({ lines }) => lines.map(({ goal }) => goal.id));
  const goals = new Map((await findGoals(db, ids, before)).map((goal) => [goal.id, goal]));
  const measures = Map.groupBy(await listMeasuresOf(db, ids, before), ({ goalId }) => goalId);
  const titles = new Map(book.goals.map(({ id, title }) => [id, title]));
  return groups.map(({ lines, ...group }) => ({
    ...group,
    lines: lines.flatMap(({ goal: { id, alignments }, ...said }) => {
      const goal = goals.get(id);
      if (!goal) return [];
      const serves = alignments.flatMap(({ parentGoalId }) => titles.get(parentGoalId) ?? []);
      const servesUnseen = alignments.length - serves.length;
      return [{ goal, measures: measures.get(id) ?? [], serves, servesUnseen, ...said }];
    }),
  }));
}

export async function listGoalGroups(
  db: Db,
  books: GoalBooks,
  given: Given<typeof goalGroupsQuery>,
): Promise<Page<typeof goalGroupsWire>> {
  const book = await visibleBook(db, books, given);
  const { cursor, limit, count, withRemarks, asOf, ...filter } = given.asked;
  const groups = toGoalGroups(book, { ...filter, withRemarks: withRemarks === 'true' });
  const page = pageOfList(groups, { cursor, limit, keyOf: ({ componentId }) => componentId });
  const changing = await changingOf(db, given);
  const found = await readGroups(db, page.items, { book, before: await beforeOf(db, asOf) });
  const goals = groups.reduce((sum, { lines }) => sum + lines.length, 0);
  return {
    items: found.map((group) => ({ ...group, ...changing(group.componentId) })),
    nextCursor: page.nextCursor,
    ...(count === 'true' && { count: { goals, components: groups.length } }),
  };
}

const idsAbove = ({ places }: GoalBook, componentId: string): string[] =>
  waysAbove(places, componentId).map(({ id }) => id);

export async function listCascade(
  db: Db,
  books: GoalBooks,
  given: Given<typeof cascadeQuery>,
): Promise<Page<typeof cascadeWire>> {
  const { asked } = given;
  const book = await visibleBook(db, books, given);
  const lines = toCascade(book);
  const { items, nextCursor } = pageOfList(lines, { ...asked, keyOf: ({ key }) => key });
  const changing = await changingOf(db, given);
  return {
    items: items.map(({ goal: { id, title, componentId }, ...line }) => ({
      ...line,
      goal: { id, title },
      component: { id: componentId, name: book.places.get(componentId)?.name ?? componentId },
      above: idsAbove(book, componentId),
      ...changing(componentId),
    })),
    nextCursor,
    ...(asked.count === 'true' && { count: lines.length }),
  };
}

export async function readGoalMatrix(
  db: Db,
  books: GoalBooks,
  given: Given<typeof goalMatrixQuery>,
): Promise<Page<typeof goalMatrixWire>> {
  const { asked } = given;
  const book = await visibleBook(db, books, given);
  const rows = toMatrixRows(book, asked.under);
  const { items, nextCursor } = pageOfList(rows, { ...asked, keyOf: ({ goal }) => goal.id });
  const changing = await changingOf(db, given);
  return {
    items: items.map(({ goal: { id, title, componentId: place }, cells }) => ({
      goal: { id, title },
      componentId: place,
      cells: [...cells].map(([componentId, link]) => ({ componentId, link })),
    })),
    columns: columnsOf(items, book).map(({ id, name }) => ({
      ...{ id, name, above: idsAbove(book, id) },
      ...changing(id),
    })),
    nextCursor,
    ...(asked.count === 'true' && { count: rows.length }),
  };
}
