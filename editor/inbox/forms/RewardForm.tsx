// Approve a reward, or decline it.
import { TextInput } from '@mantine/core';
import { t } from '../../language/index.ts';
import { useDraft } from '../use-draft.ts';
import { BudgetField } from './BudgetField.tsx';
import { Choice } from './Choice.tsx';
import { FormFrame } from './FormFrame.tsx';
import type { FormProps } from './form-props.ts';
import { Words } from './Words.tsx';

interface Draft {
  decision: 'approved' | 'declined' | null;
  title: string;
  comment: string;
  amount: number | '';
}
const optional = (key: string, text: string): Record<string, string> =>
  text.trim() ? { [key]: text.trim() } : {};

export function RewardForm(props: FormProps) {
  const { task } = props.material;
  const { draft, change, ...kept } = useDraft<Draft>(task.id, () => ({
    decision: null,
    title: '',
    comment: '',
    amount: '',
  }));
  const declined = draft.decision === 'declined';
  return (
    <FormFrame
      {...props}
      {...kept}
      title={t('The reward')}
      verb={declined ? t('Decline reward') : t('Approve reward')}
      done={declined ? t('Reward declined') : t('Reward approved')}
      then={t('A reward is given once, however often this is sent.')}
      toResult={() =>
        draft.decision
          ? {
              decision: draft.decision,
              ...optional('title', draft.title),
              ...optional('comment', draft.comment),
              ...(draft.amount ? { amount: draft.amount } : {}),
            }
          : t('Choose whether the reward is given.')
      }
    >
      <Choice
        label={t('Should {component} be rewarded?', { component: task.componentName })}
        value={draft.decision}
        onChange={(decision) => change({ decision })}
        options={[
          { value: 'approved', label: t('Approve') },
          { value: 'declined', label: t('Decline') },
        ]}
      />
      <TextInput
        label={t('What is given (optional)')}
        placeholder={t('A day off, a bonus, a public thank you')}
        value={draft.title}
        onChange={(event) => change({ title: event.currentTarget.value })}
      />
      {!declined && (
        <BudgetField
          componentId={task.componentId}
          value={draft.amount ?? ''}
          onChange={(amount) => change({ amount })}
        />
      )}
      <Words
        label={t('Comment')}
        optional
        value={draft.comment}
        onChange={(comment) => change({ comment })}
      />
    </FormFrame>
  );
}
