// How dates are written: in the zone of who reads, which a page asks for with every date.
import { afterEach, expect, test, vi } from 'vitest';
import { computerZone } from '../../../editor/language/formats.ts';

afterEach(() => vi.restoreAllMocks());

const asksOf = (offset: number, times: number): number => {
  vi.spyOn(Date.prototype, 'getTimezoneOffset').mockReturnValue(offset);
  const asked = vi.spyOn(Intl, 'DateTimeFormat');
  for (let time = 0; time < times; time++) expect(computerZone()).toMatch(/\w/);
  const count = asked.mock.calls.length;
  vi.restoreAllMocks();
  return count;
};

test('the zone of the computer is looked up once, and anew when its clock goes to another offset', () => {
  expect(asksOf(-60, 20)).toBe(1);
  expect(asksOf(-60, 20)).toBe(0);
  expect(asksOf(300, 20)).toBe(1);
});
