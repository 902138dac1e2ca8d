// The fields of one action, by what it does.
import { type Action, unreachable } from '../../engine/index.ts';
import type { Applied } from '../document/command.ts';
import { pointer } from '../document/pointer.ts';
import { patched } from '../document/stage-tree.ts';
import { t, tAs } from '../language/index.ts';
import { AppraiseFields } from './AppraiseFields.tsx';
import { AssigneeField } from './AssigneeField.tsx';
import { ChoiceField } from './ChoiceField.tsx';
import { DataFields } from './DataFields.tsx';
import { FeelField } from './FeelField.tsx';
import { SpanField } from './SpanField.tsx';
import { TextField } from './TextField.tsx';
import { WhereItGoes } from './WhereItGoes.tsx';

interface Props<A extends Action> {
  place: string;
  action: A;
  apply(action: Action, burst?: string): Applied;
}
/** Expressions are the same in every language. */
const keyExample = 'round';
const causeExample = 'result.cause';

type Doing<Do extends Action['do']> = Extract<Action, { do: Do }>;

export function ActionFields({ place, action, apply }: Props<Action>) {
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

function SetFields({ place, action, apply }: Props<Doing<'set'>>) {
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

function EventFields({ place, action, apply }: Props<Doing<'raise'> | Doing<'emit'>>) {
  return (
    <>
      <TextField
        label={t('Event')}
        place={place + pointer('event')}
        value={action.event}
        mono
        apply={(event, burst) => apply({ ...action, event }, burst)}
      />
      <DataFields
        place={place + pointer('data')}
        data={action.data ?? {}}
        apply={(data, burst) =>
          apply(patched(action, { data: Object.keys(data).length > 0 ? data : undefined }), burst)
        }
      />
      {action.do === 'emit' && <WhereItGoes event={action.event} />}
    </>
  );
}

function RaiseFields({ place, action, apply }: Props<Doing<'raise'>>) {
  return (
    <>
      <EventFields place={place} action={action} apply={apply} />
      <SpanField
        label={tAs('a time', 'After')}
        place={place + pointer('delay')}
        value={action.delay ?? ''}
        since={t('after this happens')}
        orExpression
        apply={(delay, burst) => apply(patched(action, { delay: delay.trim() ? delay : undefined }), burst)}
      />
      {action.delay !== undefined && (
        <TextField
          label={t('Name to call it off by')}
          place={place + pointer('id')}
          value={action.id ?? ''}
          mono
          apply={(id, burst) => apply(patched(action, { id: id.trim() ? id : undefined }), burst)}
        />
      )}
    </>
  );
}

function CancelFields({ place, action, apply }: Props<Doing<'cancel'>>) {
  return (
    <TextField
      label={t('Its name')}
      place={place + pointer('id')}
      value={action.id}
      mono
      hint={t('The name that the event was raised under with a delay')}
      apply={(id, burst) => apply({ ...action, id }, burst)}
    />
  );
}

function NotifyFields({ place, action, apply }: Props<Doing<'notify'>>) {
  return (
    <>
      <AssigneeField
        label={t('Whom')}
        place={place + pointer('to')}
        value={action.to}
        apply={(to, burst) => apply({ ...action, to }, burst)}
      />
      <TextField
        label={t('Message')}
        place={place + pointer('message')}
        value={action.message}
        lines={2}
        hint={t('{{ FEEL }} inside is replaced by its value')}
        apply={(message, burst) => apply({ ...action, message }, burst)}
      />
    </>
  );
}

function RewardFields({ place, action, apply }: Props<Doing<'reward'>>) {
  return (
    <>
      <TextField
        label={t('What is given')}
        place={place + pointer('title')}
        value={action.title}
        apply={(title, burst) => apply({ ...action, title }, burst)}
      />
      <FeelField
        label={t('Once per')}
        place={place + pointer('key')}
        value={action.key ?? ''}
        placeholder={keyExample}
        apply={(key, burst) => apply(patched(action, { key: key.trim() ? key : undefined }), burst)}
      />
      <FeelField
        label={t('What it costs')}
        place={place + pointer('amount')}
        value={action.amount ?? ''}
        placeholder="result.amount"
        apply={(amount, burst) =>
          apply(patched(action, { amount: amount.trim() ? amount : undefined }), burst)
        }
      />
    </>
  );
}

function InterveneFields({ place, action, apply }: Props<Doing<'intervene'>>) {
  return (
    <>
      <TextField
        label={t('What is done')}
        place={place + pointer('title')}
        value={action.title}
        apply={(title, burst) => apply({ ...action, title }, burst)}
      />
      <FeelField
        label={t('Cause')}
        place={place + pointer('cause')}
        value={action.cause ?? ''}
        placeholder={causeExample}
        apply={(cause, burst) => apply(patched(action, { cause: cause.trim() ? cause : undefined }), burst)}
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

function StartFields({ place, action, apply }: Props<Doing<'start'>>) {
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

function RescheduleFields({ place, action, apply }: Props<Doing<'reschedule'>>) {
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
