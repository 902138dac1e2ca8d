// What was judged in a plan, as far as its reader may see it: each version with who and why, the release, the signature
// and what was said against it.
import { Alert, Group, Stack, Text, Title } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { appraisalQuery } from '../app/api/rating-queries.ts';
import type { Appraisal } from '../app/api/wire.ts';
import { TimeText } from '../app/parts/TimeText.tsx';
import { t, tx } from '../language/index.ts';
import { OutcomeBadge } from '../theme/OutcomeBadge.tsx';
import { ReleaseHere } from './ReleaseHere.tsx';
import { acknowledgementWords, decidingWords, disputeWords, isEmpty, ratingTitle } from './rating-words.ts';
import classes from './ratings.module.css';

type Rating = Appraisal['ratings'][number];

function Axes({ results, methods }: Pick<Rating, 'results' | 'methods'>) {
  return (
    <Group gap="lg">
      <Text size="sm" component="div">
        {t('Results')} <OutcomeBadge outcome={results} size="sm" />
      </Text>
      <Text size="sm" component="div">
        {t('Methods')} <OutcomeBadge outcome={methods} size="sm" />
      </Text>
    </Group>
  );
}

const Version = ({ rating }: { rating: Rating }) => (
  <li className={classes.version}>
    <Text size="sm" fw={600}>
      {ratingTitle(rating)}
    </Text>
    <Axes {...rating} />
    {rating.words !== '' && <Text size="sm">{rating.words}</Text>}
    {rating.reason && (
      <Text size="sm">
        {rating.kind === 'appraisal'
          ? t('Why otherwise than the figures: {reason}', { reason: rating.reason })
          : rating.reason}
      </Text>
    )}
    <Text size="xs" c="var(--cw-muted)">
      {t('Version {version}', { version: rating.version })} · <TimeText at={rating.at} />
    </Text>
  </li>
);

function Self({ self }: Pick<Appraisal, 'self'>) {
  if (!self) return null;
  return (
    <div className={classes.version}>
      <Text size="sm" fw={600}>
        {t('How they see it themselves')}
      </Text>
      <Axes {...self} />
      {self.goals.map(({ goalId, title, text, factors }) => (
        <div key={goalId}>
          <Text size="sm" fw={500}>
            {title}
          </Text>
          <Text size="sm">{text}</Text>
          {factors !== '' && (
            <Text size="sm">
              {t('What helped or hindered')}: {factors}
            </Text>
          )}
        </div>
      ))}
      {self.evidence !== '' && <Text size="sm">{self.evidence}</Text>}
    </div>
  );
}

function Answers({ appraisal }: { appraisal: Appraisal }) {
  const { acknowledgements, disputes, deciding } = appraisal;
  return (
    <Stack gap={6} component="ul" className={classes.list}>
      {acknowledgements.map((one) => (
        <li key={`${one.title} ${one.state} ${one.at}`}>
          <Text size="sm">{acknowledgementWords(one)}</Text>
          {one.comment && (
            <Text size="sm" className={classes.quote}>
              {one.comment}
            </Text>
          )}
        </li>
      ))}
      {disputes.map((one) => (
        <li key={`${one.state} ${one.until}`}>
          <Text size="sm">{disputeWords(one)}</Text>
          {one.grounds && (
            <Text size="sm" className={classes.quote}>
              {one.grounds}
            </Text>
          )}
        </li>
      ))}
      {deciding && (
        <li>
          <Text size="sm">{decidingWords(deciding)}</Text>
        </li>
      )}
    </Stack>
  );
}

function Release({ appraisal }: { appraisal: Appraisal }) {
  const { hidden, held, released } = appraisal;
  if (hidden)
    return (
      <Alert color="gray" icon={<IconEyeOff aria-hidden />} title={t('Not released yet')}>
        {t('Your rating is being looked at. You can read it here, with its reasons, once it is released.')}
      </Alert>
    );
  if (held)
    return (
      <Stack gap="xs" className={classes.noPrint}>
        <Text size="sm" fw={600}>
          {t('Not released: whom it is about does not see it yet.')}
        </Text>
        <ReleaseHere appraisal={appraisal} />
      </Stack>
    );
  if (!released) return null;
  return (
    <Text size="sm" c="var(--cw-muted)">
      {tx('Released by {person} on {time}.', {
        person: released.by.name,
        time: <TimeText key="time" at={released.at} />,
      })}
    </Text>
  );
}

/** Nothing where nobody is rated. */
export function AppraisalPanel({ planId }: { planId: string }) {
  const appraisal = useQuery(appraisalQuery(planId)).data;
  if (!appraisal || isEmpty(appraisal)) return null;
  return (
    <section className={classes.panel} aria-label={t('Appraisal')}>
      <Title order={3} mb="xs">
        {t('Appraisal')}
      </Title>
      <Stack gap="sm">
        <Release appraisal={appraisal} />
        {appraisal.ratings.length > 0 && (
          <ol className={classes.list}>
            {appraisal.ratings.map((rating) => (
              <Version key={rating.at + rating.kind} rating={rating} />
            ))}
          </ol>
        )}
        <Self self={appraisal.self} />
        <Answers appraisal={appraisal} />
      </Stack>
    </section>
  );
}
