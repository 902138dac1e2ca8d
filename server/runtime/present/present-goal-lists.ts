// Goals as lists show them: what fits is found in the book of all goals, and only what is shown is read whole.
import type { z } from '@hono/zod-openapi';
import type { Actor } from '../../access/actor.ts';
import { authorize } from '../../access/authorize.ts';
import { isVisible, readableComponentIds } from '../../access/visibility.ts';
import { pageOfList } from '../../http/pages.ts';
import { columnsOf, toCascade, toMatrixRows } from '../../reports/goals/cascade.ts';
import type { GoalBook, GoalBooks } from '../../reports/goals/goal-book.ts';
import { type GoalGroup, toGoalGroups } from '../../reports/goals/goal-groups.ts';
import { dayAfter } from '../../routes/day-after.ts';
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
import type { Db } from '../../store/schema.ts';

type Page<Schema extends z.ZodType> = z.output<Schema>;

interface Given<Query extends z.ZodType> {
  actor: Actor;
  asked: z.output<Query>;
}
const beforeOf = (asOf: string | undefined): string | null => (asOf === undefined ? null : dayAfter(asOf));

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
  const book = await books(db, beforeOf(asked.asOf));
  const visible = await readableComponentIds(db, actor, scope);
  if (visible === 'all') return book;
  return { ...book, goals: book.goals.filter(({ componentId }) => isVisible(visible, componentId)) };
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
      const serves = alignments.map(({ parentGoalId }) => titles.get(parentGoalId) ?? parentGoalId);
      return [{ goal, measures: measures.get(id) ?? [], serves, ...said }];
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
  const goals = groups.reduce((sum, { lines }) => sum + lines.length, 0);
  return {
    items: await readGroups(db, page.items, { book, before: beforeOf(asOf) }),
    nextCursor: page.nextCursor,
    ...(count === 'true' && { count: { goals, components: groups.length } }),
  };
}

export async function listCascade(
  db: Db,
  books: GoalBooks,
  given: Given<typeof cascadeQuery>,
): Promise<Page<typeof cascadeWire>> {
  const { asked } = given;
  const book = await visibleBook(db, books, given);
  const lines = toCascade(book);
  const { items, nextCursor } = pageOfList(lines, { ...asked, keyOf: ({ key }) => key });
  return {
    items: items.map(({ goal: { id, title, componentId }, ...line }) => ({
      ...line,
      goal: { id, title },
      component: { id: componentId, name: book.places.get(componentId)?.name ?? componentId },
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
  return {
    items: items.map(({ goal: { id, title }, cells }) => ({
      goal: { id, title },
      cells: [...cells].map(([componentId, link]) => ({ componentId, link })),
    })),
    columns: columnsOf(items, book).map(({ id, name }) => ({ id, name })),
    nextCursor,
    ...(asked.count === 'true' && { count: rows.length }),
  };
}
