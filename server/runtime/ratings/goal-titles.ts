// What goals are called that a judgement names by their ids, whatever has become of them since.
import { findGoals } from '../../store/queries/goals.ts';
import type { Db } from '../../store/schema.ts';

export async function goalTitles(
  db: Db,
  named: readonly { goalId: string }[],
): Promise<(id: string) => string> {
  const goals = await findGoals(
    db,
    named.map(({ goalId }) => goalId),
  );
  const titles = new Map(goals.map(({ id, title }) => [id, title]));
  return (id) => titles.get(id) ?? id;
}
