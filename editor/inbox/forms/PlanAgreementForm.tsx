// Agree the plan, or send it back with what should change.
import { weightFaults } from '../../../engine/index.ts';
import { saidInWords } from '../../app/words/due.ts';
import { t } from '../../language/index.ts';
import { WeightFaults } from '../../plans/agreement/WeightFaults.tsx';
import { useDraft } from '../use-draft.ts';
import { Choice } from './Choice.tsx';
import { FormFrame } from './FormFrame.tsx';
import type { FormProps } from './form-props.ts';
import { Words } from './Words.tsx';

interface Draft {
  decision: 'agreed' | 'returned' | null;
  comment: string;
}

export function PlanAgreementForm(props: FormProps) {
  const { draft, change, ...kept } = useDraft<Draft>(props.material.task.id, () => ({
    decision: null,
    comment: '',
  }));
  // Later in a cycle the same form agrees something else.
  const isPlan = props.material.task.stageKind === 'plan';
  const returned = draft.decision === 'returned';
  return (
    <FormFrame
      {...props}
      {...kept}
      title={t('Your decision on the plan')}
      verb={returned ? t('Return plan') : t('Agree plan')}
      done={returned ? t('Plan returned') : t('Plan agreed')}
      then={
        returned
          ? t('The plan goes back with your comment.')
          : t('Your name and the moment are kept as your signature.')
      }
      toResult={() => {
        const [fault] = isPlan && !returned ? weightFaults(props.material) : [];
        if (fault) return saidInWords(fault.message);
        if (!draft.decision) return t('Choose whether you agree the plan or return it.');
        if (returned && draft.comment.trim() === '')
          return t('Say what should change, so that the plan can be mended.');
        return {
          decision: draft.decision,
          ...(draft.comment.trim() ? { comment: draft.comment.trim() } : {}),
        };
      }}
    >
      {isPlan && <WeightFaults document={props.material} />}
      <Choice
        label={t('Do you agree the goals, measures and standards shown beside?')}
        value={draft.decision}
        onChange={(decision) => change({ decision })}
        options={[
          { value: 'agreed', label: t('Agree'), about: t('Work begins on this plan.') },
          { value: 'returned', label: t('Return'), about: t('Something should change first.') },
        ]}
      />
      <Words
        label={returned ? t('What should change') : t('Comment')}
        optional={!returned}
        value={draft.comment}
        onChange={(comment) => change({ comment })}
      />
    </FormFrame>
  );
}
