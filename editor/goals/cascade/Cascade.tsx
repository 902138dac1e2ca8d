// The goals of the whole with those that serve them below, line by line as they are read.
import { Badge, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { GoalCascade } from '../../app/api/wire.ts';
import { Loaded } from '../../app/parts/Loaded.tsx';
import { AnchorLink } from '../../app/parts/links.tsx';
import { More } from '../../app/parts/More.tsx';
import { t } from '../../language/index.ts';
import { cascadeQuery } from '../goal-queries.ts';
import { NoGoals } from '../NoGoals.tsx';
import styles from './cascade.module.css';
import { linkWords } from './link-words.ts';

function Line({ line, asOf }: { line: GoalCascade['items'][number]; asOf: string | undefined }) {
  const { goal, component, level, link, isOrphan, isHollow } = line;
  return (
    <li className={styles.line} style={{ paddingInlineStart: `${(level - 1) * 22 + 14}px` }}>
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
    </li>
  );
}

export function Cascade({ asOf }: { asOf: string | undefined }) {
  const query = useInfiniteQuery(cascadeQuery(asOf));
  return (
    <Loaded query={query} lines={8}>
      {({ pages }) =>
        pages[0]?.count === 0 ? (
          <NoGoals asOf={asOf} />
        ) : (
          <>
            <ul className={styles.cascade} aria-label={t('Goals by what they serve')}>
              {pages
                .flatMap(({ items }) => items)
                .map((line) => (
                  <Line key={line.key} line={line} asOf={asOf} />
                ))}
            </ul>
            <More query={query} />
          </>
        )
      }
    </Loaded>
  );
}
