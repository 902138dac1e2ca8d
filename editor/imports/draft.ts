// An import as it is put together: the file, and a mapping of its columns for each thing that it may hold.
import type { ImportMapping, NewImport, OrganisationMapping } from '../app/api/wire.ts';
import { withReason } from '../goals/ReasonField.tsx';
import type { ChosenFile } from './chosen-file.ts';
import { guessMapping } from './guess-mapping.ts';
import { guessOrganisation } from './guess-organisation.ts';

export type ImportKind = NewImport['kind'];

export interface Draft {
  file: ChosenFile | null;
  indicators: ImportMapping | null;
  organisation: OrganisationMapping | null;
  period: { start: string; end: string };
  source: string;
  /** Why it changes what somebody has been rated by. */
  reason: string;
}

const fiscalYear = { start: '2022-07-01', end: '2023-06-30' };
export const emptyDraft: Draft = {
  file: null,
  indicators: null,
  organisation: null,
  period: fiscalYear,
  source: '',
  reason: '',
};

export const draftOf = (before: Draft, file: ChosenFile | null): Draft => ({
  ...before,
  file,
  indicators: file && guessMapping(file.columns),
  organisation: file && guessOrganisation(file.columns),
  source: file?.name ?? '',
});

export function toWish(kind: ImportKind, draft: Draft): NewImport | null {
  const { file, indicators, organisation, period } = draft;
  if (!file) return null;
  const { format, content } = file;
  const shared = { format, content, source: draft.source || file.name };
  if (kind === 'organisation') return organisation && { kind, ...shared, mapping: organisation };
  const why = withReason({ reason: draft.reason });
  return indicators && { kind, ...shared, mapping: indicators, period, ...why };
}
