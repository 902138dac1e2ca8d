// How the person sees the own year: goal by goal beside its figures, then results and methods as a whole.
import { Badge, Text } from '@mantine/core';
import type { FormResult, Outcome } from '../../../engine/index.ts';
import { statusWords } from '../../goals/goal-words.ts';
import { t } from '../../language/index.ts';
import { OutcomeBadge } from '../../theme/OutcomeBadge.tsx';
import { useGoalFacts } from '../goal-facts.ts';
import classes from '../inbox.module.css';
import { useDraft } from '../use-draft.ts';
import { EvidencePicker } from './EvidencePicker.tsx';
import { FormFrame } from './FormFrame.tsx';
import type { FormProps } from './form-props.ts';
import { GoalFigures } from './GoalFigures.tsx';
import { OutcomePicker } from './OutcomePicker.tsx';
import { type GoalToTell, goalsToTell, type ToldGoal, withTold } from './told-goals.ts';
import { Words } from './Words.tsx';

interface Draft {
  goals: ToldGoal[];
  results: Outcome | null;
  methods: Outcome | null;
  evidence: string;
  evidenceIds: string[];
}

function whatIsMissing({ results, methods, evidence }: Draft, goals: readonly GoalToTell[]): string | null {
  const untold = goals.find(({ told }) => told.text.trim() === '');
  if (untold) return t('Say of “{goal}” how it went.', { goal: untold.title });
  if (!results || !methods) return t('Choose an outcome for results and one for methods.');
  if (goals.length === 0 && evidence.trim() === '') return t('Name at least one thing that shows it.');
  return null;
}

function toResult(
  { results, methods, evidence, evidenceIds }: Draft,
  goals: readonly GoalToTell[],
): FormResult<'self-appraisal'> {
  return {
    results: results ?? 'meets',
    methods: methods ?? 'meets',
    goals: goals.map(({ told: { goalId, text, factors, evidenceIds = [] } }) => ({
      goalId,
      text: text.trim(),
      ...(factors.trim() === '' ? {} : { factors: factors.trim() }),
      ...(evidenceIds.length === 0 ? {} : { evidenceIds }),
    })),
    ...(evidence.trim() === '' ? {} : { evidence: evidence.trim() }),
    ...(evidenceIds.length === 0 ? {} : { evidenceIds }),
  };
}

interface PartProps extends Pick<FormProps, 'material'> {
  one: GoalToTell;
  facts: ReturnType<typeof useGoalFacts>;
  onChange: (patch: Partial<ToldGoal>) => void;
}

function GoalPart({ one: { told, title, status }, facts, material, onChange }: PartProps) {
  const result = facts.goals.find(({ goal }) => goal.id === told.goalId)?.result;
  return (
    <fieldset className={`${classes.entry} ${classes.part}`}>
      <legend>
        <Text span size="sm" fw={600}>
          {title}
        </Text>{' '}
        {status === 'open' ? (
          <OutcomeBadge outcome={result?.outcome ?? null} size="sm" />
        ) : (
          <Badge size="sm" variant="light" color="gray">
            {statusWords[status]}
          </Badge>
        )}
      </legend>
      <GoalFigures goalId={told.goalId} facts={facts} observations={material.observations} />
      <Words label={t('How it went')} minRows={2} value={told.text} onChange={(text) => onChange({ text })} />
      <Words
        label={t('What helped or hindered')}
        optional
        minRows={2}
        value={told.factors}
        onChange={(factors) => onChange({ factors })}
      />
      <EvidencePicker
        material={material}
        goalId={told.goalId}
        value={told.evidenceIds ?? []}
        onChange={(evidenceIds) => onChange({ evidenceIds })}
      />
    </fieldset>
  );
}

export function SelfAppraisalForm(props: FormProps) {
  const { material } = props;
  const { task, plan } = material;
  const { draft, change, ...kept } = useDraft<Draft>(task.id, () => ({
    goals: [],
    results: plan?.outcome ?? null,
    methods: null,
    evidence: '',
    evidenceIds: [],
  }));
  const facts = useGoalFacts(material);
  const goals = goalsToTell(draft.goals, material.goals);
  return (
    <FormFrame
      {...props}
      {...kept}
      title={t('Your own appraisal')}
      verb={t('Give self-appraisal')}
      done={t('Self-appraisal given')}
      then={t('Whoever appraises sees it beside the evidence.')}
      toResult={() => whatIsMissing(draft, goals) ?? toResult(draft, goals)}
    >
      {goals.map((one) => (
        <GoalPart
          key={one.told.goalId}
          one={one}
          facts={facts}
          material={material}
          onChange={(patch) => change({ goals: withTold(draft.goals, one.told.goalId, patch) })}
        />
      ))}
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
        label={goals.length > 0 ? t('As a whole') : t('What shows it')}
        description={t('Events, figures, what others said')}
        optional={goals.length > 0}
        value={draft.evidence}
        onChange={(evidence) => change({ evidence })}
      />
      {goals.length === 0 && (
        <EvidencePicker
          material={material}
          value={draft.evidenceIds}
          onChange={(evidenceIds) => change({ evidenceIds })}
        />
      )}
    </FormFrame>
  );
}
