// Which goal may be linked to which, and why not, by the lines of the cascade. Pure.
import type { GoalCascade } from '../../app/api/wire.ts';
import { t } from '../../language/index.ts';
import { judgedByWords } from '../JudgedBy.tsx';

export type CascadeLine = GoalCascade['items'][number];
type Linked = Pick<CascadeLine, 'key' | 'goal' | 'component' | 'above' | 'mayChange' | 'judgesReader'>;

/** The goals from the top down to that of the line; no id has a space. */
const wayOf = ({ key }: Pick<Linked, 'key'>): string[] => key.split(' ');

/** The goal under which the line stands. */
export const servedIn = (line: Pick<Linked, 'key'>): string | undefined => wayOf(line).at(-2);

/** Something stands above it that it could serve, or it is linked already. */
export const hasLinks = (line: Pick<Linked, 'key' | 'above'>): boolean =>
  line.above.length > 0 || servedIn(line) !== undefined;

/** Why its links are not the reader's to change; null: they are. */
export function whyNotChanged({
  judgesReader,
  mayChange,
  component,
}: Pick<Linked, 'judgesReader' | 'mayChange' | 'component'>): string | null {
  if (judgesReader) return judgedByWords;
  return mayChange
    ? null
    : t('Goals of {component} are changed by its managers and HR.', { component: component.name });
}

/** Why a goal cannot serve the one of another line; null: it can. */
export function whyNotLinked(line: Linked, onto: Linked, lines: readonly Linked[]): string | null {
  const barred = whyNotChanged(line);
  if (barred !== null) return barred;
  const { id } = line.goal;
  if (onto.goal.id === id) return t('A goal cannot serve itself.');
  const ways = lines.filter(({ goal }) => goal.id === onto.goal.id).map(wayOf);
  if (ways.some((way) => way.includes(id)))
    return t('“{above}” serves “{goal}”: they would go in a circle.', {
      above: onto.goal.title,
      goal: line.goal.title,
    });
  if (lines.some((one) => one.goal.id === id && servedIn(one) === onto.goal.id))
    return t('It serves “{goal}” already; its menu changes that link.', { goal: onto.goal.title });
  if (!line.above.includes(onto.component.id))
    return t('A goal serves goals of components above its own; {place} is not above {component}.', {
      place: onto.component.name,
      component: line.component.name,
    });
  return null;
}
