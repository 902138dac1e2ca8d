// What can happen to the plan now: each task, event and timer with its button, and what would follow.
import { Button, Group, Text } from '@mantine/core';
import { IconBolt, IconCheckbox, IconClock, IconRepeat } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { Cycle, Play, ScenarioStep } from '../../../engine/index.ts';
import { eventWords, spanWords } from '../../document/words.ts';
import { t } from '../../language/index.ts';
import styles from '../rehearse.module.css';
import { CompleteForm } from './CompleteForm.tsx';
import { Leads } from './Leads.tsx';
import { SendEvent } from './SendEvent.tsx';
import { dayOf } from './say.ts';
import { type Way, waysOf } from './ways.ts';

interface Props {
  play: Play;
  onStep(step: ScenarioStep): void;
}

interface CardProps {
  icon: ReactNode;
  title: string;
  about: string;
  button?: ReactNode;
  children?: ReactNode;
}

function Card({ icon, title, about, button, children }: CardProps) {
  return (
    <li className={styles.way}>
      <Group gap={8} wrap="nowrap" align="flex-start">
        <span className={styles.wayIcon}>{icon}</span>
        <div className={styles.wayText}>
          <Text size="sm" fw={600}>
            {title}
          </Text>
          {about && (
            <Text size="xs" c="var(--cw-muted)">
              {about}
            </Text>
          )}
        </div>
        {button}
      </Group>
      {children}
    </li>
  );
}

function TaskWay({ play, way, onStep }: Props & { way: Extract<Way, { kind: 'task' }> }) {
  const [opened, setOpened] = useState(false);
  const { cycle } = play.compiled;
  const due = way.dueAt === null ? t('no date') : t('due {day}', { day: dayOf(play, way.dueAt) });
  return (
    <Card
      icon={<IconCheckbox size={17} aria-hidden />}
      title={way.task.title}
      about={`${way.assignee} · ${due}`}
      button={
        <Button
          size="compact-sm"
          variant={opened ? 'subtle' : 'light'}
          aria-expanded={opened}
          aria-label={
            opened
              ? t('Not yet: {title}', { title: way.task.title })
              : t('Complete {title}', { title: way.task.title })
          }
          onClick={() => setOpened(!opened)}
        >
          {opened ? t('Not yet') : t('Complete…')}
        </Button>
      }
    >
      {opened ? (
        <CompleteForm play={play} taskKey={way.key} task={way.task} onStep={onStep} />
      ) : (
        <Leads cycle={cycle} leads={way.leads} waitsFor="answer" />
      )}
    </Card>
  );
}

function TimerWay({ play, way, onStep }: Props & { way: Extract<Way, { kind: 'timer' }> }) {
  const span = way.delay === null ? null : spanWords(way.delay);
  return (
    <Card
      icon={<IconClock size={17} aria-hidden />}
      title={t('On {day}', { day: dayOf(play, way.dueAt) })}
      about={
        span === null ? t('An event raised earlier arrives') : t('{span} after the stage began', { span })
      }
      button={
        <Button
          size="compact-sm"
          variant="light"
          aria-label={t('Go there: {day}', { day: dayOf(play, way.dueAt) })}
          onClick={() => onStep({ wait: way.dueAt })}
        >
          {t('Go there')}
        </Button>
      }
    >
      <Leads cycle={play.compiled.cycle} leads={way.leads} waitsFor="event" />
    </Card>
  );
}

function ItselfWay({ cycle, way }: { cycle: Cycle; way: Extract<Way, { kind: 'itself' }> }) {
  return (
    <Card
      icon={<IconRepeat size={17} aria-hidden />}
      title={way.when === 'always' ? t('At once, when it holds') : t('When everything inside is done')}
      about=""
    >
      <Leads cycle={cycle} leads={way.leads} waitsFor="event" />
    </Card>
  );
}

function OneWay({ way, ...props }: Props & { way: Way }) {
  switch (way.kind) {
    case 'task':
      return <TaskWay {...props} way={way} />;
    case 'timer':
      return <TimerWay {...props} way={way} />;
    case 'itself':
      return <ItselfWay cycle={props.play.compiled.cycle} way={way} />;
    case 'event':
      return (
        <Card icon={<IconBolt size={17} aria-hidden />} title={eventWords(way.event)} about={way.event}>
          <SendEvent {...props} event={way.event} />
          <Leads cycle={props.play.compiled.cycle} leads={way.leads} waitsFor="event" />
        </Card>
      );
  }
}

function idOf(way: Way): string {
  switch (way.kind) {
    case 'task':
      return `task ${way.key}`;
    case 'timer':
      return `timer ${way.timerId}`;
    case 'event':
      return `event ${way.event}`;
    case 'itself':
      return way.when;
  }
}

export function Ways(props: Props) {
  const { plan, moves } = props.play;
  if (plan.status === 'ended')
    return (
      <Text size="sm" c="dimmed" p="md">
        {t('The plan has ended; nothing can happen to it any more. Step back, or reset it.')}
      </Text>
    );
  const ways = waysOf(props.play);
  return (
    <ul className={styles.ways} aria-label={t('What can happen now')}>
      {ways.map((way) => (
        <OneWay key={`${moves.length} ${idOf(way)}`} way={way} {...props} />
      ))}
    </ul>
  );
}
