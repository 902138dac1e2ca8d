// What each rule on wording is about, in a few words.
import type { WordingRule } from '../../engine/index.ts';
import { t } from '../language/index.ts';

export const ruleWords: Record<WordingRule, string> = {
  'FB-01': t('words that hurt'),
  'FB-02': t('a protected status'),
  'FB-03': t('the person instead of what was done'),
  'FB-04': t('always and never'),
  'FB-05': t('no example'),
  'FB-06': t('no next step'),
  'FB-07': t('no effect'),
  'FB-08': t('empty praise'),
  'FB-09': t('nothing but faults'),
  'FB-10': t('hedges'),
  'FB-11': t('faults without anybody who made them'),
  'FB-12': t('copied words'),
  'FB-13': t('sentences hard to read'),
  'FB-14': t('another rater named'),
  'FB-15': t('a colleague compared with'),
  'FB-16': t('rating and text disagree'),
  'FB-17': t('old or one-sided evidence'),
  'FB-18': t('bare commands'),
};
