// Plans by stage. Stages without plans are named below on demand; a long column draws only the cards in sight.
import { Badge, Button, Group, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState } from 'react';
import { cycleVersionQuery } from '../app/api/cycle-queries.ts';
import { type UrgentFilter, urgentPlansQuery } from '../app/api/plan-queries.ts';
import type { PlanItem, PlansTogether } from '../app/api/wire.ts';
import { Loaded } from '../app/parts/Loaded.tsx';

import { stagesInOrder } from '../app/words/stages-in-order.ts';
import { numberText, t } from '../language/index.ts';
import { StageKindIcon } from '../theme/StageKindIcon.tsx';
import { stageKindStyle } from '../theme/theme.ts';
import { walkByArrows } from './arrow-walk.ts';
import { type Column, type EmptyStages, toBoard } from './board-columns.ts';
import { PlanCard } from './PlanCard.tsx';
import classes from './plans.module.css';

const manyCards = 50;
const cardHeight = 92;

function ManyCards({ plans }: { plans: PlanItem[] }) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: plans.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => cardHeight,
    overscan: 6,
  });
  return (
    <div ref={scroller} className={classes.cards}>
      <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const plan = plans[index];
          return (
            <div
              key={key}
              data-index={index}
              ref={virtual.measureElement}
              style={{ position: 'absolute', insetInline: 0, transform: `translateY(${start}px)` }}
            >
              {plan && <PlanCard plan={plan} />}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** The rest of a column is read when somebody asks for it: what is most urgent is there from the beginning. */
function useRest({ id, plans, total }: Column, filter: UrgentFilter) {
  const [asked, setAsked] = useState(false);
  const own = useInfiniteQuery({ ...urgentPlansQuery({ ...filter, stage: id }), enabled: asked });
  const read = own.data?.pages.flatMap(({ items }) => items) ?? [];
  const shown = read.length > plans.length ? read : plans;
  return {
    shown,
    left: total - shown.length,
    loading: own.isFetching,
    more: () => (asked ? void own.fetchNextPage() : setAsked(true)),
  };
}

function BoardColumn({ column, filter }: { column: Column; filter: UrgentFilter }) {
  const [folded, setFolded] = useState(false);
  const { shown, left, loading, more } = useRest(column, filter);
  return (
    <section
      className={classes.column}
      data-walk-column
      data-folded={folded}
      aria-label={`${column.name}: ${column.total}`}
    >
      <UnstyledButton className={classes.head} onClick={() => setFolded(!folded)} aria-expanded={!folded}>
        <StageKindIcon kind={column.kind} size={16} />
        <Text span inherit truncate>
          {column.name}
        </Text>
        <Badge size="sm" variant="light" color="gray">
          {numberText(column.total)}
        </Badge>
      </UnstyledButton>
      {!folded && shown.length > manyCards && <ManyCards plans={shown} />}
      {!folded && shown.length <= manyCards && (
        <div className={classes.cards}>
          {shown.map((plan) => (
            <PlanCard key={plan.id} plan={plan} />
          ))}
        </div>
      )}
      {!folded && left > 0 && (
        <Button size="compact-sm" variant="subtle" m={8} loading={loading} onClick={more}>
          {t('{count} more that are less urgent', { count: left })}
        </Button>
      )}
    </section>
  );
}

/** Where no plan is now, by the kind of the stage: one line until somebody wants to know. */
function EmptyStagesList({ groups }: { groups: EmptyStages[] }) {
  const [opened, { toggle }] = useDisclosure(false);
  const count = groups.reduce((sum, { names }) => sum + names.length, 0);
  if (count === 0) return null;
  const Chevron = opened ? IconChevronDown : IconChevronRight;
  return (
    <section aria-label={t('Stages without a plan')}>
      <UnstyledButton className={classes.emptyHead} onClick={toggle} aria-expanded={opened}>
        <Chevron size={16} aria-hidden />
        {t('{count, plural, one {# stage} other {# stages}} without a plan', { count })}
      </UnstyledButton>
      {opened && (
        <div className={classes.emptyGroups}>
          {groups.map(({ kind, names }) => (
            <div key={kind ?? 'other'}>
              <Group gap={6} mb={4}>
                <StageKindIcon kind={kind} size={16} />
                <Text size="sm" fw={600}>
                  {stageKindStyle[kind ?? 'other'].words}
                </Text>
              </Group>
              <ul className={classes.emptyNames}>
                {names.map((name, index) => (
                  // Stages of one kind may share a name; they never change their order.
                  // biome-ignore lint/suspicious/noArrayIndexKey: see above
                  <li key={`${name} ${index}`}>{name}</li>
                ))}
              </ul>
            </div>
          ))}
        </div>
      )}
    </section>
  );
}

interface Props {
  plans: PlanItem[];
  groups: PlansTogether[];
  cycleId: string;
  /** What all of them fit. */
  filter: UrgentFilter;
}

export function Board({ plans, groups, cycleId, filter }: Props) {
  const own = plans.filter((plan) => plan.cycleId === cycleId);
  const together = groups.filter((group) => group.cycleId === cycleId);
  const version = Math.max(1, ...own.map((plan) => plan.version));
  const published = useQuery(cycleVersionQuery(cycleId, version));
  return (
    <Loaded query={published}>
      {({ cycle }) => {
        const label = t('Board of {cycle}', { cycle: cycle.name });
        const { columns, empty } = toBoard(own, stagesInOrder(cycle.stages), together);
        return (
          <>
            {/* A focusable region, so that the board can be moved sideways with the arrow keys. */}
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
            <section className={classes.board} aria-label={label} tabIndex={0} onKeyDown={walkByArrows}>
              {columns.map((column) => (
                <BoardColumn key={column.id} column={column} filter={{ ...filter, cycleId }} />
              ))}
            </section>
            <EmptyStagesList groups={empty} />
          </>
        );
      }}
    </Loaded>
  );
}
