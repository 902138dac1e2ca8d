// What a person fills in to complete a task with a built-in form, as fields: the same questions as the inbox asks.
import type { BuiltInForm, JsonObject } from '../../../engine/index.ts';
import { allAggregations, allDirections, kindChoices } from '../../goals/measure/kinds.ts';
import { causes, dimensionChoices } from '../../inbox/forms/form-choices.ts';
import type { Field } from '../../inbox/forms/schema-fields.ts';
import { t, tAs } from '../../language/index.ts';

interface Option {
  value: string;
  label: string;
  about?: string;
}

interface Named {
  key: string;
  label: string;
  optional?: true;
}

export type AnswerField = Named &
  (
    | { kind: Exclude<Field['kind'], 'choice'> }
    | { kind: 'goal' | 'measure' }
    | { kind: 'choice'; options: readonly Option[] }
    | { kind: 'outcome'; withNone?: true }
    | { kind: 'list'; of: readonly AnswerField[]; add: string; begin: JsonObject }
  );

const comment: AnswerField = { key: 'comment', kind: 'long-text', label: t('Comment'), optional: true };
const decision = (label: string, options: Option[]): AnswerField => ({
  key: 'decision',
  kind: 'choice',
  label,
  options,
});
const goal: AnswerField = { key: 'goalId', kind: 'goal', label: t('Goal') };
const measure: AnswerField = { key: 'measureId', kind: 'measure', label: t('Measure') };
const existing: AnswerField = {
  key: 'id',
  kind: 'text',
  label: t('Id, if it is there already'),
  optional: true,
};
const results: AnswerField = { key: 'results', kind: 'outcome', label: t('Results') };
const methods: AnswerField = { key: 'methods', kind: 'outcome', label: t('Methods') };
const critical: AnswerField = { key: 'critical', kind: 'boolean', label: t('Critical'), optional: true };

const missingPolicies: Option[] = [
  { value: 'exclude', label: t('Leave it out') },
  { value: 'zero', label: t('Count it as zero') },
  { value: 'carry', label: t('Take the last value') },
  { value: 'block', label: t('Wait for it') },
];

const goalFields: AnswerField[] = [
  { key: 'title', kind: 'text', label: t('Goal') },
  { key: 'dimension', kind: 'choice', label: t('Dimension'), options: dimensionChoices },
  { key: 'priority', kind: 'number', label: t('Priority') },
  critical,
  existing,
  { key: 'alignments', kind: 'json', label: t('Contributes to'), optional: true },
];

const milestoneFields: AnswerField[] = [
  { key: 'id', kind: 'text', label: t('Its id') },
  { key: 'title', kind: 'text', label: t('Title') },
  { key: 'due', kind: 'date', label: t('Due') },
  { key: 'weight', kind: 'number', label: t('Weight') },
  { key: 'standards', kind: 'json', label: t('Standards'), optional: true },
];

const measureFields: AnswerField[] = [
  { key: 'title', kind: 'text', label: t('Measure') },
  goal,
  { key: 'unit', kind: 'text', label: t('Unit') },
  { key: 'kind', kind: 'choice', label: t('Kind'), options: [...kindChoices], optional: true },
  { key: 'direction', kind: 'choice', label: t('Better'), options: allDirections },
  { key: 'timeAggregation', kind: 'choice', label: t('Over time'), options: allAggregations },
  { key: 'per', kind: 'number', label: t('Per how many'), optional: true },
  {
    key: 'milestones',
    kind: 'list',
    label: t('Milestones'),
    optional: true,
    of: milestoneFields,
    add: t('Add a milestone'),
    begin: { id: 'first', title: t('A milestone'), weight: 1 },
  },
  { key: 'cadence', kind: 'text', label: t('Observed'), optional: true },
  { key: 'weight', kind: 'number', label: t('Weight') },
  { key: 'source', kind: 'text', label: t('Source') },
  critical,
  {
    key: 'missingPolicy',
    kind: 'choice',
    label: t('When a value is missing'),
    options: missingPolicies,
    optional: true,
  },
  existing,
];

const observationFields: AnswerField[] = [
  measure,
  { key: 'periodStart', kind: 'date', label: t('First day') },
  { key: 'periodEnd', kind: 'date', label: t('Last day') },
  { key: 'value', kind: 'number', label: t('Value'), optional: true },
  { key: 'numerator', kind: 'number', label: t('Numerator'), optional: true },
  { key: 'denominator', kind: 'number', label: t('Denominator'), optional: true },
  { key: 'n', kind: 'number', label: t('Cases behind it'), optional: true },
  { key: 'supersedes', kind: 'text', label: t('Corrects the observation'), optional: true },
];

