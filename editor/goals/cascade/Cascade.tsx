// The goals of the whole with those that serve them below, each with how it does; the same as a matrix of components.
import { Badge, Table, Text, Tooltip } from '@mantine/core';
import type { Component, Goal } from '../../../engine/index.ts';
import { AnchorLink } from '../../app/parts/links.tsx';
import { t } from '../../language/index.ts';
import styles from './cascade.module.css';
import { toCascade, toMatrix } from './cascade.ts';
import { linkWords } from './link-words.ts';

interface Props {
  goals: Goal[];
  components: Component[];
}

export function Cascade({ goals, components }: Props) {
  const names = new Map(components.map(({ id, name }) => [id, name]));
  return (
    <ul className={styles.cascade} aria-label={t('Goals by what they serve')}>
      {toCascade(goals, components).map(({ key, goal, level, link, isOrphan, isHollow }) => (
        <li key={key} className={styles.line} style={{ paddingInlineStart: `${(level - 1) * 22 + 14}px` }}>
          <div>
            <Text span size="sm" fw={level === 1 ? 600 : 400} style={{ overflowWrap: 'anywhere' }}>
              {goal.title}
            </Text>{' '}
            <AnchorLink to="/organisation/$componentId" params={{ componentId: goal.componentId }} size="xs">
              {names.get(goal.componentId) ?? goal.componentId}
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
      ))}
    </ul>
  );
}

export function Matrix({ goals, components }: Props) {
  const { rows, columns } = toMatrix(goals, components);
  if (rows.length === 0)
    return (
      <Text c="var(--cw-muted)">{t('No goal serves another yet, so there is nothing to lay out.')}</Text>
    );
  return (
    <>
      <Text size="xs" c="var(--cw-muted)" mb="xs">
        {t('A number is the contribution, 0 to 3; ? is not judged yet; – is aligned only.')}
      </Text>
      <Table.ScrollContainer
        className={styles.matrix}
        minWidth={0}
        type="native"
        tabIndex={0}
        aria-label={t('Goals and components')}
        role="region"
      >
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('Goal')}</Table.Th>
              {columns.map(({ id, name }) => (
                <Table.Th key={id} scope="col" className={styles.column}>
                  {name}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ goal, cells }) => (
              <Table.Tr key={goal.id}>
                <Table.Th scope="row" className={styles.goal}>
                  {goal.title}
                </Table.Th>
                {columns.map(({ id }) => {
                  const link = cells.get(id);
                  return (
                    <Table.Td key={id} className={styles.cell}>
                      {link && (
                        <Tooltip label={linkWords(link)}>
                          <span role="img" aria-label={linkWords(link)}>
                            {link.mode === 'aligned' ? '–' : (link.contribution ?? '?')}
                          </span>
                        </Tooltip>
                      )}
                    </Table.Td>
                  );
                })}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </>
  );
}
