// The usual tasks: what each built-in form is called, and a task that a designer can start from.
import type { BuiltInForm, CycleTask, StageKind } from '../../engine/index.ts';

export const formWords: Record<BuiltInForm, string> = {
  'plan-agreement': 'Agree the plan',
  goals: 'Goals',
  measures: 'Measures',
  standards: 'Standards',
  observation: 'Record observations',
  feedback: 'Give feedback',
  'self-appraisal': 'Appraise oneself',
  appraisal: 'Appraise',
  calibration: 'Calibrate',
  acknowledgement: 'Acknowledge',
  reward: 'Reward',
  intervention: 'Intervene',
};

const task = (title: string, assignee: string, form: BuiltInForm, due: string): CycleTask => ({
  title,
  assignee,
  form,
  due,
});

export const taskPresets: readonly { kind: StageKind; task: CycleTask }[] = [
  { kind: 'plan', task: task('Agree the plan', 'manager', 'plan-agreement', 'P10D') },
  { kind: 'plan', task: task('Set the goals', 'owner', 'goals', 'P10D') },
  { kind: 'plan', task: task('Choose the measures', 'owner', 'measures', 'P10D') },
  { kind: 'plan', task: task('Set the standards', 'manager', 'standards', 'P10D') },
  { kind: 'observe', task: task('Record the figures', 'owner', 'observation', 'P5D') },
  { kind: 'observe', task: task('Give feedback', 'peers(3)', 'feedback', 'P10D') },
  { kind: 'measure', task: task('Complete the figures', 'owner', 'observation', 'P5D') },
  { kind: 'appraise', task: task('Appraise the results', 'manager', 'appraisal', 'P10D') },
  { kind: 'appraise', task: task('Appraise yourself', 'owner', 'self-appraisal', 'P10D') },
  { kind: 'appraise', task: task('Calibrate the appraisals', 'role:hr', 'calibration', 'P10D') },
  { kind: 'appraise', task: task('Acknowledge the appraisal', 'owner', 'acknowledgement', 'P10D') },
  { kind: 'reward', task: task('Decide on the reward', 'manager', 'reward', 'P10D') },
  { kind: 'intervene', task: task('Plan the intervention', 'manager', 'intervention', 'P10D') },
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
