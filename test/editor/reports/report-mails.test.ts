import { expect, test } from 'vitest';
import { isSameReport, toReportFilter, toReportSearch } from '../../../editor/reports/report-mails.ts';

test('a report is the same whatever the order in which it was narrowed', () => {
  const filter = toReportFilter({ under: 'dob', cycleId: 'annual', version: '2', from: undefined, to: '' });
  expect(filter).toEqual({ under: 'dob', cycleId: 'annual', version: 2 });
  const other = { version: 2, cycleId: 'annual', under: 'dob' };
  expect(isSameReport({ board: 'load', filter }, { board: 'load', filter: other })).toBe(true);
  expect(isSameReport({ board: 'load', filter }, { board: 'overdue', filter: other })).toBe(false);
  expect(isSameReport({ board: 'load', filter }, { board: 'load', filter: {} })).toBe(false);
});

test('the page shows what the mail is narrowed to', () => {
  const search = toReportSearch({ board: 'load', filter: { cycleId: 'annual', version: 2 } });
  expect(search).toMatchObject({ cycle: 'annual', version: '2', under: undefined });
});
