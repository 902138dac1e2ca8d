// One rating looked at: the evidence first, then what was decided before, then the decision.
import { Drawer, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Outcome } from '../../engine/index.ts';
import type { CalibrationLine } from '../app/api/wire.ts';
import { AnchorLink } from '../app/parts/links.tsx';
import { TimeText } from '../app/parts/TimeText.tsx';
import { scoreText } from '../app/words/score.ts';
import { retell, t } from '../language/index.ts';
import { OutcomeBadge } from '../theme/OutcomeBadge.tsx';
import { outcomeStyle } from '../theme/theme.ts';
import classes from './calibration.module.css';
import { DecideForm } from './DecideForm.tsx';
import { GivenOutcome } from './GivenOutcome.tsx';
import type { LineProps } from './line-props.ts';
import { nameOf } from './lines.ts';
import { ruleTitles } from './rule-titles.ts';

const View = ({ words, children }: { words: string; children: ReactNode }) => (
  <div>
    <dt>{words}</dt>
    <dd>{children}</dd>
  </div>
);

function Views({ line }: { line: CalibrationLine }) {
  const { self, scored, score, rated, now, methods, methodsNow } = line;
  const views = [
    { words: t('Self'), outcome: self },
    { words: t('Rated'), outcome: rated },
    { words: t('Methods'), outcome: methods },
    ...(now === rated ? [] : [{ words: t('Now'), outcome: now }]),
    ...(methodsNow === methods ? [] : [{ words: t('Methods now'), outcome: methodsNow }]),
  ];
  return (
    <dl className={classes.views}>
      <View words={t('Figures')}>
        <OutcomeBadge outcome={scored} size="sm" {...(score === null ? {} : { detail: scoreText(score) })} />
      </View>
      {views.map(({ words, outcome }) => (
        <View key={words} words={words}>
          <GivenOutcome outcome={outcome} />
        </View>
      ))}
    </dl>
  );
}

function Evidence({ line }: { line: CalibrationLine }) {
  const { summary, reason, evidence, planId, rater } = line;
  return (
    <section>
      <Title order={3} size="h5">
        {t('The evidence')}
      </Title>
      <Text size="sm" mt={4}>
        {summary === '' ? t('No summary is written yet.') : summary}
      </Text>
      {reason && (
        <Text size="sm" mt={4}>
          {t('Why otherwise than the figures: {reason}', { reason })}
        </Text>
      )}
      <Text size="sm" c="var(--cw-muted)" mt={4}>
        {t(
          '{count, plural, =0 {No observation or feedback} one {# observation or feedback} other {# observations and feedbacks}} in the period',
          {
            count: evidence,
          },
        )}
        {rater && ` · ${t('rated by {name}', { name: rater.name })}`} ·{' '}
        <AnchorLink to="/plans/$planId" params={{ planId }} inherit>
          {t('See the whole plan')}
        </AnchorLink>
      </Text>
    </section>
  );
}

type Change = CalibrationLine['changes'][number];

const wordsOf = (outcome: Outcome | null): string => outcomeStyle[outcome ?? 'not-scored'].words;

export function changeWords({ from, to, methodsFrom, methodsTo }: Change): string {
  const results = t('{before} became {after}', { before: wordsOf(from), after: wordsOf(to) });
  const methods = t('methods: {before} became {after}', {
    before: wordsOf(methodsFrom),
    after: wordsOf(methodsTo),
  });
  const changes = [...(from === to ? [] : [results]), ...(methodsFrom === methodsTo ? [] : [methods])];
  return changes.length === 0 ? t('Kept as it was') : changes.join(', ');
}

function Decided({ line }: { line: CalibrationLine }) {
  if (line.changes.length === 0) return null;
  return (
    <section>
      <Title order={3} size="h5">
        {t('What was decided')}
      </Title>
      <Stack gap={8} mt={4} component="ol" className={classes.decided}>
        {line.changes.map((change) => (
          <li key={change.at}>
            <Text size="sm" fw={600}>
              {changeWords(change)}
            </Text>
            <Text size="sm">{change.reason}</Text>
            <Text size="xs" c="var(--cw-muted)">
              {change.by.name} · <TimeText at={change.at} />
            </Text>
          </li>
        ))}
      </Stack>
    </section>
  );
}

export function LineDrawer(props: LineProps) {
  const { line, findings, onGo } = props;
  return (
    <Drawer
      opened
      position="right"
      size="lg"
      onClose={() => onGo(undefined)}
      title={
        <Group gap="xs">
          <Text fw={650}>{nameOf(line)}</Text>
          <Text size="sm" c="var(--cw-muted)">
            {line.owner ? line.componentName : line.group?.name}
          </Text>
        </Group>
      }
      closeButtonProps={{ 'aria-label': t('Close') }}
    >
      <Stack gap="lg">
        <Views line={line} />
        {findings.length > 0 && (
          <ul className={classes.questions} aria-label={t('What asks for a second look?')}>
            {findings.map(({ rule, message }) => (
              <li key={rule + message}>
                <Text size="sm" fw={600}>
                  {ruleTitles[rule]}
                </Text>
                <Text size="sm">{retell(message)}</Text>
              </li>
            ))}
          </ul>
        )}
        <Evidence line={line} />
        <Decided line={line} />
        <DecideForm {...props} />
      </Stack>
    </Drawer>
  );
}
