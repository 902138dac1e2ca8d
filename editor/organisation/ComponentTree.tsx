// The tree. Arrows and letters walk it, right and left open and fold, Enter goes to the component; those who may change
// the organisation move a component by its handle or with M.
import { useNavigate } from '@tanstack/react-router';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { DragGhost, Grip } from '../app/parts/drag/DragParts.tsx';
import dragging from '../app/parts/drag/drag.module.css';
import { t } from '../language/index.ts';
import type { MoveWish } from './move/move-wish.ts';
import { useDragMove } from './move/use-drag-move.ts';
import classes from './organisation.module.css';
import { TreeLine, type TreeView, viewHeads } from './TreeLine.tsx';
import { toLines } from './tree.ts';
import type { Branches } from './use-branches.ts';
import { walk } from './walk.ts';

const lineHeight = 42;

interface Props {
  branches: Branches;
  view: TreeView;
  asOf?: string | undefined;
  onMove?: ((wish: MoveWish) => void) | undefined;
}

function Head({ view }: { view: TreeView }) {
  const [first, ...others] = viewHeads[view];
  return (
    <div
      className={`${classes.line} ${classes.head}`}
      style={{ '--level': 1 } as CSSProperties}
      aria-hidden="true"
    >
      <span>{t('Component')}</span>
      <span>{first}</span>
      {others.map((head) => (
        <span key={head} className={classes.wide}>
          {head}
        </span>
      ))}
    </div>
  );
}

/** What held the keys may be gone, moved to where nothing is drawn of it: the line in its place has them then. */
function useKeysKept(
  frame: RefObject<HTMLElement | null>,
  { at, ids }: { at: number; ids: readonly string[] },
) {
  const held = useRef<string | null>(null);
  useEffect(() => {
    if (held.current === null || ids.includes(held.current) || document.activeElement !== document.body)
      return;
    const line = Math.min(at, ids.length - 1);
    frame.current?.querySelector<HTMLElement>(`[data-index="${line}"]`)?.focus({ preventScroll: true });
  });
  return {
    onFocus: (id: string) => {
      held.current = id;
    },
    /** A line that is gone is not left: it says nothing. */
    onBlur: () => {
      held.current = null;
    },
  };
}

export function ComponentTree({ branches, view, asOf, onMove }: Props) {
  const [at, setAt] = useState(0);
  const frame = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  const { items, tree, isOpen, toggle, isReading } = branches;
  const lines = toLines(tree, isOpen);
  const keys = useKeysKept(frame, { at, ids: lines.map(({ item }) => item.id) });
  const drag = useDragMove({ items, frame, onMove });
  const virtual = useWindowVirtualizer({
    count: lines.length,
    estimateSize: () => lineHeight,
    overscan: 20,
    scrollMargin: frame.current?.offsetTop ?? 0,
  });
  const go = (id: string) =>
    void navigate({ to: '/organisation/$componentId', params: { componentId: id }, search: { asOf } });
  const press = (event: KeyboardEvent) => {
    const branch = lines[at];
    if (!branch || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter') return go(branch.item.id);
    if (event.key.toLowerCase() === 'm' && onMove) {
      event.preventDefault();
      return onMove({ component: branch.item });
    }
    const step = walk(event.key, { lines, index: at, isOpen });
    if (!step) return;
    event.preventDefault();
    if (step.toggle) toggle(branch);
    setAt(step.to);
    virtual.scrollToIndex(step.to);
    requestAnimationFrame(() =>
      frame.current?.querySelector<HTMLElement>(`[data-index="${step.to}"]`)?.focus(),
    );
  };
  const placed = (start: number, level: number) =>
    ({
      '--level': level,
      position: 'absolute',
      insetInline: 0,
      transform: `translateY(${start - virtual.options.scrollMargin}px)`,
    }) as CSSProperties;
  return (
    <div className={classes.tree} data-movable={onMove !== undefined || undefined}>
      <Head view={view} />
      <div
        ref={frame}
        role="tree"
        aria-label={t('Organisation')}
        onKeyDown={press}
        style={{ height: virtual.getTotalSize(), position: 'relative' }}
      >
        {virtual.getVirtualItems().map(({ index, start }) => {
          const branch = lines[index];
          if (!branch) return null;
          const { id } = branch.item;
          return (
            // The keys of every line are heard by the tree around them.
            // biome-ignore lint/a11y/useKeyWithClickEvents: the tree's own onKeyDown opens a line with Enter
            <div
              key={id}
              role="treeitem"
              data-index={index}
              data-component={id}
              data-line={id}
              data-drop={drag.mark(id)}
              aria-level={branch.level}
              aria-expanded={branch.hasParts ? isOpen(branch) : undefined}
              aria-busy={isReading(id) || undefined}
              aria-selected={index === at}
              aria-keyshortcuts={onMove && 'M'}
              tabIndex={index === Math.min(at, lines.length - 1) ? 0 : -1}
              className={`${classes.line} ${dragging.line}`}
              onFocus={() => {
                setAt(index);
                keys.onFocus(id);
              }}
              onBlur={({ currentTarget }) => currentTarget.isConnected && keys.onBlur()}
              onClick={() => go(id)}
              style={placed(start, branch.level)}
            >
              {onMove && <Grip {...drag.handle(branch.item)} />}
              <TreeLine branch={branch} open={isOpen(branch)} onToggle={() => toggle(branch)} view={view} />
            </div>
          );
        })}
      </div>
      <DragGhost ghost={drag.ghost} />
    </div>
  );
}
