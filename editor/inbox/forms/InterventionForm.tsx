// What got in the way, and what will help: the cause decides what is altered.
import { t } from '../../language/index.ts';
import { useDraft } from '../use-draft.ts';
import { Choice } from './Choice.tsx';
import { FormFrame } from './FormFrame.tsx';
import { type Cause, causes } from './form-choices.ts';
import type { FormProps } from './form-props.ts';
import { Words } from './Words.tsx';

interface Draft {
  cause: Cause | null;
  analysis: string;
  support: string;
}

export function InterventionForm(props: FormProps) {
  const { draft, change, ...kept } = useDraft<Draft>(props.material.task.id, () => ({
    cause: null,
    analysis: '',
    support: '',
  }));
  return (
    <FormFrame
      {...props}
      {...kept}
      title={t('The intervention')}
      verb={t('Begin intervention')}
      done={t('Intervention begun')}
      then={t('The plan goes on; later rounds show whether this helped.')}
      toResult={() => {
        if (!draft.cause) return t('Choose what got in the way most.');
        if (draft.analysis.trim() === '') return t('Say in a sentence why you think so.');
        return {
          cause: draft.cause,
          analysis: draft.analysis.trim(),
          ...(draft.support.trim() ? { support: draft.support.trim() } : {}),
        };
      }}
    >
      <Choice
        label={t('What got in the way most?')}
        value={draft.cause}
        onChange={(cause) => change({ cause })}
        options={causes}
      />
      <Words
        label={t('Why you think so')}
        value={draft.analysis}
        onChange={(analysis) => change({ analysis })}
      />
      <Words
        label={t('What will be done to help')}
        optional
        value={draft.support}
        onChange={(support) => change({ support })}
      />
    </FormFrame>
  );
}
