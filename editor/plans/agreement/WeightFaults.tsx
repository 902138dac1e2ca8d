// Why a plan cannot be agreed: weights that do not add up, and by how much; and those of which it is worth knowing.
import { Alert } from '@mantine/core';
import { type PlanDocument, weightFindings } from '../../../engine/index.ts';
import { saidInWords } from '../../app/words/due.ts';
import { t } from '../../language/index.ts';

export function WeightFaults({ document }: { document: PlanDocument }) {
  return weightFindings(document).map(({ message, isAdvice }) => (
    <Alert
      key={message}
      role={isAdvice ? 'note' : 'alert'}
      color={isAdvice ? 'gray' : 'yellow'}
      title={isAdvice ? t('The weights do not add up to 100') : t('The plan cannot be agreed yet')}
    >
      {saidInWords(message)}
    </Alert>
  ));
}
