// Goals that others serve against the components whose goals do. Of many components only the first have a column: a
// wider table could not be read.
import { Table, Text, Tooltip } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Loaded } from '../../app/parts/Loaded.tsx';
import { More } from '../../app/parts/More.tsx';
import { t } from '../../language/index.ts';
import { matrixQuery } from '../goal-queries.ts';
import styles from './cascade.module.css';
import { linkWords } from './link-words.ts';
import { type MatrixPage, toTable } from './matrix-table.ts';

function Grid({ pages }: { pages: readonly MatrixPage[] }) {
  const { rows, columns, left } = toTable(pages);
  return (
    <>
      <Text size="xs" c="var(--cw-muted)" mb="xs">
        {t('A number is the contribution, 0 to 3; ? is not judged yet; – is aligned only.')}{' '}
        {left > 0 &&
          t(
            '{shown} components have a column; {left, plural, one {# more has} other {# more have}} none here: the cascade has all of them.',
            { shown: columns.length, left },
          )}
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
            {rows.map(({ goal, linkOf }) => (
              <Table.Tr key={goal.id}>
                <Table.Th scope="row" className={styles.goal}>
                  {goal.title}
                </Table.Th>
                {columns.map(({ id }) => {
                  const link = linkOf.get(id);
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

export function Matrix() {
  const query = useInfiniteQuery(matrixQuery);
  return (
    <Loaded query={query} lines={8}>
      {({ pages }) =>
        pages[0]?.count === 0 ? (
          <Text c="var(--cw-muted)">{t('No goal serves another yet, so there is nothing to lay out.')}</Text>
        ) : (
          <>
            <Grid pages={pages} />
            <More query={query} />
          </>
        )
      }
    </Loaded>
  );
}
