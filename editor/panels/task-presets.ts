// The usual tasks: what each built-in form is called, and a task that a designer can start from.
import type { BuiltInForm, CycleTask, StageKind } from '../../engine/index.ts';
import { t } from '../language/index.ts';

export const formWords: Record<BuiltInForm, string> = {
  'plan-agreement': t('Agree the plan'),
  goals: t('Goals'),
  measures: t('Measures'),
  standards: t('Standards'),
  observation: t('Record observations'),
  feedback: t('Give feedback'),
  'self-appraisal': t('Appraise oneself'),
  appraisal: t('Appraise'),
  calibration: t('Calibrate'),
  acknowledgement: t('Acknowledge'),
  reward: t('Reward'),
  intervention: t('Intervene'),
  nomination: t('Nominate raters'),
};

/** Who is asked as well when the task is late. */
const above: Record<string, string> = { owner: 'manager', manager: 'manager.manager', 'role:hr': 'sponsor' };

const task = (title: string, assignee: string, form: BuiltInForm, due: string): CycleTask => ({
  title,
  assignee,
  form,
  due,
  escalate: [{ after: '3bd', to: above[assignee] ?? 'manager' }],
});

/** Too few to tell apart are not shown. */
const peers: CycleTask = {
  ...task(t('Give feedback'), 'peers(3)', 'feedback', '10bd'),
  raters: { group: 'peer', threshold: 3 },
};

export const taskPresets: readonly { kind: StageKind; task: CycleTask }[] = [
  { kind: 'plan', task: task(t('Agree the plan'), 'manager', 'plan-agreement', '10bd') },
  { kind: 'plan', task: task(t('Set the goals'), 'owner', 'goals', '10bd') },
  { kind: 'plan', task: task(t('Choose the measures'), 'owner', 'measures', '10bd') },
  { kind: 'plan', task: task(t('Set the standards'), 'manager', 'standards', '10bd') },
  { kind: 'observe', task: task(t('Record the figures'), 'owner', 'observation', '5bd') },
  { kind: 'observe', task: peers },
  { kind: 'measure', task: task(t('Complete the figures'), 'owner', 'observation', '5bd') },
  { kind: 'appraise', task: task(t('Appraise the results'), 'manager', 'appraisal', '10bd') },
  { kind: 'appraise', task: task(t('Appraise yourself'), 'owner', 'self-appraisal', '10bd') },
  { kind: 'appraise', task: task(t('Calibrate the appraisals'), 'role:hr', 'calibration', '10bd') },
  { kind: 'appraise', task: task(t('Acknowledge the appraisal'), 'owner', 'acknowledgement', '10bd') },
  { kind: 'reward', task: task(t('Decide on the reward'), 'manager', 'reward', '10bd') },
  { kind: 'intervene', task: task(t('Plan the intervention'), 'manager', 'intervention', '10bd') },
];

/** Those for the kind of the stage come first. */
export const presetsForKind = (kind: StageKind | undefined): CycleTask[] =>
  taskPresets
    .toSorted((a, b) => Number(b.kind === kind) - Number(a.kind === kind))
    .map((preset) => preset.task);

export const assigneeSuggestions = [
  'owner',
  'manager',
  'manager.manager',
  'reports',
  'peers(3)',
  'sponsor',
  'role:hr',
  'role:admin',
];
