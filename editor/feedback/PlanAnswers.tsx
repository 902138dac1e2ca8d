// What raters answered, on the plan's page and beside a task: together, mixed where a group is too small, or not at all.
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { outcomes } from '../../engine/index.ts';
import { planAnswersQuery, useOpenAnswers } from '../app/api/feedback-queries.ts';
import type { PlanAnswers as Answers } from '../app/api/wire.ts';
import { Failure } from '../app/parts/Failure.tsx';
import { TimeText } from '../app/parts/TimeText.tsx';
import { leftWords, raterGroupWords, stateWords } from '../inbox/raters/change-words.ts';
import { t } from '../language/index.ts';
import { OutcomeBadge } from '../theme/OutcomeBadge.tsx';
import classes from './feedback.module.css';

type Round = Answers['rounds'][number];

/** How many said what; what somebody says of themselves is never among them. */
const Levels = ({ levels }: { levels: NonNullable<Round['shown'][number]['levels']> }) => (
  <Group gap="md" my={6} aria-label={t('The way of working')}>
    {outcomes.toReversed().map((outcome) => (
      <Text key={outcome} size="sm" component="div">
        <OutcomeBadge outcome={outcome} size="sm" /> {levels[outcome]}
      </Text>
    ))}
  </Group>
);

/** No words of any: they went when their days were over. */
function toldBy(of: Round['shown'][number]['groups'], count: number): string {
  const groups = of.map((group) => raterGroupWords[group]).join(', ');
  return count === 0
    ? t('{groups}: what they said is not kept any more', { groups })
    : t('{groups}, {count} answers in no order', { groups, count });
}

function Texts({ round }: { round: Round }) {
  return (
    <Stack gap="sm">
      {round.named.map(({ author, group, text, level }) => (
        <div key={`${group} ${author.id}`} className={classes.reply}>
          <Text size="xs" c="var(--cw-muted)">
            {t('{person}, {group}', { person: author.name, group: raterGroupWords[group] })}
          </Text>
          {level && <OutcomeBadge outcome={level} size="sm" />}
          <Text size="sm" className={classes.words}>
            {text}
          </Text>
        </div>
      ))}
      {round.shown.map(({ groups, texts, levels }) => (
        <div key={groups.join(' ')} className={classes.reply}>
          <Text size="xs" c="var(--cw-muted)" className={classes.readers}>
            <IconEyeOff size={14} aria-hidden />
            {toldBy(groups, texts.length)}
          </Text>
          {levels && <Levels levels={levels} />}
          <ul className={classes.apart}>
            {texts.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </div>
      ))}
      {round.held && (
        <Text size="sm" c="var(--cw-muted)">
          {t('Some answers are too few to be shown without telling whose they are.')}
        </Text>
      )}
    </Stack>
  );
}

/** Who is not asked after all, for those who may know it. */
function Changes({ changes }: Pick<Answers, 'changes'>) {
  if (changes.length === 0) return null;
  return (
    <Stack component="ul" gap="xs" mb="sm" p={0} aria-label={t('Raters who are not asked after all')}>
      {changes.map((change) => (
        <li
          key={`${change.left.person.id} ${change.left.at}`}
          className={classes.reply}
          style={{ listStyle: 'none' }}
        >
          <Text size="sm" fw={600}>
            {leftWords(change.group, change.left)}
          </Text>
          {change.left.reason && (
            <Text size="sm" className={classes.words}>
              {t('“{text}”', { text: change.left.reason })}
            </Text>
          )}
          <Text size="sm" c="var(--cw-muted)">
            {stateWords(change)} {change.state === 'nobody' && change.note}
          </Text>
        </li>
      ))}
    </Stack>
  );
}

/** Why some are not shown; null where all are. */
function waitingWords({ collecting, unreleased, readFirstBy }: Answers): string | null {
  if (collecting) return t('They are being collected, and shown once nobody is asked any more.');
  if (unreleased) return t('They are looked through, and shown here once they are released.');
  return (
    readFirstBy &&
    t('{person} reads them first. After that they are shown here.', { person: readFirstBy.name })
  );
}

function Rounds({ answers }: { answers: Answers }) {
  const waiting = waitingWords(answers);
  const isOneOfMany = waiting !== null || answers.rounds.length > 1;
  return (
    <>
      {waiting && (
        <Text size="sm" c="var(--cw-muted)">
          {waiting}
        </Text>
      )}
      {answers.rounds
        .toSorted((a, b) => b.round - a.round)
        .map((round) => (
          <section key={round.round} aria-label={t('Round {round}', { round: round.round })}>
            {isOneOfMany && (
              <Text size="sm" fw={600} mt="sm" mb={4}>
                {t('Round {round}', { round: round.round })}
                {round.endedAt && (
                  <Text span size="sm" c="var(--cw-muted)">
                    {' '}
                    <TimeText at={round.endedAt} />
                  </Text>
                )}
              </Text>
            )}
            <Texts round={round} />
          </section>
        ))}
    </>
  );
}

/** Said before they are opened: it lets others read them. */
function ToOpen({ planId }: { planId: string }) {
  const open = useOpenAnswers(planId);
  return (
    <Stack gap="xs" align="flex-start" mb="sm">
      <Text size="sm">
        {t(
          'There are answers for you to read first. Once you have opened them, those who see this plan read them too, such as your manager. If you do not, they read them once the plan has gone on, or after 14 days.',
        )}
      </Text>
      {open.isError && <Failure error={open.error} />}
      <Button size="xs" variant="default" loading={open.isPending} onClick={() => open.mutate()}>
        {t('Read the answers')}
      </Button>
    </Stack>
  );
}

export function PlanAnswers({ planId, className }: { planId: string; className?: string | undefined }) {
  const answers = useQuery(planAnswersQuery(planId)).data;
  if (!answers) return null;
  const { changes, rounds, unopened } = answers;
  if (waitingWords(answers) === null && rounds.length + changes.length + unopened === 0) return null;
  return (
    <section className={className} aria-label={t('Answers of raters')}>
      <Title order={4} mt="md" mb={6}>
        {t('Answers of raters')}
      </Title>
      <Changes changes={changes} />
      {unopened > 0 && <ToOpen planId={planId} />}
      <Rounds answers={answers} />
    </section>
  );
}
