// What somebody gave in a task, as lines to be read: outcomes, and words under what they answer.
import { type FormResult, formSchemas, type Goal, type Outcome } from '../../../engine/index.ts';
import type { TaskDetail } from '../../app/api/wire.ts';
import { t } from '../../language/index.ts';
import { choiceWords, fieldsOf } from '../forms/schema-fields.ts';

export type GivenLine = { label: string } & ({ outcome: Outcome } | { words: string });

const words = (label: string, text: string | undefined): GivenLine[] =>
  text === undefined || text.trim() === '' ? [] : [{ label, words: text }];
const outcome = (label: string, given: Outcome | undefined): GivenLine[] =>
  given === undefined ? [] : [{ label, outcome: given }];

const ofSelf = (given: FormResult<'self-appraisal'>, titleOf: (id: string) => string): GivenLine[] => [
  ...outcome(t('Results'), given.results),
  ...outcome(t('Methods'), given.methods),
  ...(given.goals ?? []).flatMap(({ goalId, text, factors }) => [
    ...words(titleOf(goalId), text),
    ...words(t('What helped or hindered'), factors),
  ]),
  ...words(t('As a whole'), given.evidence),
];

const ofCalibration = (given: FormResult<'calibration'>): GivenLine[] => [
  { label: t('Decision'), words: given.decision === 'kept' ? t('Kept as it was') : t('Changed') },
  ...outcome(t('Results'), given.outcome),
  ...outcome(t('Methods'), given.methods),
  ...words(t('Reason'), given.reason),
];

const shown = (value: unknown): string => {
  if (typeof value === 'boolean') return value ? t('Yes') : t('No');
  return typeof value === 'string' ? value : JSON.stringify(value);
};

/** None for an appraisal, which is shown as a whole, and for what changes something at once. */
export function givenLines(
  { form, result }: Pick<TaskDetail, 'form' | 'result'>,
  goals: readonly Goal[],
): GivenLine[] {
  if (result === null) return [];
  if (typeof form !== 'string')
    return fieldsOf(form).flatMap(({ key, label, kind }) => {
      if (result[key] === undefined) return [];
      const said = shown(result[key]);
      return words(label, kind === 'choice' ? choiceWords(said) : said);
    });
  const titleOf = (id: string) => goals.find((goal) => goal.id === id)?.title ?? id;
  const self = form === 'self-appraisal' ? formSchemas[form].safeParse(result) : null;
  if (self?.success) return ofSelf(self.data, titleOf);
  const calibration = form === 'calibration' ? formSchemas[form].safeParse(result) : null;
  if (calibration?.success) return ofCalibration(calibration.data);
  const said = form === 'feedback' ? formSchemas[form].safeParse(result) : null;
  if (!said?.success) return [];
  return [...words(t('Feedback'), said.data.text), ...outcome(t('Methods'), said.data.methods)];
}
