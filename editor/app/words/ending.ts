// How a plan that ended is told: by the words for what it came to, and by the cycle's own where there are none.
import { t } from '../../language/index.ts';
import { inWords } from './history.ts';

const known: Record<string, string> = {
  met: t('met'),
  stopped: t('stopped'),
  cancelled: t('cancelled'),
  withdrawn: t('withdrawn'),
  left: t('the person left'),
  below: t('below'),
  'not-scored': t('not scored'),
};

export const endedWords = (ending: string | null): string =>
  ending ? t('Ended: {ending}', { ending: known[ending] ?? inWords(ending) }) : t('Ended');
