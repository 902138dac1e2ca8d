// The fields of one action, by what it does.
import { type Action, unreachable } from '../../engine/index.ts';
import { pointer } from '../document/pointer.ts';
import { t } from '../language/index.ts';
import { AppraiseFields } from './AppraiseFields.tsx';
import type { Doing, FieldsOf } from './action-fields.ts';
import { ChoiceField } from './ChoiceField.tsx';
import { CancelFields, EventFields, NotifyFields, RaiseFields } from './EventActionFields.tsx';
import { FeelField } from './FeelField.tsx';
import { InterveneFields, RewardFields } from './OutcomeActionFields.tsx';
import { SpanField } from './SpanField.tsx';
import { TextField } from './TextField.tsx';

export function ActionFields({ place, action, apply }: FieldsOf<Action>) {
  switch (action.do) {
    case 'set':
      return <SetFields place={place} action={action} apply={apply} />;
    case 'appraise':
      return <AppraiseFields place={place} action={action} apply={apply} />;
    case 'raise':
      return <RaiseFields place={place} action={action} apply={apply} />;
    case 'cancel':
      return <CancelFields place={place} action={action} apply={apply} />;
    case 'emit':
      return <EventFields place={place} action={action} apply={apply} />;
    case 'notify':
      return <NotifyFields place={place} action={action} apply={apply} />;
    case 'reward':
      return <RewardFields place={place} action={action} apply={apply} />;
    case 'intervene':
      return <InterveneFields place={place} action={action} apply={apply} />;
    case 'start':
      return <StartFields place={place} action={action} apply={apply} />;
    case 'reschedule':
      return <RescheduleFields place={place} action={action} apply={apply} />;
    default:
      return unreachable(action);
  }
}

function SetFields({ place, action, apply }: FieldsOf<Doing<'set'>>) {
  return (
    <>
      <TextField
        label={t('Variable')}
        place={place + pointer('variable')}
        value={action.variable}
        mono
        apply={(variable, burst) => apply({ ...action, variable }, burst)}
      />
      <FeelField
        label={t('Value')}
        place={place + pointer('value')}
        value={action.value}
        apply={(value, burst) => apply({ ...action, value }, burst)}
      />
    </>
  );
}

const startFor = [
  { value: 'component', label: t('this component') },
  { value: 'children', label: t('its parts') },
  { value: 'parent', label: t('its parent') },
];
const isStartFor = (value: string | null): value is Doing<'start'>['for'] =>
  startFor.some((option) => option.value === value);

function StartFields({ place, action, apply }: FieldsOf<Doing<'start'>>) {
  return (
    <>
      <TextField
        label={t('Cycle id')}
        place={place + pointer('cycle')}
        value={action.cycle}
        mono
        apply={(cycle, burst) => apply({ ...action, cycle }, burst)}
      />
      <ChoiceField
        label={t('For')}
        place={place + pointer('for')}
        value={action.for}
        options={startFor}
        onPick={(picked) => isStartFor(picked) && apply({ ...action, for: picked })}
      />
    </>
  );
}

function RescheduleFields({ place, action, apply }: FieldsOf<Doing<'reschedule'>>) {
  return (
    <>
      <TextField
        label={t('Timer')}
        place={place + pointer('timer')}
        value={action.timer}
        mono
        apply={(timer, burst) => apply({ ...action, timer }, burst)}
      />
      <SpanField
        label={t('To now and')}
        place={place + pointer('delay')}
        value={action.delay}
        since={t('after this happens')}
        orExpression
        apply={(delay, burst) => apply({ ...action, delay }, burst)}
      />
    </>
  );
}
