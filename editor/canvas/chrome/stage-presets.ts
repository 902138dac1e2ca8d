// What can be put on the canvas: a stage of each kind, containers, ends.
import { type StageKind, stageKinds } from '../../../engine/index.ts';
import type { StageType } from '../../document/stage-tree.ts';
import { stageKindStyle } from '../../theme/theme.ts';

export interface StagePreset {
  key: string;
  label: string;
  name: string;
  kind: StageKind | null;
  stageType: StageType;
}

const ofKinds: StagePreset[] = stageKinds.map((kind) => ({
  key: kind,
  label: stageKindStyle[kind].words,
  name: stageKindStyle[kind].words,
  kind,
  stageType: 'atomic',
}));

export const stagePresets: readonly StagePreset[] = [
  ...ofKinds,
  { key: 'other', label: 'Stage', name: 'Stage', kind: null, stageType: 'atomic' },
  { key: 'group', label: 'Group', name: 'Group', kind: null, stageType: 'compound' },
  { key: 'parallel', label: 'Parallel', name: 'Parallel', kind: null, stageType: 'parallel' },
  { key: 'final', label: 'End', name: 'Closed', kind: null, stageType: 'final' },
  { key: 'history', label: 'History', name: 'Where it was', kind: null, stageType: 'history' },
];

/** What the typed text could mean: a preset by its label, else a plain stage of that name. */
export function presetsFor(text: string, presets: readonly StagePreset[] = stagePresets): StagePreset[] {
  const wanted = text.trim();
  const found = presets.filter(({ label }) => label.toLowerCase().startsWith(wanted.toLowerCase()));
  const exact = found.some(({ label }) => label.toLowerCase() === wanted.toLowerCase());
  const named: StagePreset = {
    key: 'named',
    label: `Stage “${wanted}”`,
    name: wanted,
    kind: null,
    stageType: 'atomic',
  };
  return wanted === '' || exact ? found : [...found, named];
}
