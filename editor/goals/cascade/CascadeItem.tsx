// One line of the cascade: the goal, whose it is, and how it serves the one above.
import { Badge, Text } from '@mantine/core';
import type { CSSProperties, HTMLAttributes } from 'react';
import { Grip } from '../../app/parts/drag/DragParts.tsx';
import dragging from '../../app/parts/drag/drag.module.css';
import { AnchorLink } from '../../app/parts/links.tsx';
import { t } from '../../language/index.ts';
import styles from './cascade.module.css';
import { type LinkActs, LinkMenu } from './LinkMenu.tsx';
import { linkWords } from './link-words.ts';
import type { CascadeLine } from './may-link.ts';

interface Props {
  line: CascadeLine;
  asOf: string | undefined;
  /** Whether what is dragged over it may be dropped. */
  drop: 'yes' | 'no' | undefined;
  acts: LinkActs | undefined;
  handle: HTMLAttributes<HTMLSpanElement> | undefined;
}

export function CascadeItem({ line, asOf, drop, acts, handle }: Props) {
  const { key, goal, component, level, link, isOrphan, isHollow } = line;
  return (
    <li
      className={`${styles.line} ${dragging.line}`}
      data-line={key}
      data-drop={drop}
      style={{ '--level': level } as CSSProperties}
    >
      {handle && <Grip {...handle} />}
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
      {acts && <LinkMenu line={line} acts={acts} />}
    </li>
  );
}
