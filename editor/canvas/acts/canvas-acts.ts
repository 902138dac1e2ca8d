// What the parts of the canvas may ask of whoever shows it. Stable, so that stages are not drawn again.
import { createContext, useContext } from 'react';
import type { StageId } from '../../../engine/index.ts';
import type { Applied, Command, Point } from '../../document/command.ts';
import { t } from '../../language/index.ts';
import type { Selection } from '../../panels/editing.ts';
import type { Arrangement } from '../arrange/arrange.ts';

/** Something that needs a word of the designer before it is a command. Points are in the window. */
export type Question =
  | { kind: 'append'; from: StageId; at: Point | null; near: Point | null }
  | { kind: 'new'; at: Point | null; near: Point | null }
  | { kind: 'connect'; from: StageId }
  | { kind: 'trigger'; from: StageId; to: StageId; near: Point | null }
  | { kind: 'remove'; stages: readonly StageId[] }
  | { kind: 'rename'; stage: StageId }
  | { kind: 'into'; stages: readonly StageId[] }
  | { kind: 'search' }
  | { kind: 'shortcuts' };

export interface CanvasActs {
  select(change: (before: Selection) => Selection): void;
  run(command: Command, burst?: string): Applied;
  ask(question: Question | null): void;
  duplicate(stages: readonly StageId[]): void;
  arrange(stages: readonly StageId[], how: Arrangement): void;
}

export const watchOnly: CanvasActs = {
  select: () => undefined,
  run: () => ({ kind: 'refused', reason: t('This cycle is shown for reading.') }),
  ask: () => undefined,
  duplicate: () => undefined,
  arrange: () => undefined,
};

export const CanvasActsContext = createContext<CanvasActs>(watchOnly);
export const useCanvasActs = (): CanvasActs => useContext(CanvasActsContext);
