// A component dragged onto the one that it is to be part of.
import type { RefObject } from 'react';
import type { Component } from '../../../engine/index.ts';
import { useDrag } from '../../app/parts/drag/use-drag.ts';
import { idsWithin } from '../tree.ts';
import type { MoveWish } from './move-wish.ts';

interface Given {
  items: Component[];
  frame: RefObject<HTMLElement | null>;
  onMove?: ((wish: MoveWish) => void) | undefined;
}

export const useDragMove = ({ items, frame, onMove }: Given) =>
  useDrag<Component>({
    frame,
    wordsOf: ({ name }) => name,
    wordsOfLine: (id) => items.find((item) => item.id === id)?.name ?? id,
    refusalsOf: ({ id, parentId }) => {
      // It and what is below it cannot take it in, nor can what it is part of already.
      const closed = idsWithin(items, id);
      if (parentId !== null) closed.add(parentId);
      return (line) => (closed.has(line) ? '' : null);
    },
    onDrop: (component, parentId) => onMove?.({ component, parentId }),
  });
