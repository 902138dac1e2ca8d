// The acts of the canvas in the palette: every shortcut by its words, and what has none.
import { usePaletteActs } from '../../app/shell/palette-acts.tsx';
import { t } from '../../language/index.ts';
import type { Editing } from '../../panels/editing.ts';
import type { CanvasActs } from '../acts/canvas-acts.ts';
import { arrangements } from '../arrange/arrange.ts';
import { keyNames, type ShortcutHandlers, shortcuts } from '../shortcuts.ts';

/** Walking is for keys, second keys for the same act are said once, and help is the frame's. */
const offered = shortcuts.filter(
  (each) => each.group !== 'move' && each.id !== 'rename-enter' && each.id !== 'redo-y' && each.id !== 'page',
);
const byBrowser = { copy: 'copy', cut: 'cut', paste: 'paste' } as const;

export function useCanvasPalette(handlers: ShortcutHandlers, editing: Editing, acts: CanvasActs): void {
  const { selection, say } = editing;
  const chosen = selection.kind === 'stages' ? selection.ids : [];
  const run = (id: (typeof offered)[number]['id']) => () => {
    if (id !== 'copy' && id !== 'cut' && id !== 'paste') return handlers[id]();
    // The browser lets a page copy when it is asked to, but not paste.
    if (id === 'paste' || !document.execCommand(byBrowser[id])) say(t('Press Ctrl+V to paste.'));
  };
  const arranging = arrangements
    .filter(({ least }) => chosen.length >= least)
    .map(({ how, words }) => ({ id: how, label: words, run: () => acts.arrange(chosen, how) }));
  usePaletteActs(t('On the canvas'), [
    ...offered.map(({ id, words, keys }) => ({
      id,
      label: words,
      keys: keyNames(keys).join(' '),
      run: run(id),
    })),
    ...arranging,
  ]);
}
