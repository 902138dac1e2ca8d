// How raters answer in the plans of a launch: asked only where the cycle asks any, and fixed from then on.
import { Radio, Stack } from '@mantine/core';
import type { Cycle, CycleTask, Stages } from '../../engine/index.ts';
import { promisesNoNames } from '../../engine/index.ts';
import type { Launch } from '../app/api/wire.ts';
import { t, tAs } from '../language/index.ts';

type Anonymity = Launch['anonymity'];
type Raters = NonNullable<CycleTask['raters']>;

const ratersIn = (stages: Stages): Raters[] =>
  Object.values(stages).flatMap((stage) => [
    ...('tasks' in stage ? Object.values(stage.tasks ?? {}).flatMap(({ raters }) => raters ?? []) : []),
    ...('stages' in stage ? ratersIn(stage.stages) : []),
  ]);

const choices: { value: Anonymity; label: string; about: string }[] = [
  {
    value: 'anonymous',
    label: tAs('answers', 'Anonymous'),
    about: t('Answers are shown only together, from three on. Nobody learns who said what.'),
  },
  {
    value: 'confidential',
    label: tAs('answers', 'Confidential'),
    about: t('The same, but HR can look up who said what, and that they looked is on record.'),
  },
  { value: 'named', label: tAs('answers', 'Named'), about: t('The name stands beside each answer.') },
];

interface Props {
  drawing: Cycle;
  value: Anonymity | null;
  onChange: (anonymity: Anonymity) => void;
}

export function AnonymityChoice({ drawing, value, onChange }: Props) {
  const raters = ratersIn(drawing.stages);
  if (raters.length === 0) return null;
  // What a task promises is not taken back by its launch.
  const offered = choices.filter((one) => one.value !== 'named' || !promisesNoNames(raters));
  return (
    <Radio.Group
      label={t('How raters answer')}
      description={t('They are told before they answer, and it stays so for these plans.')}
      value={value ?? 'anonymous'}
      onChange={(text) => {
        const chosen = offered.find((one) => one.value === text);
        if (chosen) onChange(chosen.value);
      }}
    >
      <Stack gap={8} mt={8}>
        {offered.map((one) => (
          <Radio key={one.value} value={one.value} label={one.label} description={one.about} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
