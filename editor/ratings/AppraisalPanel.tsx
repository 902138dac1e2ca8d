// What was judged in a plan, as far as its reader may see it: each version with who and why, the release, the signature
// and what was said against it.
import { Alert, Stack, Text, Title } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { appraisalQuery } from '../app/api/rating-queries.ts';
import type { Appraisal } from '../app/api/wire.ts';
import { TimeText } from '../app/parts/TimeText.tsx';
import { t, tx } from '../language/index.ts';
import { Axes } from './Axes.tsx';
import { EvidenceItems } from './EvidenceItems.tsx';
import { ReleaseHere } from './ReleaseHere.tsx';
import {
  acknowledgementWords,
  decidingWords,
  disputeWords,
  isEmpty,
  ratingTitle,
  voiceTitle,
} from './rating-words.ts';
import classes from './ratings.module.css';
import { SelfPart } from './SelfPart.tsx';

type Rating = Appraisal['ratings'][number];

const Version = ({ rating, planId }: { rating: Rating; planId: string }) => (
  <li className={classes.version}>
    <Text size="sm" fw={600}>
      {ratingTitle(rating)}
    </Text>
    <Axes {...rating} />
    {rating.goals.map(({ goalId, title, evidence, evidenceItems, ...axes }) => (
      <div key={goalId} className={classes.goal}>
        <Text size="sm" fw={500}>
          {title}
        </Text>
        <Axes {...axes} />
        <Text size="sm">{evidence}</Text>
        <EvidenceItems items={evidenceItems} planId={planId} />
      </div>
    ))}
    {rating.words !== '' && <Text size="sm">{rating.words}</Text>}
    {rating.reason && (
      <Text size="sm">
        {rating.kind === 'appraisal'
          ? t('Why otherwise than the figures: {reason}', { reason: rating.reason })
          : rating.reason}
      </Text>
    )}
    {rating.voices.map((voice) => (
      <div key={voice.by.id} className={classes.goal}>
        <Text size="sm" fw={500}>
          {voiceTitle(voice)}
        </Text>
        <Text size="sm">{voice.reason}</Text>
      </div>
    ))}
    <EvidenceItems items={rating.evidenceItems} planId={planId} />
    <Text size="xs" c="var(--cw-muted)">
      {t('Version {version}', { version: rating.version })} · <TimeText at={rating.at} />
    </Text>
  </li>
);

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

const OfPredecessor = () => (
  <Text size="sm" c="var(--cw-muted)">
    {t('Somebody else answered for this before you. What was said of them is theirs, and is not shown here.')}
  </Text>
);

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
        {appraisal.ofPredecessor && <OfPredecessor />}
        <Release appraisal={appraisal} />
        {appraisal.ratings.length > 0 && (
          <ol className={classes.list}>
            {appraisal.ratings.map((rating) => (
              <Version key={rating.at + rating.kind} rating={rating} planId={planId} />
            ))}
          </ol>
        )}
        <SelfPart self={appraisal.self} planId={planId} />
        <Answers appraisal={appraisal} />
      </Stack>
    </section>
  );
}
