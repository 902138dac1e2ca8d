import { expect, test } from 'vitest';
import { placesFor } from '../../../editor/app/shell/places.ts';

const everything = () => true;

test('calibration is a place for whom there is a session, and for nobody else', () => {
  const names = (sessions: boolean, may: () => boolean = everything) =>
    placesFor(may, { sessions }).map(({ to }) => to);
  expect(names(true)).toContain('/calibrations');
  expect(names(false)).not.toContain('/calibrations');
  expect(names(true, () => false)).toEqual(['/settings']);
});
