// How a calibration session is told: its state, and who sits in it.
import type { CalibrationSession } from '../../app/api/wire.ts';
import { t } from '../../language/index.ts';

export const stateWords: Record<CalibrationSession['state'], string> = {
  planned: t('Planned'),
  held: t('Under way'),
  closed: t('Closed'),
};
export const stateColors: Record<CalibrationSession['state'], string> = {
  planned: 'gray',
  held: 'indigo',
  closed: 'teal',
};

export const partWords = ({ group }: Pick<CalibrationSession, 'group'>): string =>
  group?.name ?? t('All groups');

export const peopleWords = ({ facilitator, members }: CalibrationSession): string =>
  members.length === 0
    ? t('led by {person}', { person: facilitator.name })
    : t('led by {person}, with {names}', {
        person: facilitator.name,
        names: members.map(({ name }) => name).join(', '),
      });
