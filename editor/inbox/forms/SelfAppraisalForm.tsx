// How the person sees the own results and methods, with evidence.
import type { Outcome } from '../../../engine/index.ts';
import { t } from '../../language/index.ts';
import { useDraft } from '../use-draft.ts';
import { FormFrame } from './FormFrame.tsx';
import type { FormProps } from './form-props.ts';
import { OutcomePicker } from './OutcomePicker.tsx';
import { Words } from './Words.tsx';

interface Draft {
  results: Outcome | null;
  methods: Outcome | null;
  evidence: string;
}

export function SelfAppraisalForm(props: FormProps) {
  const { task, plan } = props.material;
  const { draft, change, ...kept } = useDraft<Draft>(task.id, () => ({
    results: plan?.outcome ?? null,
    methods: null,
    evidence: '',
  }));
  return (
    <FormFrame
      {...props}
      {...kept}
      title={t('Your own appraisal')}
      verb={t('Give self-appraisal')}
      done={t('Self-appraisal given')}
      then={t('Whoever appraises sees it beside the evidence.')}
      toResult={() => {
        if (!draft.results || !draft.methods) return t('Choose an outcome for results and one for methods.');
        if (draft.evidence.trim() === '') return t('Name at least one thing that shows it.');
        return { results: draft.results, methods: draft.methods, evidence: draft.evidence.trim() };
      }}
    >
      <OutcomePicker
        label={t('Results')}
        description={t('What was achieved against the standards')}
        value={draft.results}
        onChange={(results) => change({ results })}
      />
      <OutcomePicker
        label={t('Methods')}
        description={t('How it was achieved: what will still work next year')}
        value={draft.methods}
        onChange={(methods) => change({ methods })}
      />
      <Words
        label={t('What shows it')}
        description={t('Events, figures, what others said')}
        value={draft.evidence}
        onChange={(evidence) => change({ evidence })}
      />
    </FormFrame>
  );
}
