// The standard of one measure as numbers in its own unit, drawn while it is typed.
import { SimpleGrid, Text } from '@mantine/core';
import type { Measure, Standards } from '../../engine/index.ts';
import { t, unitAfter } from '../language/index.ts';
import { NumberField } from '../theme/NumberField.tsx';
import { AnchorsFields } from './measure/AnchorsFields.tsx';
import { hasLevels } from './measure/kinds.ts';
import { LevelsFields } from './measure/LevelsFields.tsx';
import { RangeFields } from './measure/RangeFields.tsx';
import { StandardsTrack } from './StandardsTrack.tsx';
import { standardUnit } from './track-of.ts';

interface Props {
  measure: Pick<Measure, 'title' | 'direction' | 'unit' | 'kind'>;
  standards: Standards | null;
  value: unknown;
  onChange: (standards: Standards | null) => void;
}

type Points = Extract<Standards, { kind: 'points' }>;
const toNumber = (value: string | number): number | undefined =>
  typeof value === 'number' ? value : undefined;

function PointsFields({
  points,
  measure,
  onChange,
}: {
  points: Points | null;
  measure: Props['measure'];
  onChange: Props['onChange'];
}) {
  const set = (patch: Partial<Points>) => {
    const { unacceptable, meets, exceeds } = { ...points, ...patch };
    if (meets === undefined) return onChange(null);
    onChange({
      kind: 'points',
      ...(unacceptable === undefined ? {} : { unacceptable }),
      meets,
      ...(exceeds === undefined ? {} : { exceeds }),
    });
  };
  const suffix = unitAfter(measure.unit);
  return (
    <SimpleGrid type="container" spacing="sm" cols={{ base: 1, '400px': 3 }}>
      <NumberField
        label={t('Unacceptable at')}
        suffix={suffix}
        value={points?.unacceptable ?? ''}
        disabled={!points}
        onChange={(value) => set({ unacceptable: toNumber(value) })}
      />
      <NumberField
        label={t('Meets at')}
        data-autofocus
        suffix={suffix}
        value={points?.meets ?? ''}
        onChange={(value) => set({ meets: toNumber(value) })}
      />
      <NumberField
        label={t('Exceeds at')}
        suffix={suffix}
        value={points?.exceeds ?? ''}
        disabled={!points}
        onChange={(value) => set({ exceeds: toNumber(value) })}
      />
    </SimpleGrid>
  );
}

function FieldsOf({ measure, standards, onChange }: Omit<Props, 'value'>) {
  if (measure.kind === 'narrative')
    return <Text size="sm">{t('What is told in words is never scored.')}</Text>;
  if (hasLevels(measure) || standards?.kind === 'levels')
    return (
      <LevelsFields
        levels={standards?.kind === 'levels' ? standards : null}
        fixed={measure.kind === 'boolean'}
        onChange={onChange}
      />
    );
  if (standards?.kind === 'anchors')
    return <AnchorsFields standards={standards} unit={measure.unit} onChange={onChange} />;
  if (measure.direction === 'range')
    return (
      <RangeFields
        range={standards?.kind === 'range' ? standards : null}
        unit={measure.unit}
        onChange={onChange}
      />
    );
  return (
    <PointsFields
      points={standards?.kind === 'points' ? standards : null}
      measure={{ ...measure, unit: standardUnit(measure) }}
      onChange={onChange}
    />
  );
}

export function StandardsFields({ measure, standards, value, onChange }: Props) {
  return (
    <div>
      <FieldsOf measure={measure} standards={standards} onChange={onChange} />
      <StandardsTrack measure={{ ...measure, standards }} value={value} />
    </div>
  );
}
