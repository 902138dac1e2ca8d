// The fields of actions that tell somebody or something: events to the plan itself and outside, and words to people.
import { pointer } from '../document/pointer.ts';
import { patched } from '../document/stage-tree.ts';
import { t, tAs } from '../language/index.ts';
import { AssigneeField } from './AssigneeField.tsx';
import type { Doing, FieldsOf } from './action-fields.ts';
import { DataFields } from './DataFields.tsx';
import { SpanField } from './SpanField.tsx';
import { TextField } from './TextField.tsx';
import { WhereItGoes } from './WhereItGoes.tsx';

export function EventFields({ place, action, apply }: FieldsOf<Doing<'raise'> | Doing<'emit'>>) {
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

export function RaiseFields({ place, action, apply }: FieldsOf<Doing<'raise'>>) {
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

export function CancelFields({ place, action, apply }: FieldsOf<Doing<'cancel'>>) {
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

export function NotifyFields({ place, action, apply }: FieldsOf<Doing<'notify'>>) {
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
