// What the fields of an answer are, and those that several forms ask for: of a goal, a measure, an observation.
import type { JsonObject } from '../../../engine/index.ts';
import { allAggregations, allDirections, kindChoices } from '../../goals/measure/kinds.ts';
import { dimensionChoices } from '../../inbox/forms/form-choices.ts';
import type { Field } from '../../inbox/forms/schema-fields.ts';
import { t } from '../../language/index.ts';

export interface Option {
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

const goal: AnswerField = { key: 'goalId', kind: 'goal', label: t('Goal') };
export const measure: AnswerField = { key: 'measureId', kind: 'measure', label: t('Measure') };
const existing: AnswerField = {
  key: 'id',
  kind: 'text',
  label: t('Id, if it is there already'),
  optional: true,
};
export const results: AnswerField = { key: 'results', kind: 'outcome', label: t('Results') };
export const methods: AnswerField = { key: 'methods', kind: 'outcome', label: t('Methods') };
const critical: AnswerField = { key: 'critical', kind: 'boolean', label: t('Critical'), optional: true };

const missingPolicies: Option[] = [
  { value: 'exclude', label: t('Leave it out') },
  { value: 'zero', label: t('Count it as zero') },
  { value: 'carry', label: t('Take the last value') },
  { value: 'block', label: t('Wait for it') },
];

export const goalFields: AnswerField[] = [
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

export const measureFields: AnswerField[] = [
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
  { key: 'effectiveFrom', kind: 'date', label: t('In force from'), optional: true },
  { key: 'effectiveTo', kind: 'date', label: t('In force until'), optional: true },
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

export const observationFields: AnswerField[] = [
  measure,
  { key: 'periodStart', kind: 'date', label: t('First day') },
  { key: 'periodEnd', kind: 'date', label: t('Last day') },
  { key: 'value', kind: 'number', label: t('Value'), optional: true },
  { key: 'numerator', kind: 'number', label: t('Numerator'), optional: true },
  { key: 'denominator', kind: 'number', label: t('Denominator'), optional: true },
  { key: 'n', kind: 'number', label: t('Cases behind it'), optional: true },
  { key: 'supersedes', kind: 'text', label: t('Corrects the observation'), optional: true },
];

export const evidence: AnswerField = {
  key: 'evidenceIds',
  kind: 'json',
  label: t('Evidence, by ids'),
  optional: true,
};

export const judgedGoalFields: AnswerField[] = [
  goal,
  { key: 'results', kind: 'outcome', label: t('Results'), withNone: true },
  methods,
  { key: 'evidence', kind: 'long-text', label: t('Evidence') },
  evidence,
];

export const toldGoalFields: AnswerField[] = [
  goal,
  { key: 'text', kind: 'long-text', label: t('How it went') },
  { key: 'factors', kind: 'long-text', label: t('What helped or hindered'), optional: true },
  evidence,
];
