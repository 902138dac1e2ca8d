// Reports by mail on the wire.
import { reportNames } from '../../mail/report-names.ts';
import { z } from './common.ts';

const id = z.string().min(1).max(200).optional();
const reportFilter = z
  .strictObject({
    cycleId: id,
    version: z.int().min(1).optional(),
    under: id,
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
    attribute: id,
  })
  .openapi('ReportFilter');

export const newReportMailWire = z
  .strictObject({ board: z.enum(reportNames), filter: reportFilter.default({}) })
  .openapi('NewReportMail');
export const reportMailWire = z
  .object({
    id: z.string(),
    board: z.enum(reportNames),
    filter: reportFilter,
    /** When it is read and sent next. */
    nextAt: z.string(),
  })
  .openapi('ReportMail');
export const reportMailsWire = z
  .object({
    items: z.array(reportMailWire),
    /** This server sends mail. */
    sends: z.boolean(),
  })
  .openapi('ReportMails');
