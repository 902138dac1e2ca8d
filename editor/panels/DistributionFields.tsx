// The shares of outcomes that a calibration is held against: what it is compared with, and never a quota.
import { Group } from '@mantine/core';
import type { CycleTask, Outcome } from '../../engine/index.ts';
import type { Applied } from '../document/command.ts';
import { pointer } from '../document/pointer.ts';
import { t } from '../language/index.ts';
import { outcomeStyle } from '../theme/theme.ts';
import { Fold } from './Fold.tsx';
import { WholeNumberField } from './WholeNumberField.tsx';

type Distribution = NonNullable<CycleTask['distribution']>;

interface Props {
  place: string;
  distribution: Distribution | undefined;
  apply(distribution: Distribution | undefined, burst: string): Applied;
}

const outcomes = ['below', 'meets', 'exceeds'] as const satisfies readonly Outcome[];

export function DistributionFields({ place, distribution, apply }: Props) {
  const { shares = {}, forced = false } = distribution ?? {};
  const set = (outcome: (typeof outcomes)[number], percent: number | undefined, burst: string) => {
    const share = percent === undefined ? undefined : percent / 100;
    const next = Object.entries({ ...shares, [outcome]: share }).filter(([, one]) => one !== undefined);
    return apply(next.length === 0 ? undefined : { shares: Object.fromEntries(next), forced }, burst);
  };
  return (
    <Fold title={t('Shares to compare with')} places={[place]} open={distribution !== undefined}>
      <Group gap="xs" grow align="flex-start">
        {outcomes.map((outcome) => (
          <WholeNumberField
            key={outcome}
            label={t('{outcome}, in %', { outcome: outcomeStyle[outcome].words })}
            place={place + pointer('shares', outcome)}
            value={shares[outcome] === undefined ? undefined : Math.round(shares[outcome] * 100)}
            least={0}
            most={100}
            apply={(percent, burst) => set(outcome, percent, burst)}
          />
        ))}
      </Group>
    </Fold>
  );
}
