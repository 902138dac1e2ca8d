// Plans by stage. Empty columns are folded; a long column draws only the cards in sight.
import { Badge, Text, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState } from 'react';
import { cycleVersionQuery } from '../app/api/cycle-queries.ts';
import type { PlanItem } from '../app/api/wire.ts';
import { Loaded } from '../app/parts/Loaded.tsx';
import { stagesInOrder } from '../app/words/stages-in-order.ts';
import { StageKindIcon } from '../theme/StageKindIcon.tsx';
import { type Column, toColumns } from './board-columns.ts';
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

function BoardColumn({ column }: { column: Column }) {
  const [folded, setFolded] = useState(column.plans.length === 0);
  const many = column.plans.length > manyCards;
  return (
    <section
      className={classes.column}
      data-folded={folded}
      aria-label={`${column.name}: ${column.plans.length}`}
    >
      <UnstyledButton className={classes.head} onClick={() => setFolded(!folded)} aria-expanded={!folded}>
        <StageKindIcon kind={column.kind} size={16} />
        <Text span inherit truncate>
          {column.name}
        </Text>
        <Badge size="sm" variant="light" color="gray">
          {column.plans.length}
        </Badge>
      </UnstyledButton>
      {!folded && many && <ManyCards plans={column.plans} />}
      {!folded && !many && (
        <div className={classes.cards}>
          {column.plans.map((plan) => (
            <PlanCard key={plan.id} plan={plan} />
          ))}
          {column.plans.length === 0 && (
            <Text size="xs" c="var(--cw-muted)" px={4} pb={4}>
              No plan is here.
            </Text>
          )}
        </div>
      )}
    </section>
  );
}

export function Board({ plans, cycleId }: { plans: PlanItem[]; cycleId: string }) {
  const own = plans.filter((plan) => plan.cycleId === cycleId);
  const version = Math.max(1, ...own.map((plan) => plan.version));
  const published = useQuery(cycleVersionQuery(cycleId, version));
  return (
    <Loaded query={published}>
      {({ cycle }) => (
        // A focusable region, so that the board can be moved sideways with the arrow keys.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        <section className={classes.board} aria-label={`Board of ${cycle.name}`} tabIndex={0}>
          {toColumns(own, stagesInOrder(cycle.stages)).map((column) => (
            <BoardColumn key={`${column.id} ${column.plans.length === 0}`} column={column} />
          ))}
        </section>
      )}
    </Loaded>
  );
}
