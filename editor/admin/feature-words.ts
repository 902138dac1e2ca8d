// What each part of the product is called that an organisation may do without, and what turning it off means.
import type { Feature } from '../../server/access/feature-names.ts';
import { t } from '../language/index.ts';

export const featureWords: Record<Feature, { name: string; what: string }> = {
  'feedback-requests': {
    name: t('Asking for feedback'),
    what: t(
      'People ask each other for feedback at any time. Feedback can be given without being asked, and in plans, all the same.',
    ),
  },
  recognition: {
    name: t('Wall of recognition'),
    what: t(
      'Rewards that those who got them want to be seen, for everybody. Rewards are given in plans all the same.',
    ),
  },
  'calibration-sessions': {
    name: t('Calibration sessions'),
    what: t(
      'Ratings of a launch are discussed in a meeting whose members see its lines. Off: HR and managers compare them alone.',
    ),
  },
  digests: {
    name: t('Mail of what is due'),
    what: t(
      'Each day or week, as everybody chooses. Mail of deadlines that cannot be moved is sent all the same.',
    ),
  },
  'report-mails': {
    name: t('Reports by mail'),
    what: t('Each Monday, to whoever wants them. Off: reports are read here.'),
  },
  'api-keys': {
    name: t('API keys'),
    what: t(
      'Other systems ask and report here. Off: keys that were made are refused until this is on again.',
    ),
  },
};
