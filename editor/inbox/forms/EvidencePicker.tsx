// What was observed and said in the plan's period, to be named as evidence: only what the person may read stands here.
import { MultiSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { feedbackQuery } from '../../app/api/feedback-queries.ts';
import type { Feedback } from '../../app/api/wire.ts';
import { t } from '../../language/index.ts';
import type { Material } from '../material.ts';
import { evidenceChoices } from './evidence-choices.ts';

interface Props {
  material: Material;
  /** What measures the goal comes first; absent: the whole. */
  goalId?: string;
  value: readonly string[];
  onChange: (ids: string[]) => void;
}

const none: Feedback[] = [];

export function EvidencePicker({ material, goalId, value, onChange }: Props) {
  const { plan, task } = material;
  const query = { ...feedbackQuery({ componentId: task.componentId }), enabled: plan !== null };
  const said = useQuery(query).data ?? none;
  const groups = useMemo(() => evidenceChoices(material, said, goalId), [material, said, goalId]);
  const known = new Set(groups.flatMap(({ items }) => items.map((item) => item.value)));
  if (known.size === 0) return null;
  return (
    <MultiSelect
      label={t('{label} (optional)', { label: t('Rests on') })}
      description={t('What stands beside; each reader sees of it what they may read')}
      placeholder={value.length === 0 ? t('Choose what shows it') : ''}
      data={groups}
      maxValues={30}
      searchable
      hidePickedOptions
      value={value.filter((id) => known.has(id))}
      onChange={onChange}
    />
  );
}
