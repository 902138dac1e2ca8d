// Why a plan cannot be agreed: weights that do not add up, and by how much.
import { Alert } from '@mantine/core';
import { type PlanDocument, weightFaults } from '../../../engine/index.ts';
import { retell, t } from '../../language/index.ts';

export function WeightFaults({ document }: { document: PlanDocument }) {
  return weightFaults(document).map(({ message }) => (
    <Alert key={message} role="alert" color="yellow" title={t('The plan cannot be agreed yet')}>
      {retell(message)}
    </Alert>
  ));
}
