// Goals that others serve against the components whose goals do. Of many components some have a column at a time, in the
// order of the tree: a wider table could not be read. An empty cell offers to link a goal of its component.
import { Button, Group, Table, Text, UnstyledButton } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconLink } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ComponentSelect } from '../../app/parts/ComponentSelect.tsx';
import { Loaded } from '../../app/parts/Loaded.tsx';
import { ButtonLink } from '../../app/parts/links.tsx';
import { More } from '../../app/parts/More.tsx';
import { t } from '../../language/index.ts';
import { EmptyState } from '../../theme/EmptyState.tsx';
import { Hint } from '../../theme/Hint.tsx';
import { matrixQuery } from '../goal-queries.ts';
import styles from './cascade.module.css';
import { LinkDialog } from './LinkDialog.tsx';
import { linkWords } from './link-words.ts';
import { type MatrixPage, mayLinkIn, mostColumns, toTable } from './matrix-table.ts';
import type { LinkWish } from './use-link-choice.ts';

interface PagerProps {
  start: number;
  end: number;
  count: number;
  onFrom: (place: number) => void;
}

function ColumnPager({ start, end, count, onFrom }: PagerProps) {
  if (count <= mostColumns) return null;
  return (
    <Group gap="xs" mb="xs" role="group" aria-label={t('Components that have a column')}>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconChevronLeft size={14} aria-hidden />}
        // Still there for the focus when the first ones are reached.
        data-disabled={start === 0 || undefined}
        aria-disabled={start === 0}
        onClick={() => onFrom(start - mostColumns)}
      >
        {t('Components before')}
      </Button>
      <Text size="sm" aria-live="polite">
        {t('Components {first} to {last} of {count}', { first: start + 1, last: end, count })}
      </Text>
      <Button
        size="compact-sm"
        variant="default"
        rightSection={<IconChevronRight size={14} aria-hidden />}
        data-disabled={end === count || undefined}
        aria-disabled={end === count}
        onClick={() => onFrom(Math.min(start + mostColumns, count))}
      >
        {t('Components after')}
      </Button>
    </Group>
  );
}

type Link = MatrixPage['items'][number]['cells'][number]['link'];

interface CellProps {
  link: Link | undefined;
  /** Absent: nothing can be linked here. */
  empty: { label: string; onLink: () => void } | undefined;
}

function Cell({ link, empty }: CellProps) {
  return (
    <Table.Td className={styles.cell}>
      {link && (
        <Hint label={linkWords(link)}>
          <span role="img" aria-label={linkWords(link)}>
            {link.mode === 'aligned' ? '–' : (link.contribution ?? '?')}
          </span>
        </Hint>
      )}
      {!link && empty && (
        // A thousand stops of the Tab key would help nobody: the keyboard links by the menus of the cascade.
        <UnstyledButton
          className={styles.empty}
          tabIndex={-1}
          aria-label={empty.label}
          onClick={empty.onLink}
        >
          <IconLink size={14} aria-hidden />
        </UnstyledButton>
      )}
    </Table.Td>
  );
}

function Grid({ pages }: { pages: readonly MatrixPage[] }) {
  const [from, setFrom] = useState(0);
  const [wish, setWish] = useState<LinkWish | null>(null);
  const { rows, columns, ...shown } = toTable(pages, from);
  const emptyOf = (row: (typeof rows)[number], column: (typeof columns)[number]): CellProps['empty'] =>
    mayLinkIn(row, column)
      ? {
          label: t('Link a goal of {component} to {goal}', { component: column.name, goal: row.goal.title }),
          onLink: () => setWish({ componentId: column.id, parentGoalId: row.goal.id }),
        }
      : undefined;
  return (
    <>
      <Text size="xs" c="var(--cw-muted)" mb="xs">
        {t('A number is the contribution, 0 to 3; ? is not judged yet; – is aligned only.')}
        {rows.some((row) => columns.some((column) => mayLinkIn(row, column))) &&
          ` ${t('An empty cell links a goal of its component.')}`}
      </Text>
      <ColumnPager {...shown} onFrom={setFrom} />
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
              <Table.Th scope="col" className={styles.goal}>
                {t('Goal')}
              </Table.Th>
              {columns.map(({ id, name }) => (
                <Table.Th key={id} scope="col" className={styles.column}>
                  {name}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={row.goal.id}>
                <Table.Th scope="row" className={styles.goal}>
                  {row.goal.title}
                </Table.Th>
                {columns.map((column) => (
                  <Cell key={column.id} link={row.linkOf.get(column.id)} empty={emptyOf(row, column)} />
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {wish && <LinkDialog wish={wish} onClose={() => setWish(null)} />}
    </>
  );
}

interface Props {
  /** Only what serves from this component or one below it. */
  under: string | undefined;
  onUnder: (id: string | undefined) => void;
  asOf: string | undefined;
}
const parts = { parents: true };

function Nothing({ under, asOf }: { under: string | undefined; asOf: string | undefined }) {
  if (asOf) return <EmptyState title={t('No goal served another on that day')} icon={IconLink} />;
  if (under !== undefined)
    return <EmptyState title={t('No goal of this part serves another yet')} icon={IconLink} />;
  return (
    <EmptyState
      title={t('No goal serves another yet')}
      icon={IconLink}
      action={
        <ButtonLink to="/goals" search={{ view: 'cascade' }}>
          {t('Go to the cascade')}
        </ButtonLink>
      }
    >
      {t('In the cascade a goal is linked to the one that it serves; then it stands here.')}
    </EmptyState>
  );
}

export function Matrix({ under, onUnder, asOf }: Props) {
  const query = useInfiniteQuery(matrixQuery(under, asOf));
  return (
    <>
      <ComponentSelect
        label={t('Part of the organisation')}
        placeholder={t('The whole organisation')}
        w={320}
        maw="100%"
        mb="sm"
        clearable
        among={parts}
        value={under ?? null}
        onChange={(id) => onUnder(id ?? undefined)}
      />
      <Loaded query={query} lines={8}>
        {({ pages }) =>
          pages[0]?.count === 0 ? (
            <Nothing under={under} asOf={asOf} />
          ) : (
            <>
              <Grid key={under} pages={pages} />
              <More query={query} />
            </>
          )
        }
      </Loaded>
    </>
  );
}
