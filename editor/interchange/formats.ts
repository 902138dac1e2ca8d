// The files that a cycle can be written as.
export const formats = [
  {
    key: 'json',
    label: 'Cycle document (JSON)',
    about: 'Everything; reads back as it was',
    ending: 'cycle.json',
  },
  { key: 'svg', label: 'Picture (SVG)', about: 'As on the screen; reads back as it was', ending: 'svg' },
  { key: 'png', label: 'Picture (PNG)', about: 'As on the screen, at twice the size', ending: 'png' },
  { key: 'scxml', label: 'SCXML', about: 'Statechart of the W3C', ending: 'scxml' },
  {
    key: 'xstate',
    label: 'XState machine (JSON)',
    about: 'For Stately and XState 5',
    ending: 'machine.json',
  },
  { key: 'mermaid', label: 'Mermaid', about: 'A diagram for documents in text', ending: 'mmd' },
  { key: 'dmn', label: 'Decision tables (DMN)', about: 'Its rules, for other rule engines', ending: 'dmn' },
] as const;

export type Format = (typeof formats)[number];
export type FormatKey = Format['key'];

export const mimeTypes: Record<FormatKey, string> = {
  json: 'application/json',
  svg: 'image/svg+xml',
  png: 'image/png',
  scxml: 'application/scxml+xml',
  xstate: 'application/json',
  mermaid: 'text/plain',
  dmn: 'application/xml',
};
