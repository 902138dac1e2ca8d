// The appraisal: each goal by results and methods with evidence, then the whole in a summary.
import { Badge, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { FormResult, Outcome, Period } from '../../../engine/index.ts';
import { planScoreQuery } from '../../app/api/plan-queries.ts';
import { appraisalQuery } from '../../app/api/rating-queries.ts';
import type { Appraisal } from '../../app/api/wire.ts';
import { statusWords } from '../../goals/goal-words.ts';
import { t } from '../../language/index.ts';
import { OutcomeBadge } from '../../theme/OutcomeBadge.tsx';
import { outcomeStyle } from '../../theme/theme.ts';
import { figuresOf } from '../goal-facts.ts';
import classes from '../inbox.module.css';
import type { Material } from '../material.ts';
import { useDraft } from '../use-draft.ts';
import { EvidencePicker } from './EvidencePicker.tsx';
import { FormFrame } from './FormFrame.tsx';
import type { FormProps } from './form-props.ts';
import { type GoalToRate, goalsToRate, isRated, type RatedGoal } from './goals-to-rate.ts';
import { OutcomePicker } from './OutcomePicker.tsx';
import { SelfOfGoal } from './SelfOfGoal.tsx';
import { Words } from './Words.tsx';

interface Draft {
  goals: RatedGoal[];
  evidenceIds: string[];
  results: Outcome | null;
  reason: string;
  methods: Outcome | null;
  summary: string;
}

const begin = ({ plan }: Material): Draft => ({
  goals: [],
  evidenceIds: [],
  results: plan?.outcome ?? null,
  reason: '',
  methods: null,
  summary: '',
});

interface PartProps {
  goal: GoalToRate;
  self: Appraisal['self'];
  material: Material;
  onChange: (patch: Partial<RatedGoal>) => void;
}

function GoalPart({ goal, self, material, onChange }: PartProps) {
  return (
    <fieldset className={`${classes.entry} ${classes.part}`}>
      <legend>
        <Text span size="sm" fw={600}>
          {goal.title}
        </Text>{' '}
        {goal.status === 'open' ? (
          <OutcomeBadge outcome={goal.scored} size="sm" />
        ) : (
          <Badge size="sm" variant="light" color="gray">
            {statusWords[goal.status]}
          </Badge>
        )}
      </legend>
      {goal.status !== 'open' && (
        <Text size="sm" c="var(--cw-muted)">
          {t('It need not be rated any more. It goes in with methods and evidence, and is left out without.')}
        </Text>
      )}
      <SelfOfGoal self={self} goalId={goal.goalId} />
      <OutcomePicker
        label={t('Results')}
        withNone
        value={goal.results}
        onChange={(results) => onChange({ results })}
      />
      <OutcomePicker
        label={t('Methods')}
        value={goal.methods}
        onChange={(methods) => onChange({ methods })}
      />
      <Words
        label={t('Evidence')}
        minRows={2}
        value={goal.evidence}
        onChange={(evidence) => onChange({ evidence })}
      />
      <EvidencePicker
        material={material}
        goalId={goal.goalId}
        value={goal.evidenceIds ?? []}
        onChange={(evidenceIds) => onChange({ evidenceIds })}
      />
    </fieldset>
  );
}

/** What the figures say of the whole and of each goal; null: nothing yet. */
function useScored({ plan, task }: Material) {
  const score = useQuery({ ...planScoreQuery(task.planId), enabled: plan !== null }).data?.score;
  return {
    scored: plan?.outcome ?? score?.outcome ?? null,
    scoredOf: (goalId: string): Outcome | null => figuresOf(goalId, plan, score?.goals)?.outcome ?? null,
  };
}

/** How whom it is about sees it; null: not told, or not yet to be read. */
const useSelf = ({ plan, task }: Material): Appraisal['self'] =>
  useQuery({ ...appraisalQuery(task.planId), enabled: plan !== null }).data?.self ?? null;

/** The last days of what was observed in the period. */
const evidenceDays = ({ plan, observations }: Material): string[] =>
  observations
    .filter(({ status, periodEnd }) => status !== 'void' && plan !== null && isIn(plan.period, periodEnd))
    .map(({ periodEnd }) => periodEnd);
const isIn = ({ start, end }: Period, day: string): boolean => start <= day && day <= end;

const departs = ({ results }: Draft, scored: Outcome | null): boolean =>
  results !== null && scored !== null && results !== scored;

interface Whole {
  draft: Draft;
  goals: readonly GoalToRate[];
}

function whatIsMissing({ draft, goals }: Whole, scored: Outcome | null): string | null {
  const { results, reason, methods, summary } = draft;
  const open = goals.find((goal) => goal.status === 'open' && !isRated(goal));
  if (open) return t('“{goal}” needs an outcome for methods and its evidence.', { goal: open.title });
  if (!results) return t('Choose an outcome for the results as a whole.');
  if (departs(draft, scored) && reason.trim() === '')
    return t('Say why the results are seen otherwise than the figures say.');
  if (!methods) return t('Choose an outcome for the methods as a whole.');
  return summary.trim() === '' ? t('Write the summary: it is what the other side reads first.') : null;
}

const withEvidence = (ids: readonly string[] = []) => (ids.length === 0 ? {} : { evidenceIds: [...ids] });

const toResult = ({ draft, goals }: Whole, isOther: boolean): FormResult<'appraisal'> => ({
  goals: goals.filter(isRated).map(({ goalId, results, methods, evidence, evidenceIds }) => ({
    goalId,
    results,
    methods: methods ?? 'meets',
    evidence: evidence.trim(),
    ...withEvidence(evidenceIds),
  })),
  results: draft.results ?? 'meets',
  ...(isOther ? { reason: draft.reason.trim() } : {}),
  methods: draft.methods ?? 'meets',
  summary: draft.summary.trim(),
  ...withEvidence(draft.evidenceIds),
});

export function AppraisalForm(props: FormProps) {
  const { material } = props;
  const { draft, change, ...kept } = useDraft<Draft>(material.task.id, () => begin(material));
  const { scored, scoredOf } = useScored(material);
  const self = useSelf(material);
  const evidence = useMemo(() => evidenceDays(material), [material]);
  const isOther = departs(draft, scored);
  const goals = goalsToRate(draft.goals, material.goals, scoredOf);
  const whole = { draft, goals };
  const changeGoal = (goalId: string, patch: Partial<RatedGoal>) =>
    change({ goals: goals.map((goal) => (goal.goalId === goalId ? { ...goal, ...patch } : goal)) });
  return (
    <FormFrame
      {...props}
      {...kept}
      title={t('Your appraisal')}
      verb={t('Give appraisal')}
      done={t('Appraisal given')}
      then={t('The plan goes on by its outcome, and the other side is asked to read it.')}
      toResult={() => whatIsMissing(whole, scored) ?? toResult(whole, isOther)}
    >
      {goals.length === 0 && (
        <Text size="sm" c="var(--cw-muted)">
          {t('This component has no goals of its own: judge it by its parts, shown beside.')}
        </Text>
      )}
      {goals.map((goal) => (
        <GoalPart
          key={goal.goalId}
          goal={goal}
          self={self}
          material={material}
          onChange={(patch) => changeGoal(goal.goalId, patch)}
        />
      ))}
      <OutcomePicker
        label={t('Results as a whole')}
        description={
          scored === null
            ? t('The figures do not say enough yet')
            : t('The figures say: {outcome}', { outcome: outcomeStyle[scored].words })
        }
        value={draft.results}
        onChange={(results) => change({ results })}
      />
      {isOther && (
        <Words
          label={t('Why otherwise than the figures')}
          description={t('What they leave out; it is read again in the calibration')}
          minRows={2}
          value={draft.reason}
          advise={{}}
          onChange={(reason) => change({ reason })}
        />
      )}
      <OutcomePicker
        label={t('Methods as a whole')}
        description={t('How the results came about')}
        value={draft.methods}
        onChange={(methods) => change({ methods })}
      />
      <Words
        label={t('Summary')}
        description={t('What went well, what did not, what comes next')}
        value={draft.summary}
        advise={{ rating: draft.results, evidence }}
        onChange={(summary) => change({ summary })}
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
