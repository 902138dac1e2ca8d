// A standard that is best in between: where it meets, where it is nothing any more, and where it is better than it has to be.
import { SimpleGrid } from '@mantine/core';
import type { Standards } from '../../../engine/index.ts';
import { t, unitAfter } from '../../language/index.ts';
import { NumberField } from '../../theme/NumberField.tsx';

type Range = Extract<Standards, { kind: 'range' }>;
interface Props {
  range: Range | null;
  unit: string;
  onChange: (range: Range) => void;
}

const keys: { key: 'low' | 'okLow' | 'okHigh' | 'high'; label: string }[] = [
  { key: 'low', label: t('Too low at') },
  { key: 'okLow', label: t('Meets from') },
  { key: 'okHigh', label: t('Meets to') },
  { key: 'high', label: t('Too high at') },
];
const idealLabels = [t('Exceeds from'), t('Exceeds to')];

function withIdeal({ ideal: before, ...range }: Range, place: number, value: number | ''): Range {
  if (value === '') return range;
  if (place === 1) return { ...range, ideal: [before?.[0] ?? value, value] };
  // The end goes along with the start until it has a place of its own.
  const isOwn = before && before[0] !== before[1];
  return { ...range, ideal: [value, isOwn ? before[1] : value] };
}

export function RangeFields({ range, unit, onChange }: Props) {
  const now: Range = range ?? { kind: 'range', low: 0, okLow: 0, okHigh: 0, high: 0 };
  const suffix = unitAfter(unit);
  return (
    <SimpleGrid type="container" spacing="sm" cols={{ base: 2 }}>
      {keys.map(({ key, label }) => (
        <NumberField
          key={key}
          label={label}
          suffix={suffix}
          value={range?.[key] ?? ''}
          onChange={(value) => onChange({ ...now, [key]: value === '' ? 0 : value })}
        />
      ))}
      {idealLabels.map((label, place) => (
        <NumberField
          key={label}
          label={label}
          suffix={suffix}
          disabled={!range}
          value={range?.ideal?.[place] ?? ''}
          onChange={(value) => onChange(withIdeal(now, place, value))}
        />
      ))}
    </SimpleGrid>
  );
}
