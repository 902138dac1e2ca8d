// Approve a reward, or decline it.
import { TextInput } from '@mantine/core';
import { useDraft } from '../use-draft.ts';
import { Choice } from './Choice.tsx';
import { FormFrame } from './FormFrame.tsx';
import type { FormProps } from './form-props.ts';
import { Words } from './Words.tsx';

interface Draft {
  decision: 'approved' | 'declined' | null;
  title: string;
  comment: string;
}
const optional = (key: string, text: string): Record<string, string> =>
  text.trim() ? { [key]: text.trim() } : {};

export function RewardForm(props: FormProps) {
  const { task } = props.material;
  const { draft, change, ...kept } = useDraft<Draft>(task.id, () => ({
    decision: null,
    title: '',
    comment: '',
  }));
  const declined = draft.decision === 'declined';
  return (
    <FormFrame
      {...props}
      {...kept}
      title="The reward"
      verb={declined ? 'Decline reward' : 'Approve reward'}
      done={declined ? 'Reward declined' : 'Reward approved'}
      then="A reward is given once, however often this is sent."
      toResult={() =>
        draft.decision
          ? {
              decision: draft.decision,
              ...optional('title', draft.title),
              ...optional('comment', draft.comment),
            }
          : 'Choose whether the reward is given.'
      }
    >
      <Choice
        label={`Should ${task.componentName} be rewarded?`}
        value={draft.decision}
        onChange={(decision) => change({ decision })}
        options={[
          { value: 'approved', label: 'Approve' },
          { value: 'declined', label: 'Decline' },
        ]}
      />
      <TextInput
        label="What is given (optional)"
        placeholder="A day off, a bonus, a public thank you"
        value={draft.title}
        onChange={(event) => change({ title: event.currentTarget.value })}
      />
      <Words label="Comment" optional value={draft.comment} onChange={(comment) => change({ comment })} />
    </FormFrame>
  );
}
