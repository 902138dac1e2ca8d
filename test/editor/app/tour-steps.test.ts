import { expect, test } from 'vitest';
import { places } from '../../../editor/app/shell/places.ts';
import { tourFor } from '../../../editor/app/shell/tour-steps.ts';

test('the tour goes to the places that the person may open, and to no others', () => {
  expect(tourFor(places).map(({ to }) => to)).toEqual([
    '/inbox',
    '/plans',
    '/organisation',
    '/goals',
    '/cycles',
    '/reports',
  ]);
  expect(tourFor([{ to: '/inbox' }, { to: '/settings' }]).map(({ to }) => to)).toEqual(['/inbox']);
});
