// Which version plans leave and where they go, with what differs between the two.
import { Group, NativeSelect, Stack, Text } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { behavesAlike, type Cycle, compareCycles } from '../../engine/index.ts';
import type { CycleVersion } from '../app/api/wire.ts';
import { AnchorLink } from '../app/parts/links.tsx';
import { plural, shortDate } from '../app/words/due.ts';

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
  label: `Version ${version}, ${shortDate(publishedAt)}${note ? `: ${note}` : ''}`,
});

export function VersionsStep({ versions, from, to, plans, cycles, onPair }: Props) {
  const differences = compareCycles(cycles.from, cycles.to);
  const alike = behavesAlike(differences);
  return (
    <Stack>
      <Group align="flex-end" gap="sm">
        <NativeSelect
          label="Plans of"
          value={String(from.version)}
          onChange={(event) => onPair({ from: Number(event.currentTarget.value), to: to.version })}
          data={versions.filter(({ version }) => version !== to.version).map(choice)}
        />
        <IconArrowRight size={18} aria-hidden style={{ marginBottom: 9 }} />
        <NativeSelect
          label="go to"
          value={String(to.version)}
          onChange={(event) => onPair({ from: from.version, to: Number(event.currentTarget.value) })}
          data={versions.filter(({ version }) => version !== from.version).map(choice)}
        />
      </Group>
      <Text size="sm">
        {plans === 0
          ? `No plan is under way in version ${from.version}; there is nothing to migrate.`
          : `${plural(plans, 'plan')} ${plans === 1 ? 'is' : 'are'} under way in version ${from.version}.`}{' '}
        {alike
          ? 'Plans do the same in both versions.'
          : `${plural(differences.length, 'difference')} between the two.`}{' '}
        <AnchorLink
          to="/cycles/$cycleId/compare"
          params={{ cycleId: from.cycleId }}
          search={{ from: String(from.version), to: String(to.version) }}
          inherit
        >
          See what changed
        </AnchorLink>
      </Text>
    </Stack>
  );
}
