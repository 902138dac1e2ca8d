// The namespaces of SCXML documents, as they are prefixed once read, and what Cyclewright adds to them.
import type { XmlRules } from '../../xml/read-xml.ts';

export const scxmlNamespace = 'http://www.w3.org/2005/07/scxml';
/** Tasks, actions and details that SCXML has no word for; other processors pass over them. */
export const ownNamespace = 'urn:cyclewright:cycle:1';
export const own = 'cw';

/** What a chart may be: a person draws it, and a plan goes through it. */
export const scxmlRules: XmlRules = {
  maxLength: 2_000_000,
  maxDepth: 100,
  maxElements: 50_000,
  prefixes: { [scxmlNamespace]: 'scxml', [ownNamespace]: own },
};

/** The name of an element of SCXML; null for one of another namespace. */
export function scxmlName(name: string): string | null {
  if (!name.includes(':')) return name;
  return name.startsWith('scxml:') ? name.slice('scxml:'.length) : null;
}
