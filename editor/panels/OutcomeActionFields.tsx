// The fields of what follows an outcome: a reward and an intervention.
import { pointer } from '../document/pointer.ts';
import { patched } from '../document/stage-tree.ts';
import { t } from '../language/index.ts';
import type { Doing, FieldsOf } from './action-fields.ts';
import { FeelField } from './FeelField.tsx';
import { TextField } from './TextField.tsx';

/** Expressions are the same in every language. */
const keyExample = 'round';
const causeExample = 'result.cause';

export function RewardFields({ place, action, apply }: FieldsOf<Doing<'reward'>>) {
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

export function InterveneFields({ place, action, apply }: FieldsOf<Doing<'intervene'>>) {
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
