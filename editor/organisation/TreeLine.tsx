// One line of the tree: the component, and either how it stands or who answers for it.
import { Badge, Text } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import type { ComponentLine } from '../app/api/wire.ts';
import { Withheld } from '../app/parts/Withheld.tsx';
import { scoreText } from '../app/words/score.ts';
import { t } from '../language/index.ts';
import { OutcomeBadge } from '../theme/OutcomeBadge.tsx';
import { kindName } from './kind-name.ts';
import { MeasureBar } from './MeasureBar.tsx';
import classes from './organisation.module.css';
import { type Branch, isVacant } from './tree.ts';

export type TreeView = 'standing' | 'people';

export const viewHeads: Record<TreeView, string[]> = {
  standing: [t('Outcome'), t('Coverage'), t('Measures')],
  people: [t('Owner'), t('Manager'), t('Second manager')],
};

function Standing({ line: { standing: item, withheld } }: { line: ComponentLine }) {
  if (!item)
    return (
      <>
        <span>{withheld && <Withheld />}</span>
        <span className={classes.wide} />
        <span className={classes.wide} />
      </>
    );
  return (
    <>
      <OutcomeBadge
        size="sm"
        outcome={item.outcome}
        detail={item.score === null ? undefined : scoreText(item.score)}
      />
      <Text size="xs" c="var(--cw-muted)" className={classes.wide}>
        {item.score === null ? '—' : t('{percent} % of weight', { percent: Math.round(item.coverage * 100) })}
      </Text>
      <span className={classes.wide}>
        <MeasureBar measures={item.measures} />
      </span>
    </>
  );
}

function People({ line }: { line: ComponentLine }) {
  const { ownerName, managerName, secondManagerName } = line;
  const cells = [
    { key: 'owner', known: ownerName, words: ownerName ?? line.ownerId ?? '—' },
    { key: 'manager', known: managerName, words: managerName ?? line.managerId ?? t('as above') },
    { key: 'second', known: secondManagerName, words: secondManagerName ?? line.secondManagerId ?? '—' },
  ];
  return cells.map(({ key, known, words }) => (
    <Text
      key={key}
      span
      size="xs"
      truncate
      title={words}
      c={known ? undefined : 'var(--cw-muted)'}
      className={key === 'owner' ? undefined : classes.wide}
    >
      {words}
    </Text>
  ));
}

interface Props {
  branch: Branch;
  open: boolean;
  onToggle: () => void;
  view: TreeView;
}

export function TreeLine({ branch, open, onToggle, view }: Props) {
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
          {branch.hasParts && <Chevron size={16} />}
        </span>
        <Text span size="sm" fw={branch.level === 1 ? 600 : 400} className={classes.called} title={item.name}>
          {item.name}
        </Text>
        <Text span size="xs" c="var(--cw-muted)" visibleFrom="sm" style={{ flex: 'none' }}>
          {kindName(item.kind)}
        </Text>
        {isVacant(item) && (
          <Badge size="sm" variant="outline" color="yellow" tt="none" className={classes.vacant}>
            {t('Vacant')}
          </Badge>
        )}
      </span>
      {view === 'standing' ? <Standing line={item} /> : <People line={item} />}
    </>
  );
}
