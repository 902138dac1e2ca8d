// Where the plan is and what its clock shows; back, to the start, and on to what happens next by itself.
import { Button, Group, Menu, Text } from '@mantine/core';
import {
  IconArrowBackUp,
  IconChevronDown,
  IconClock,
  IconHourglass,
  IconPlayerSkipForward,
  IconRestore,
} from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { nextInstant, type ScenarioStep } from '../../../engine/index.ts';
import { t } from '../../language/index.ts';
import { OutcomeBadge } from '../../theme/OutcomeBadge.tsx';
import styles from '../rehearse.module.css';
import { playOf, type Rehearsal } from './rehearsal.ts';
import { dayOf, stageNames } from './say.ts';

interface Props {
  rehearsal: Rehearsal;
  onStep(step: ScenarioStep): void;
  onBack(count: number): void;
}

const spans = [
  { wait: 'P1D', words: t('One day') },
  { wait: 'P1W', words: t('One week') },
  { wait: 'P1M', words: t('One month') },
  { wait: 'P3M', words: t('Three months') },
];

const endedWords = (stages: string, ending: string | null): string =>
  ending ? t('Ended in {stages}: {ending}', { stages, ending }) : t('Ended in {stages}', { stages });

/** What was pressed is gone with the step that it took: the focus goes to where the plan is, and the list to its top. */
function useFocusKept(taken: number) {
  const where = useRef<HTMLParagraphElement>(null);
  const before = useRef(taken);
  useEffect(() => {
    if (before.current === taken) return;
    before.current = taken;
    if (document.activeElement !== document.body) return;
    where.current?.focus({ preventScroll: true });
    where.current?.closest('[role="tabpanel"]')?.scrollTo({ top: 0 });
  }, [taken]);
  return where;
}

export function Now({ rehearsal, onStep, onBack }: Props) {
  const play = playOf(rehearsal);
  const { plan, now, compiled } = play;
  const next = nextInstant(play);
  const taken = rehearsal.log.length;
  const ended = plan.status === 'ended';
  const stages = stageNames(compiled.cycle, plan.stage);
  const where = useFocusKept(taken);
  return (
    <section className={styles.now} aria-label={t('Where the plan is')}>
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <Text size="sm" className={styles.clock}>
          <IconClock size={15} aria-hidden /> <time dateTime={now}>{dayOf(play, now)}</time>
          <span className={styles.muted}>{`· ${t('round {round}', { round: plan.round })}`}</span>
        </Text>
        <OutcomeBadge
          outcome={plan.outcome}
          size="sm"
          {...(plan.score === null ? {} : { detail: String(Math.round(plan.score * 10) / 10) })}
        />
      </Group>
      <Text fw={600} ref={where} tabIndex={-1} className={styles.where}>
        {ended ? endedWords(stages, plan.ending) : stages}
      </Text>
      <Group gap={6}>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconArrowBackUp size={15} />}
          disabled={taken === 0}
          onClick={() => onBack(taken - 1)}
        >
          {t('Step back')}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconRestore size={15} />}
          disabled={taken === 0}
          onClick={() => onBack(0)}
        >
          {t('Reset')}
        </Button>
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <Button
              size="compact-sm"
              variant="default"
              disabled={ended}
              leftSection={<IconHourglass size={15} />}
              rightSection={<IconChevronDown size={14} />}
            >
              {t('Let time pass')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {spans.map(({ wait, words }) => (
              <Menu.Item key={wait} onClick={() => onStep({ wait })}>
                {words}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </Group>
      {next !== null && (
        <Button
          size="compact-sm"
          variant="light"
          leftSection={<IconPlayerSkipForward size={15} />}
          style={{ alignSelf: 'flex-start' }}
          onClick={() => onStep({ wait: next })}
        >
          {t('Next timer: {day}', { day: dayOf(play, next) })}
        </Button>
      )}
    </section>
  );
}
