// What each check on ratings asks about, in a few words.
import type { RatingRule } from '../../engine/index.ts';
import { t } from '../language/index.ts';

export const ruleTitles: Record<RatingRule, string> = {
  'RAT-01': t('Milder or harsher than the others'),
  'RAT-02': t('Nearly everybody the same'),
  'RAT-03': t('All items of a person the same'),
  'RAT-04': t('Self and rater far apart'),
  'RAT-05': t('Evidence from the end of the period'),
  'RAT-06': t('Groups rated differently'),
  'RAT-07': t('What the session moved'),
  'RAT-08': t('Little evidence'),
  'RAT-09': t('Otherwise than the figures, without a reason'),
  'RAT-10': t('Not everybody is rated'),
  'RAT-11': t('The same words for several people'),
  'RAT-12': t('The scale tells nobody apart'),
};
