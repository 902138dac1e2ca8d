// The tree with its scores. Arrows walk it, right and left open and fold, Enter goes to the component.

import { Group, Text } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type KeyboardEvent, useRef, useState } from 'react';
import type { RollUpItem } from '../app/api/wire.ts';
import { scoreText } from '../app/words/score.ts';
import { t } from '../language/index.ts';
import { OutcomeBadge } from '../theme/OutcomeBadge.tsx';
import { kindName } from './kind-name.ts';
import { MeasureBar } from './MeasureBar.tsx';
import classes from './organisation.module.css';
import { type Branch, search, toLines, toTree } from './tree.ts';
import { walk } from './walk.ts';

const lineHeight = 42;
const openAtFirst = 1;

function Line({ branch, open, onToggle }: { branch: Branch; open: boolean; onToggle: () => void }) {
  const { item } = branch;
  const Chevron = open ? IconChevronDown : IconChevronRight;
  return (
    <>
      <span className={classes.name}>
        {/* The keyboard opens and folds with the arrow keys of the tree itself. */}
        <span
          className={classes.chevron}
          aria-hidden="true"
          onClick={(event) => {
            event.stopPropagation();
            onToggle();
          }}
        >
          {branch.branches.length > 0 && <Chevron size={16} />}
        </span>
        <Text span size="sm" fw={branch.level === 1 ? 600 : 400} truncate title={item.name}>
          {item.name}
        </Text>
        <Text span size="xs" c="var(--cw-muted)" visibleFrom="sm" style={{ flex: 'none' }}>
          {kindName(item.kind)}
        </Text>
      </span>
      <Group gap={6} justify="flex-start" wrap="nowrap">
        <OutcomeBadge
          size="sm"
          outcome={item.outcome}
          detail={item.score === null ? undefined : scoreText(item.score)}
        />
      </Group>
      <Text size="xs" c="var(--cw-muted)" className={classes.wide}>
        {item.score === null ? '—' : t('{percent} % of weight', { percent: Math.round(item.coverage * 100) })}
      </Text>
      <span className={classes.wide}>
        <MeasureBar measures={item.measures} />
      </span>
    </>
  );
}

export function ComponentTree({ items, text }: { items: RollUpItem[]; text: string }) {
  const [toggled, setToggled] = useState<Record<string, boolean>>({});
  const [at, setAt] = useState(0);
  const frame = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  const tree = toTree(items);
  const levels = new Map(toLines(tree, () => true).map(({ item, level }) => [item.componentId, level]));
  const isOpen = (id: string) => toggled[id] ?? (text !== '' || (levels.get(id) ?? 9) <= openAtFirst);
  const lines = toLines(search(tree, text), isOpen);
  const toggle = (id: string) => setToggled((before) => ({ ...before, [id]: !isOpen(id) }));
  const virtual = useWindowVirtualizer({
    count: lines.length,
    estimateSize: () => lineHeight,
    overscan: 20,
    scrollMargin: frame.current?.offsetTop ?? 0,
  });
  const go = (id: string) => void navigate({ to: '/organisation/$componentId', params: { componentId: id } });
  const press = (event: KeyboardEvent) => {
    const id = lines[at]?.item.componentId;
    if (event.key === 'Enter' && id) return go(id);
    const step = walk(event.key, { lines, index: at, isOpen });
    if (!step || !id) return;
    event.preventDefault();
    if (step.toggle) toggle(id);
    setAt(step.to);
    virtual.scrollToIndex(step.to);
    requestAnimationFrame(() =>
      frame.current?.querySelector<HTMLElement>(`[data-index="${step.to}"]`)?.focus(),
    );
  };
  return (
    <div className={classes.tree}>
      <div
        className={`${classes.line} ${classes.head}`}
        style={{ '--level': 1 } as CSSProperties}
        aria-hidden="true"
      >
        <span>{t('Component')}</span>
        <span>{t('Outcome')}</span>
        <span className={classes.wide}>{t('Coverage')}</span>
        <span className={classes.wide}>{t('Measures')}</span>
      </div>
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
          const id = branch.item.componentId;
          return (
            // The keys of every line are heard by the tree around them.
            // biome-ignore lint/a11y/useKeyWithClickEvents: the tree's own onKeyDown opens a line with Enter
            <div
              key={id}
              role="treeitem"
              data-index={index}
              aria-level={branch.level}
              aria-expanded={branch.branches.length > 0 ? isOpen(id) : undefined}
              aria-selected={index === at}
              tabIndex={index === Math.min(at, lines.length - 1) ? 0 : -1}
              className={classes.line}
              onFocus={() => setAt(index)}
              onClick={() => go(id)}
              style={
                {
                  '--level': branch.level,
                  position: 'absolute',
                  insetInline: 0,
                  transform: `translateY(${start - virtual.options.scrollMargin}px)`,
                } as CSSProperties
              }
            >
              <Line branch={branch} open={isOpen(id)} onToggle={() => toggle(id)} />
            </div>
          );
        })}
      </div>
    </div>
  );
}
