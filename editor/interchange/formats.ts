// The files that a cycle can be written as.
import { t } from '../language/index.ts';

export const formats = [
  {
    key: 'json',
    label: t('Cycle document (JSON)'),
    about: t('Everything; reads back as it was'),
    ending: 'cycle.json',
  },
  {
    key: 'svg',
    label: t('Picture (SVG)'),
    about: t('As on the screen; reads back as it was'),
    ending: 'svg',
  },
  { key: 'png', label: t('Picture (PNG)'), about: t('As on the screen, at twice the size'), ending: 'png' },
  { key: 'scxml', label: t('SCXML'), about: t('Statechart of the W3C'), ending: 'scxml' },
  {
    key: 'xstate',
    label: t('XState machine (JSON)'),
    about: t('For Stately and XState 5'),
    ending: 'machine.json',
  },
  { key: 'mermaid', label: t('Mermaid'), about: t('A diagram for documents in text'), ending: 'mmd' },
  {
    key: 'dmn',
    label: t('Decision tables (DMN)'),
    about: t('Its rules, for other rule engines'),
    ending: 'dmn',
  },
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
