// Drawing or rehearsing: what may change meanwhile, and what the rehearsal lays over the canvas.
import { useMemo, useState } from 'react';
import type { RehearseTab } from '../../rehearse/rehearse-props.ts';
import type { Picture } from '../../rehearse/step/picture.ts';
import type { PlanOverlay } from '../flow/overlay.ts';

/** Which part of a rehearsal is shown instead of the inspector, and how to show another, or none. */
export interface RehearseAt {
  tab: RehearseTab | null;
  show(tab: RehearseTab | null): void;
}

export interface Rehearsing {
  tab: RehearseTab | null;
  /** The drawing may not change. */
  locked: boolean;
  /** Scenarios are part of the document, and changing them undoes. */
  canUndo: boolean;
  /** Null where nothing can be rehearsed. */
  toggle: (() => void) | null;
  show(tab: RehearseTab | null): void;
  picture: Picture;
  setPicture(picture: Picture): void;
}

const noPicture: Picture = {};
const stay = () => undefined;

export function useRehearsing(
  rehearse: RehearseAt | undefined,
  readOnly: boolean,
  overlay: PlanOverlay | undefined,
): Rehearsing {
  const [picture, setPicture] = useState(noPicture);
  const tab = rehearse?.tab ?? null;
  const show = rehearse?.show;
  return useMemo(
    () => ({
      tab,
      locked: readOnly || tab !== null,
      canUndo: !readOnly && (tab === null || tab === 'scenarios'),
      toggle: show ? () => show(tab === null ? 'step' : null) : null,
      show: show ?? stay,
      picture: tab === null ? { ...(overlay ? { overlay } : {}) } : picture,
      setPicture,
    }),
    [tab, readOnly, show, overlay, picture],
  );
}
