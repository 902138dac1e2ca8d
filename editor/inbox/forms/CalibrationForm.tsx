// Calibration, or the decision on an objection: keep the outcome, or change it with a reason that everybody can read.
import type { JsonObject, Outcome } from '../../../engine/index.ts';
import { AnchorLink } from '../../app/parts/links.tsx';
import { useMay } from '../../app/parts/use-permissions.ts';
import { t } from '../../language/index.ts';
import { useDraft } from '../use-draft.ts';
import { Choice } from './Choice.tsx';
import { FormFrame } from './FormFrame.tsx';
import type { FormProps } from './form-props.ts';
import { OutcomePicker } from './OutcomePicker.tsx';
import { Words } from './Words.tsx';

interface Draft {
  decision: 'kept' | 'changed' | null;
  outcome: Outcome | null;
  methods: Outcome | null;
  reason: string;
}

/** A rating is not calibrated alone: the others of its launch are one press away. */
function Beside({ launchId, planId }: { launchId: string | null; planId: string }) {
  const may = useMay();
  if (launchId === null || !may('calibrations.read')) return null;
  return (
    <AnchorLink
      to="/launches/$launchId/calibration"
      params={{ launchId }}
      search={{ person: planId }}
      size="sm"
    >
      {t('See it beside the others')}
    </AnchorLink>
  );
}

export function CalibrationForm(props: FormProps) {
  const { task, plan } = props.material;
  const { draft, change, ...kept } = useDraft<Draft>(task.id, () => ({
    decision: null,
    outcome: plan?.outcome ?? null,
    methods: null,
    reason: '',
  }));
  const changed = draft.decision === 'changed';
  return (
    <FormFrame
      {...props}
      {...kept}
      title={task.decidesObjection ? t('Your decision') : t('Calibration')}
      verb={changed ? t('Change outcome') : t('Keep outcome')}
      done={changed ? t('Outcome changed') : t('Outcome kept')}
      toResult={() => {
        if (!draft.decision) return t('Choose whether the outcome stays.');
        if (changed && !draft.outcome && !draft.methods) return t('Choose the outcome that it should be.');
        if (draft.reason.trim() === '') return t('Give the reason: it stands beside the outcome for good.');
        const changedTo: JsonObject = {
          ...(changed && draft.outcome ? { outcome: draft.outcome } : {}),
          ...(changed && draft.methods ? { methods: draft.methods } : {}),
        };
        return { decision: draft.decision, ...changedTo, reason: draft.reason.trim() };
      }}
    >
      <Beside launchId={plan?.launchId ?? null} planId={task.planId} />
      <Choice
        label={
          task.decidesObjection
            ? t('By what both sides say and by the evidence, is the outcome right?')
            : t('Compared with the other components, is the outcome right?')
        }
        value={draft.decision}
        onChange={(decision) => change({ decision })}
        options={[
          { value: 'kept', label: t('Keep it') },
          { value: 'changed', label: t('Change it') },
        ]}
      />
      {changed && (
        <OutcomePicker
          label={t('It should be')}
          value={draft.outcome}
          onChange={(outcome) => change({ outcome })}
        />
      )}
      {changed && (
        <OutcomePicker
          label={t('The methods should be')}
          description={t('Choose nothing to leave them as they are')}
          value={draft.methods}
          onChange={(methods) => change({ methods })}
        />
      )}
      <Words label={t('Reason')} value={draft.reason} onChange={(reason) => change({ reason })} />
    </FormFrame>
  );
}
