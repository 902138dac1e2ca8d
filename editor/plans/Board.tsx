// Plans by stage. Stages without plans are named below on demand; a long column draws only the cards in sight.
import { Badge, Group, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState } from 'react';
import { cycleVersionQuery } from '../app/api/cycle-queries.ts';
import type { PlanItem } from '../app/api/wire.ts';
import { Loaded } from '../app/parts/Loaded.tsx';

import { stagesInOrder } from '../app/words/stages-in-order.ts';
import { t } from '../language/index.ts';
import { StageKindIcon } from '../theme/StageKindIcon.tsx';
import { stageKindStyle } from '../theme/theme.ts';
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

function BoardColumn({ column }: { column: Column }) {
  const [folded, setFolded] = useState(false);
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
        </div>
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

export function Board({ plans, cycleId }: { plans: PlanItem[]; cycleId: string }) {
  const own = plans.filter((plan) => plan.cycleId === cycleId);
  const version = Math.max(1, ...own.map((plan) => plan.version));
  const published = useQuery(cycleVersionQuery(cycleId, version));
  return (
    <Loaded query={published}>
      {({ cycle }) => {
        const label = t('Board of {cycle}', { cycle: cycle.name });
        const { columns, empty } = toBoard(own, stagesInOrder(cycle.stages));
        return (
          <>
            {/* A focusable region, so that the board can be moved sideways with the arrow keys. */}
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
            <section className={classes.board} aria-label={label} tabIndex={0}>
              {columns.map((column) => (
                <BoardColumn key={column.id} column={column} />
              ))}
            </section>
            <EmptyStagesList groups={empty} />
          </>
        );
      }}
    </Loaded>
  );
}
