// The organisation as a chart from the top down: each component a card, those below it in a row under it. The keys are
// those of the tree. What is folded is not drawn, and of many parts only the first until somebody asks for the others.
import { Text, UnstyledButton } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { ComponentLine } from '../app/api/wire.ts';
import { Withheld } from '../app/parts/Withheld.tsx';
import { scoreText } from '../app/words/score.ts';
import { t } from '../language/index.ts';
import { OutcomeBadge } from '../theme/OutcomeBadge.tsx';
import classes from './chart.module.css';
import { kindWords } from './kind-words.ts';
import type { TreeView } from './TreeLine.tsx';
import { type Branch, toLines } from './tree.ts';
import type { Branches } from './use-branches.ts';
import { walk } from './walk.ts';

const AT_FIRST = 12;

interface Props {
  branches: Branches;
  view: TreeView;
  asOf?: string | undefined;
}

interface Drawn {
  at: string | undefined;
  isOpen: (branch: Branch) => boolean;
  isReading: (id: string) => boolean;
  /** The parts of a component that are drawn. */
  partsOf: (branch: Branch) => Branch[];
  onToggle: (branch: Branch) => void;
  onMore: (branch: Branch) => void;
  onGo: (id: string) => void;
  onFocus: (id: string) => void;
  view: TreeView;
}

function Facts({ item, view }: { item: ComponentLine; view: TreeView }) {
  if (view === 'people')
    return (
      <Text size="xs" c="var(--cw-muted)" truncate>
        {item.ownerName ?? item.ownerId ?? t('Vacant')}
      </Text>
    );
  if (item.withheld) return <Withheld />;
  if (!item.standing) return null;
  const { outcome, score } = item.standing;
  return <OutcomeBadge size="sm" outcome={outcome} detail={score === null ? undefined : scoreText(score)} />;
}

function Card({ branch, drawn }: { branch: Branch; drawn: Drawn }) {
  const { item, branches, hasParts } = branch;
  const isOpen = drawn.isOpen(branch);
  const parts = drawn.partsOf(branch);
  const hidden = branches.length - parts.length;
  return (
    <div className={classes.branch} role="none">
      {/* The keys of every card are heard by the chart around them. */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the chart's own onKeyDown opens a card with Enter */}
      <div
        role="treeitem"
        data-component={item.id}
        aria-level={branch.level}
        aria-expanded={hasParts ? isOpen : undefined}
        aria-busy={drawn.isReading(item.id) || undefined}
        aria-selected={item.id === drawn.at}
        tabIndex={item.id === drawn.at ? 0 : -1}
        className={classes.card}
        onClick={() => drawn.onGo(item.id)}
        onFocus={() => drawn.onFocus(item.id)}
      >
        <Text size="sm" fw={600} lineClamp={2} title={item.name}>
          {item.name}
        </Text>
        <Text size="xs" c="var(--cw-muted)">
          {kindWords[item.kind]}
        </Text>
        <Facts item={item} view={drawn.view} />
        {hasParts && (
          <span
            className={classes.fold}
            aria-hidden="true"
            onClick={(event) => {
              event.stopPropagation();
              drawn.onToggle(branch);
            }}
          >
            {isOpen ? '−' : branches.length || item.parts}
          </span>
        )}
      </div>
      {isOpen && parts.length > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: a group of tree items has no element of its own
        <div role="group" className={classes.parts}>
          {parts.map((part) => (
            <Card key={part.item.id} branch={part} drawn={drawn} />
          ))}
          {hidden > 0 && (
            <div className={classes.branch} role="none">
              <UnstyledButton className={classes.more} onClick={() => drawn.onMore(branch)} tabIndex={-1}>
                {t('{count} more', { count: hidden })}
              </UnstyledButton>
            </div>
          )}
        </div>
      )}
    </div>
  );
}

function useChart({ tree, isOpen }: Branches) {
  const [whole, setWhole] = useState<ReadonlySet<string>>(new Set());
  const partsOf = ({ item, branches }: Branch): Branch[] =>
    whole.has(item.id) ? branches : branches.slice(0, AT_FIRST);
  /** As it is drawn, so that the keys do not go where nothing is. */
  const lines = toLines(cut(tree, partsOf), isOpen);
  return {
    lines,
    partsOf,
    showAll: ({ item }: Branch) => setWhole((before) => new Set([...before, item.id])),
  };
}

const cut = (branches: Branch[], partsOf: (branch: Branch) => Branch[]): Branch[] =>
  branches.map((branch) => ({ ...branch, branches: cut(partsOf(branch), partsOf) }));

export function OrgChart({ branches, view, asOf }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  const { tree, isOpen, isReading, toggle } = branches;
  const { lines, partsOf, showAll } = useChart(branches);
  const [focused, setFocused] = useState<string | null>(null);
  const found = lines.findIndex(({ item }) => item.id === focused);
  const index = Math.max(0, found);
  const go = (id: string) =>
    void navigate({ to: '/organisation/$componentId', params: { componentId: id }, search: { asOf } });
  const press = (event: KeyboardEvent) => {
    const branch = lines[index];
    if (!branch || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter') return go(branch.item.id);
    const step = walk(event.key, { lines, index, isOpen });
    if (!step) return;
    event.preventDefault();
    if (step.toggle) toggle(branch);
    const next = lines[step.to]?.item.id ?? branch.item.id;
    setFocused(next);
    requestAnimationFrame(() =>
      frame.current?.querySelector<HTMLElement>(`[data-component="${CSS.escape(next)}"]`)?.focus(),
    );
  };
  return (
    <div ref={frame} role="tree" aria-label={t('Organisation')} className={classes.chart} onKeyDown={press}>
      {tree.map((branch) => (
        <Card
          key={branch.item.id}
          branch={branch}
          drawn={{
            ...{ isOpen, isReading, partsOf, view, onGo: go },
            ...{ onToggle: toggle, onMore: showAll, onFocus: setFocused },
            at: lines[index]?.item.id,
          }}
        />
      ))}
    </div>
  );
}
