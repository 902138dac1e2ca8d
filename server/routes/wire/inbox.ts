// A person's own inbox on the wire: the views that they save, and the mail about what is due.
import { isZone } from '../../../engine/index.ts';
import { mailLanguages } from '../../mail/words/language.ts';
import { personRefSchema, z } from './common.ts';

const part = z.string().trim().min(1).max(200).optional();
/** What the address of the inbox carries. */
const inboxSearch = z
  .strictObject({ tab: part, q: part, for: part, due: part, cycle: part, sort: part, group: part })
  .openapi('InboxSearch');
const filterName = z.string().trim().min(1).max(60);

export const savedFilterWire = z
  .object({
    id: z.string(),
    name: z.string(),
    search: z.record(z.string(), z.string()),
    /** The owner’s team sees it. */
    shared: z.boolean(),
    owner: personRefSchema,
    mine: z.boolean(),
    /** The reader’s inbox begins with it. */
    first: z.boolean(),
  })
  .openapi('InboxFilter');
export const newFilterWire = z
  .strictObject({ name: filterName, search: inboxSearch, shared: z.boolean().default(false) })
  .openapi('NewInboxFilter');
export const changedFilterWire = z
  .strictObject({
    name: filterName.optional(),
    search: inboxSearch.optional(),
    shared: z.boolean().optional(),
  })
  .openapi('InboxFilterChange');
export const firstFilterWire = z
  .strictObject({ id: z.string().min(1).max(200).nullable() })
  .openapi('FirstInboxFilter');

export const languageWire = z.strictObject({ language: z.enum(mailLanguages) }).openapi('MailLanguage');

const digestZone = z.string().refine(isZone, 'Give a zone such as Europe/Berlin.');
export const digestWire = z
  .object({
    every: z.enum(['daily', 'weekly', 'off']),
    zone: z.string(),
    /** When the next one is looked into; nothing is sent when nothing is due then. */
    nextAt: z.string().nullable(),
    /** This server sends mail. */
    sends: z.boolean(),
  })
  .openapi('Digest');
export const digestChangeWire = z
  .strictObject({ every: z.enum(['daily', 'weekly', 'off']), zone: digestZone })
  .openapi('DigestChange');
