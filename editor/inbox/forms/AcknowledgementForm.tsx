// The other side has read it: signs, or refuses and says why.
import { t } from '../../language/index.ts';
import { useDraft } from '../use-draft.ts';
import { Choice } from './Choice.tsx';
import { FormFrame } from './FormFrame.tsx';
import type { FormProps } from './form-props.ts';
import { Words } from './Words.tsx';

interface Draft {
  decision: 'signed' | 'refused' | null;
  comment: string;
}

export function AcknowledgementForm(props: FormProps) {
  const { draft, change, ...kept } = useDraft<Draft>(props.material.task.id, () => ({
    decision: null,
    comment: '',
  }));
  const refused = draft.decision === 'refused';
  return (
    <FormFrame
      {...props}
      {...kept}
      title={t('Your acknowledgement')}
      verb={refused ? t('Refuse to sign') : t('Sign')}
      done={refused ? t('Refused') : t('Signed')}
      then={t('Signing says that you have read it, not that you agree.')}
      toResult={() => {
        if (!draft.decision) return t('Choose whether you sign.');
        if (refused && draft.comment.trim() === '') return t('Say why, so that the other side can answer.');
        return {
          decision: draft.decision,
          ...(draft.comment.trim() ? { comment: draft.comment.trim() } : {}),
        };
      }}
    >
      <Choice
        label={t('Have you read it?')}
        value={draft.decision}
        onChange={(decision) => change({ decision })}
        options={[
          { value: 'signed', label: t('I have read it and sign') },
          {
            value: 'refused',
            label: t('I do not sign'),
            about: t('Your reason is kept beside it and must be answered.'),
          },
        ]}
      />
      <Words
        label={refused ? t('Why you do not sign') : t('Comment')}
        optional={!refused}
        value={draft.comment}
        onChange={(comment) => change({ comment })}
      />
    </FormFrame>
  );
}
