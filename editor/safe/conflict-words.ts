// A conflict in words: what it is about, and what each of the two made of it.
import type { Cycle, Json } from '../../engine/index.ts';
import { fieldWords, type ValueWords, valueWords } from '../compare/field-words.ts';
import type { Conflict, Side } from '../document/merge/conflict.ts';
import { findStage, nameOf } from '../document/stage-tree.ts';
import { t } from '../language/index.ts';

const parts: Record<string, string> = {
  tasks: t('task'),
  on: t('on'),
  after: t('timer'),
  always: t('at once'),
  onDone: t('when done'),
  layout: t('place on the canvas'),
  container: t('the group it is in'),
};

/** Positions are told from one. */
const wordOf = (step: string): string => {
  if (/^\d+$/.test(step)) return `${Number(step) + 1}`;
  return parts[step] ?? (/^[a-z][A-Za-z]*$/.test(step) ? fieldWords(step) : step);
};

const nameIn = (id: string, cycles: readonly Cycle[]): string => {
  for (const cycle of cycles) {
    const placed = findStage(cycle, id);
    if (placed) return nameOf(id, placed.stage);
  }
  return id;
};

/** Such as “Learn · task · grade · Due”. */
export function placeWords({ kind, stage, path }: Conflict, cycles: readonly Cycle[]): string {
  if (kind === 'document') return t('The whole cycle: your changes and theirs do not fit together');
  const place = stage === null ? t('The cycle') : nameIn(stage, cycles);
  if (kind === 'removal') return t('{place}: taken away by one of you, and changed by the other', { place });
  if (path[0] === 'layout') return `${place} · ${parts.layout}`;
  return [place, ...path.map(wordOf)].join(' · ');
}

const placeOf = (value: Json): string | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && 'x' in value
    ? t('{x} across, {y} down', { x: Number(value.x), y: 'y' in value ? Number(value.y) : 0 })
    : null;

export function sideWords(conflict: Conflict, side: Side, cycles: readonly Cycle[]): ValueWords {
  const { kind, stage, path } = conflict;
  const value = conflict[side];
  if (kind === 'document')
    return {
      text: side === 'mine' ? t('The cycle as you drew it') : t('The cycle as they saved it'),
      exact: false,
    };
  if (kind === 'removal')
    return {
      text: value === undefined ? t('Taken away') : t('Kept: {name}', { name: nameIn(stage ?? '', cycles) }),
      exact: false,
    };
  if (value === undefined) return { text: t('nothing'), exact: false };
  if (path[0] === 'container')
    return { text: value === '' ? t('no group') : nameIn(String(value), cycles), exact: false };
  const place = placeOf(value);
  if (place !== null && path[0] === 'layout') return { text: place, exact: false };
  return valueWords(path.at(-1) ?? '', value);
}
