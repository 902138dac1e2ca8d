// The kind of a component inside a line; as a label of its own it begins with a capital (`kindWords`).
import { t } from '../language/index.ts';

export const kindName = (kind: string): string =>
  t(
    '{kind, select, organisation {organisation} department {department} team {team} process {process} employee {employee} project {project} other {other}}',
    { kind },
  );
