// How dates are written: in the zone of who reads, which a page asks for with every date.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { computerZone } from '../../../editor/language/formats.ts';

beforeEach(() => vi.useFakeTimers({ now: Date.parse('2026-07-01T10:00:00Z'), toFake: ['Date'] }));
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

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

test('whoever travels to a zone of the same offset has its name a minute later, without a reload', () => {
  const zoneNow = (timeZone: string): string => {
    vi.restoreAllMocks();
    const resolved = new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions();
    vi.spyOn(Date.prototype, 'getTimezoneOffset').mockReturnValue(-120);
    vi.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions').mockReturnValue(resolved);
    return computerZone();
  };
  vi.advanceTimersByTime(60_000);
  expect(zoneNow('Europe/Berlin')).toBe('Europe/Berlin');
  vi.advanceTimersByTime(60_000);
  expect(zoneNow('Africa/Johannesburg')).toBe('Africa/Johannesburg');
});
