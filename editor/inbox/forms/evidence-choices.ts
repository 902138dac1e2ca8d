// What can be named as evidence: observations of the period, those of the goal first, and feedback of the period.
import type { Feedback } from '../../app/api/wire.ts';
import { shortDate } from '../../app/words/due.ts';
import { withUnit } from '../../goals/track-of.ts';
import { t } from '../../language/index.ts';
import { inOrder } from '../../plans/observations/provenance.ts';
import type { Material } from '../material.ts';
import { isInPeriod } from '../page/in-period.ts';

interface Choice {
  value: string;
  label: string;
}
export interface ChoiceGroup {
  group: string;
  items: Choice[];
}

const longest = 90;
const shortened = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text);

type Known = Pick<Material, 'plan' | 'measures' | 'observations'>;

function measured({ plan, measures, observations }: Known, goalId: string | undefined): Choice[] {
  if (!plan) return [];
  return inOrder(observations).flatMap(({ one, correctedBy }): Choice[] => {
    const measure = measures.find(({ id }) => id === one.measureId);
    const isAsked = goalId === undefined || measure?.goalId === goalId;
    if (!isAsked || correctedBy !== null || !isInPeriod(one, plan.period)) return [];
    const value = withUnit(one.value, measure?.unit ?? '');
    const days = `${shortDate(one.periodStart)} – ${shortDate(one.periodEnd)}`;
    return [{ value: one.id, label: `${measure?.title ?? one.measureId}: ${value} · ${days}` }];
  });
}

function told({ plan }: Known, said: readonly Feedback[], goalId: string | undefined): Choice[] {
  if (!plan) return [];
  const { start, end } = plan.period;
  return said
    .filter(({ at, goal }) => {
      const day = at.slice(0, 10);
      return start <= day && day <= end && (goalId === undefined || goal === null || goal.id === goalId);
    })
    .map(({ id, text, author, at }) => ({
      value: id,
      label: `${author.name}, ${shortDate(at)}: “${shortened(text)}”`,
    }));
}

export function evidenceChoices(
  known: Known,
  said: readonly Feedback[],
  goalId: string | undefined,
): ChoiceGroup[] {
  return [
    { group: t('Measured in the period'), items: measured(known, goalId) },
    { group: t('Feedback in the period'), items: told(known, said, goalId) },
  ].filter(({ items }) => items.length > 0);
}
