// Which version plans leave and where they go, with what differs between the two.
import { Group, NativeSelect, Stack, Text } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { behavesAlike, type Cycle, compareCycles } from '../../engine/index.ts';
import type { CycleVersion } from '../app/api/wire.ts';
import { AnchorLink } from '../app/parts/links.tsx';
import { shortDate } from '../app/words/due.ts';
import { t } from '../language/index.ts';

interface Props {
  versions: readonly CycleVersion[];
  from: CycleVersion;
  to: CycleVersion;
  /** Plans under way in the old version. */
  plans: number;
  cycles: { from: Cycle; to: Cycle };
  onPair: (pair: { from: number; to: number }) => void;
}

const choice = ({ version, publishedAt, note }: CycleVersion) => ({
  value: String(version),
  label: note
    ? t('Version {version}, {date}: {note}', { version, date: shortDate(publishedAt), note })
    : t('Version {version}, {date}', { version, date: shortDate(publishedAt) }),
});

export function VersionsStep({ versions, from, to, plans, cycles, onPair }: Props) {
  const differences = compareCycles(cycles.from, cycles.to);
  const alike = behavesAlike(differences);
  return (
    <Stack>
      <Group align="flex-end" gap="sm">
        <NativeSelect
          label={t('Plans of')}
          value={String(from.version)}
          onChange={(event) => onPair({ from: Number(event.currentTarget.value), to: to.version })}
          data={versions.filter(({ version }) => version !== to.version).map(choice)}
        />
        <IconArrowRight size={18} aria-hidden style={{ marginBottom: 9 }} />
        <NativeSelect
          label={t('go to')}
          value={String(to.version)}
          onChange={(event) => onPair({ from: from.version, to: Number(event.currentTarget.value) })}
          data={versions.filter(({ version }) => version !== from.version).map(choice)}
        />
      </Group>
      <Text size="sm">
        {plans === 0
          ? t('No plan is under way in version {version}; there is nothing to migrate.', {
              version: from.version,
            })
          : t('{plans, plural, one {# plan is} other {# plans are}} under way in version {version}.', {
              plans,
              version: from.version,
            })}{' '}
        {alike
          ? t('Plans do the same in both versions.')
          : t('{count, plural, one {# difference} other {# differences}} between the two.', {
              count: differences.length,
            })}{' '}
        <AnchorLink
          to="/cycles/$cycleId/compare"
          params={{ cycleId: from.cycleId }}
          search={{ from: String(from.version), to: String(to.version) }}
          inherit
        >
          {t('See what changed')}
        </AnchorLink>
      </Text>
    </Stack>
  );
}
