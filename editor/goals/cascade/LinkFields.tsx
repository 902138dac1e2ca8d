// How a goal serves each goal above it: counted or only shown, with which share, and how strongly it contributes.
import { Group, Select, Stack, Switch, Text } from '@mantine/core';
import type { Goal } from '../../../engine/index.ts';
import { percentSign, t } from '../../language/index.ts';
import { NumberField } from '../../theme/NumberField.tsx';
import { contributionWords } from './link-words.ts';

type Link = Goal['alignments'][number];
interface Props {
  links: Link[];
  titleOf: (goalId: string) => string;
  onChange: (links: Link[]) => void;
}
const unjudged = 'none';
const judgements = [
  { value: unjudged, label: t('Not judged yet') },
  ...contributionWords.map((label, value) => ({ value: `${value}`, label })),
];

export function LinkFields({ links, titleOf, onChange }: Props) {
  const change = (id: string, patch: Partial<Link>) =>
    onChange(links.map((link) => (link.parentGoalId === id ? { ...link, ...patch } : link)));
  const total = links.reduce((sum, { mode, share }) => sum + (mode === 'contributes' ? share : 0), 0);
  return (
    <Stack gap="sm">
      {links.map(({ parentGoalId: id, mode, share, contribution }) => (
        <fieldset key={id} style={{ border: 0, padding: 0, margin: 0 }}>
          <Text component="legend" size="sm" fw={500} mb={4}>
            {titleOf(id)}
          </Text>
          <Group gap="sm" align="flex-end">
            <Switch
              label={t('Counts in its score')}
              checked={mode === 'contributes'}
              onChange={(event) =>
                change(id, { mode: event.currentTarget.checked ? 'contributes' : 'aligned' })
              }
              style={{ alignSelf: 'center' }}
            />
            <NumberField
              label={t('Share')}
              suffix={percentSign()}
              w={96}
              min={0}
              disabled={mode === 'aligned'}
              value={Math.round(share * 10_000) / 100}
              onChange={(value) => change(id, { share: Number(value) / 100 })}
            />
            <Select
              label={t('Contribution')}
              flex={1}
              allowDeselect={false}
              data={judgements}
              value={contribution === null ? unjudged : `${contribution}`}
              onChange={(value) => change(id, { contribution: value === unjudged ? null : Number(value) })}
            />
          </Group>
        </fieldset>
      ))}
      {total > 1 + 1e-6 && (
        <Text size="xs" c="var(--cw-warning)">
          {t('The shares add up to {percent} %, so that the goal counts more than once.', {
            percent: Math.round(total * 100),
          })}
        </Text>
      )}
    </Stack>
  );
}
