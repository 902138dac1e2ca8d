// What can be put on the canvas: a stage of each kind, containers, ends.
import { type StageKind, stageKinds } from '../../../engine/index.ts';
import type { StageType } from '../../document/stage-tree.ts';
import { t, tAs } from '../../language/index.ts';
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
  { key: 'other', label: t('Stage'), name: t('Stage'), kind: null, stageType: 'atomic' },
  { key: 'group', label: t('Group'), name: t('Group'), kind: null, stageType: 'compound' },
  { key: 'parallel', label: t('Parallel'), name: t('Parallel'), kind: null, stageType: 'parallel' },
  { key: 'final', label: t('End'), name: t('Closed'), kind: null, stageType: 'final' },
  {
    key: 'history',
    label: tAs('kind of stage', 'History'),
    name: t('Where it was'),
    kind: null,
    stageType: 'history',
  },
];

/** What the typed text could mean: a preset by its label, else a plain stage of that name. */
export function presetsFor(text: string, presets: readonly StagePreset[] = stagePresets): StagePreset[] {
  const wanted = text.trim();
  const found = presets.filter(({ label }) => label.toLowerCase().startsWith(wanted.toLowerCase()));
  const exact = found.some(({ label }) => label.toLowerCase() === wanted.toLowerCase());
  const named: StagePreset = {
    key: 'named',
    label: t('Stage “{wanted}”', { wanted }),
    name: wanted,
    kind: null,
    stageType: 'atomic',
  };
  return wanted === '' || exact ? found : [...found, named];
}
