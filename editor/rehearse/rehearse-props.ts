// What each part of a rehearsal is given by the screen around it.
import type { Cycle } from '../../engine/index.ts';
import type { Applied, Command } from '../document/command.ts';
import type { Picture } from './step/picture.ts';

export const rehearseTabs = ['step', 'scenarios', 'simulation'] as const;
export type RehearseTab = (typeof rehearseTabs)[number];

/** From an address; anything unknown is no rehearsal. */
export const readTab = (text: string | undefined): RehearseTab | null =>
  rehearseTabs.find((tab) => tab === text) ?? null;

export interface RehearseProps {
  /** Free of structural faults. */
  cycle: Cycle;
  /** Names the document in this browser: the draft, or one version. */
  document: string;
  /** Of the published versions; null is the draft. */
  version: number | null;
  /** What the canvas shows of it. */
  onPicture(picture: Picture): void;
  /** Changes the document; null where it is only looked at. */
  run: ((command: Command, burst?: string) => Applied) | null;
  /** Tells those who do not see the canvas what happened. */
  say(message: string): void;
}