const evidence: AnswerField = {
  key: 'evidenceIds',
  kind: 'json',
  label: t('Evidence, by ids'),
  optional: true,
};

const judgedGoalFields: AnswerField[] = [
  goal,
  { key: 'results', kind: 'outcome', label: t('Results'), withNone: true },
  methods,
  { key: 'evidence', kind: 'long-text', label: t('Evidence') },
  evidence,
];

const toldGoalFields: AnswerField[] = [
  goal,
  { key: 'text', kind: 'long-text', label: t('How it went') },
  { key: 'factors', kind: 'long-text', label: t('What helped or hindered'), optional: true },
  evidence,
];

export const answerFields: Record<BuiltInForm, readonly AnswerField[]> = {
  'plan-agreement': [
    decision(t('Do you agree the goals, measures and standards shown beside?'), [
      { value: 'agreed', label: t('Agree') },
      { value: 'returned', label: t('Return') },
    ]),
    comment,
  ],
  goals: [
    {
      key: 'goals',
      kind: 'list',
      label: t('Goals'),
      of: goalFields,
      add: t('Add a goal'),
      begin: { title: t('A goal'), dimension: 'quality', priority: 1 },
    },
    comment,
  ],
  measures: [
    {
      key: 'measures',
      kind: 'list',
      label: t('Measures'),
      of: measureFields,
      add: t('Add a measure'),
      begin: {
        title: t('A measure'),
        unit: '',
        direction: 'increase',
        timeAggregation: 'last',
        weight: 1,
        source: t('By hand'),
      },
    },
    comment,
  ],
  standards: [
    {
      key: 'standards',
      kind: 'list',
      label: t('Standards'),
      of: [measure, { key: 'standards', kind: 'json', label: t('Standards') }],
      add: t('Add standards'),
      begin: { standards: { kind: 'points', unacceptable: 0, meets: 100, exceeds: 120 } },
    },
    comment,
  ],
  observation: [
    {
      key: 'observations',
      kind: 'list',
      label: t('Observations'),
      of: observationFields,
      add: t('Add an observation'),
      begin: { value: 100 },
    },
    comment,
  ],
  feedback: [
    { key: 'text', kind: 'long-text', label: t('Feedback') },
    { ...methods, optional: true },
    { key: 'to', kind: 'text', label: t('To one person'), optional: true },
  ],
  nomination: [
    { key: 'peers', kind: 'json', label: t('Peers') },
    { key: 'reports', kind: 'json', label: tAs('raters', 'Reports') },
    comment,
  ],
  'self-appraisal': [
    results,
    methods,
    {
      key: 'goals',
      kind: 'list',
      label: t('Goals'),
      optional: true,
      of: toldGoalFields,
      add: t('Add a goal'),
      begin: { text: '' },
    },
    { key: 'evidence', kind: 'long-text', label: t('What shows it'), optional: true },
    evidence,
  ],
  appraisal: [
    {
      key: 'goals',
      kind: 'list',
      label: t('Goals'),
      of: judgedGoalFields,
      add: t('Add a goal'),
      begin: { results: 'meets', methods: 'meets', evidence: '' },
    },
    { key: 'results', kind: 'outcome', label: t('Results as a whole'), optional: true },
    { key: 'methods', kind: 'outcome', label: t('Methods as a whole') },
    {
      key: 'reason',
      kind: 'long-text',
      label: t('Why otherwise than the figures'),
      optional: true,
    },
    { key: 'summary', kind: 'long-text', label: t('Summary') },
    evidence,
  ],
  calibration: [
    decision(t('Compared with the other components, is the outcome right?'), [
      { value: 'kept', label: t('Keep it') },
      { value: 'changed', label: t('Change it') },
    ]),
    { key: 'outcome', kind: 'outcome', label: t('It should be'), optional: true },
    { ...methods, optional: true },
    { key: 'reason', kind: 'long-text', label: t('Reason') },
  ],
  acknowledgement: [
    decision(t('Have you read it?'), [
      { value: 'signed', label: t('I have read it and sign') },
      { value: 'refused', label: t('I do not sign') },
    ]),
    comment,
  ],
  reward: [
    decision(t('Should it be rewarded?'), [
      { value: 'approved', label: t('Approve') },
      { value: 'declined', label: t('Decline') },
    ]),
    { key: 'title', kind: 'text', label: t('What is given'), optional: true },
    { key: 'amount', kind: 'number', label: t('What it costs'), optional: true },
    comment,
  ],
  intervention: [
    { key: 'cause', kind: 'choice', label: t('What got in the way most?'), options: causes },
    { key: 'analysis', kind: 'long-text', label: t('Why you think so') },
    { key: 'support', kind: 'long-text', label: t('What will be done to help'), optional: true },
  ],
};
