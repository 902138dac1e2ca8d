// Whose view a task collects, from how many answers on it is shown, and whether names stand beside the answers.
import { Switch } from '@mantine/core';
import { type CycleTask, type RaterGroup, raterGroups } from '../../engine/index.ts';
import type { Applied } from '../document/command.ts';
import { pointer } from '../document/pointer.ts';
import { patched } from '../document/stage-tree.ts';
import { raterGroupWords } from '../inbox/raters/change-words.ts';
import { t } from '../language/index.ts';
import { ChoiceField } from './ChoiceField.tsx';
import { useEditing } from './editing.ts';
import { Fold } from './Fold.tsx';
import { WholeNumberField } from './WholeNumberField.tsx';

type Raters = NonNullable<CycleTask['raters']>;

interface Props {
  place: string;
  raters: Raters | undefined;
  apply(raters: Raters | undefined, burst?: string): Applied;
}

const options = raterGroups.map((value) => ({ value, label: raterGroupWords[value] }));
const groupIn = (picked: string | null): RaterGroup | undefined =>
  raterGroups.find((group) => group === picked);

/** One of these is known by the task itself, so that nothing could keep them unknown. */
const single: readonly RaterGroup[] = ['self', 'manager', 'skip'];

/** Whom an answer could give away, below this many. */
const LEAST_UNNAMED = 3;

export function RatersFields({ place, raters, apply }: Props) {
  const { readOnly } = useEditing();
  const pick = (picked: string | null) => {
    const group = groupIn(picked);
    if (group === undefined) return apply(undefined);
    const isMany = !single.includes(group);
    return apply(isMany ? { threshold: LEAST_UNNAMED, ...raters, group } : { group });
  };
  return (
    <Fold title={t('Whose view it is')} places={[place]} open={raters !== undefined}>
      <ChoiceField
        label={t('Those who are asked answer as')}
        place={place + pointer('group')}
        value={raters?.group ?? null}
        options={options}
        onPick={pick}
        clearable
        hint={t('Nobody in particular when it is empty')}
      />
      {raters && !single.includes(raters.group) && (
        <Crowd place={place} raters={raters} apply={apply} readOnly={readOnly} />
      )}
    </Fold>
  );
}

function Crowd({ place, raters, apply, readOnly }: Props & { raters: Raters; readOnly: boolean }) {
  const set = (patch: Partial<Raters>, burst?: string) => apply(patched(raters, patch), burst);
  return (
    <>
      <Switch
        size="sm"
        label={t('Their names stand beside the answers')}
        data-pointer={place + pointer('named')}
        disabled={readOnly}
        checked={raters.named ?? false}
        onChange={(event) => set({ named: event.currentTarget.checked || undefined })}
      />
      {!raters.named && (
        <WholeNumberField
          label={t('Shown from so many answers')}
          place={place + pointer('threshold')}
          value={raters.threshold}
          least={LEAST_UNNAMED}
          most={100}
          hint={t('With fewer the group is left out of every figure')}
          apply={(threshold, burst) => set({ threshold }, burst)}
        />
      )}
      <WholeNumberField
        label={t('Answers that are expected')}
        place={place + pointer('expected')}
        value={raters.expected}
        most={1000}
        apply={(expected, burst) => set({ expected }, burst)}
      />
    </>
  );
}
