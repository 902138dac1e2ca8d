// That a component is to be moved.
import type { Component } from '../../../engine/index.ts';

export interface MoveWish {
  component: Component;
  /** Where it was dropped; undefined: still to be chosen. */
  parentId?: string;
}
