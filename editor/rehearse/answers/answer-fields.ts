// What a person fills in to complete a task with a built-in form, as fields: the same questions as the inbox asks.
import type { BuiltInForm } from '../../../engine/index.ts';
import { causes } from '../../inbox/forms/form-choices.ts';
import { t, tAs } from '../../language/index.ts';
import {
  type AnswerField,
  evidence,
  goalFields,
  judgedGoalFields,
  measure,
  measureFields,
  methods,
  type Option,
  observationFields,
  results,
  toldGoalFields,
} from './answer-parts.ts';

const comment: AnswerField = { key: 'comment', kind: 'long-text', label: t('Comment'), optional: true };
const decision = (label: string, options: Option[]): AnswerField => ({
  key: 'decision',
  kind: 'choice',
  label,
  options,
});

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
