// One line of the cascade: the goal, whose it is, and how it serves the one above.
import { Badge, Text } from '@mantine/core';
import { type CSSProperties, type HTMLAttributes, memo } from 'react';
import { Grip } from '../../app/parts/drag/DragParts.tsx';
import dragging from '../../app/parts/drag/drag.module.css';
import { AnchorLink } from '../../app/parts/links.tsx';
import { t } from '../../language/index.ts';
import styles from './cascade.module.css';
import { type LinkActs, LinkMenu } from './LinkMenu.tsx';
import { linkWords } from './link-words.ts';
import { type CascadeLine, hasLinks, whyNotChanged } from './may-link.ts';
import type { UnlinkWish } from './UnlinkDialog.tsx';
import type { LinkWish } from './use-link-choice.ts';

export type Wish = { kind: 'link'; of: LinkWish } | { kind: 'unlink'; of: UnlinkWish };
type GoalRef = CascadeLine['goal'];

interface Props {
  line: CascadeLine;
  asOf: string | undefined;
  /** The goal under which it stands. */
  parent: GoalRef | undefined;
  /** Whether what is dragged over it may be dropped. */
  drop: 'yes' | 'no' | undefined;
  /** Absent: the reader changes no goals. */
  onWish: ((wish: Wish) => void) | undefined;
  handle: (line: CascadeLine) => HTMLAttributes<HTMLSpanElement>;
}

function actsOn(line: CascadeLine, parent: GoalRef | undefined, onWish: (wish: Wish) => void): LinkActs {
  const of = { componentId: line.component.id, goalId: line.goal.id };
  const onLink = () => onWish({ kind: 'link', of });
  if (!parent) return { onLink };
  return {
    onLink,
    ofLink: {
      onChange: () => onWish({ kind: 'link', of: { ...of, parentGoalId: parent.id } }),
      onUnlink: () => onWish({ kind: 'unlink', of: { ...of, parent } }),
    },
  };
}

function Item({ line, asOf, parent, drop, onWish, handle }: Props) {
  const { key, goal, component, level, link, isOrphan, isHollow } = line;
  return (
    <li
      className={`${styles.line} ${dragging.line}`}
      data-line={key}
      data-drop={drop}
      style={{ '--level': level } as CSSProperties}
    >
      {onWish && line.above.length > 0 && whyNotChanged(line) === null && <Grip {...handle(line)} />}
      <div className={styles.words}>
        <div>
          <Text span size="sm" fw={level === 1 ? 600 : 400} style={{ overflowWrap: 'anywhere' }}>
            {goal.title}
          </Text>{' '}
          <AnchorLink
            to="/organisation/$componentId"
            params={{ componentId: component.id }}
            search={{ asOf }}
            size="xs"
          >
            {component.name}
          </AnchorLink>
        </div>
        {link && (
          <Text size="xs" c="var(--cw-muted)">
            {linkWords(link)}
          </Text>
        )}
        {isOrphan && (
          <Badge size="sm" variant="outline" color="yellow" tt="none" className={styles.remark}>
            {t('Orphan: serves no goal above')}
          </Badge>
        )}
        {isHollow && (
          <Badge size="sm" variant="outline" color="yellow" tt="none" className={styles.remark}>
            {t('Hollow: no goal below contributes to it')}
          </Badge>
        )}
      </div>
      {onWish && hasLinks(line) && <LinkMenu line={line} acts={actsOn(line, parent, onWish)} />}
    </li>
  );
}

/** With each movement of a drag only the lines under the pointer change. */
export const CascadeItem = memo(Item);
