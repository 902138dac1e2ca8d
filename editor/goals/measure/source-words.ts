// What a measure weighs, where its values come from, and how often they do.
import type { Measure } from '../../../engine/index.ts';
import { numberText, t } from '../../language/index.ts';

const often: Readonly<Record<string, string>> = {
  P1D: t('observed every day'),
  P1W: t('observed every week'),
  P2W: t('observed every two weeks'),
  P1M: t('observed every month'),
  P3M: t('observed every quarter'),
  P6M: t('observed every half-year'),
  P1Y: t('observed every year'),
};

export function sourceWords({
  weight,
  source,
  cadence,
}: Pick<Measure, 'weight' | 'source' | 'cadence'>): string {
  const from =
    source === 'manual' || source === ''
      ? t('Weight {weight} · typed in', { weight: numberText(weight, {}) })
      : t('Weight {weight} · from {source}', { weight: numberText(weight, {}), source });
  if (!cadence) return from;
  return `${from} · ${often[cadence] ?? t('observed every {span}', { span: cadence })}`;
}
