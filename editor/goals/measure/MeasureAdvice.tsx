// What the rules say of a measure and its standard while they are written: what it has to say, whether its values are
// drawn together as they should, and whether the standard is too easy, out of reach, or nothing but perfection.
import { useDeferredValue } from 'react';
import type { Goal, Measure, Observation } from '../../../engine/index.ts';
import { useLineage } from '../../app/parts/use-lineage.ts';
import { dayNow } from '../../app/words/due.ts';
import { Advice } from '../Advice.tsx';
import { lintMeasure } from '../lint.ts';
import { usePeriodOf } from './use-period-of.ts';

interface Props {
  measure: Measure;
  /** The goal that it is of; without it what the owner may change alone is not asked. */
  goals: readonly Goal[];
  observations: readonly Observation[];
}

const noMeasures: Measure[] = [];

export function MeasureAdvice({ measure, goals, observations }: Props) {
  const components = useLineage(goals[0]?.componentId ?? null);
  const period = usePeriodOf(goals[0]?.componentId);
  const written = useDeferredValue(measure);
  if (written.title.trim() === '') return null;
  const among = { goals, measures: noMeasures, components, observations, period };
  return <Advice said={lintMeasure(written, { ...among, today: dayNow() })} />;
}
