// What the figures of an appraised score come to since, beside what was given: each version with when and by which
// figures, and which of them was the newest when the rating was signed.
import { Alert, Stack, Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import type { PlanScore } from '../app/api/wire.ts';
import { TimeText } from '../app/parts/TimeText.tsx';
import { shortDate } from '../app/words/due.ts';
import { scoreWords } from '../app/words/history.ts';
import { listText, t, tx } from '../language/index.ts';

type Version = PlanScore['versions'][number];
type Figure = Version['figures'][number];

const MOST = 3;

function figureWords({ title, periodStart, periodEnd, corrects }: Figure): string {
  const [from, to] = [shortDate(periodStart), shortDate(periodEnd)];
  return corrects
    ? t('“{title}” of {from} – {to} was corrected', { title, from, to })
    : t('“{title}” of {from} – {to} came later', { title, from, to });
}

function whyWords(figures: readonly Figure[]): string {
  const shown = figures.slice(0, MOST).map(figureWords);
  const more = figures.length - shown.length;
  return listText(
    more > 0 ? [...shown, t('{count, plural, one {# more} other {# more}}', { count: more })] : shown,
  );
}

function signedWords({ state, at, by }: NonNullable<Version['signed']>): string {
  const [name, day] = [by?.name ?? '', shortDate(at)];
  if (state === 'signed') return t('{name} signed on {day}, when this was the newest.', { name, day });
  if (state === 'refused')
    return t('{name} refused to sign on {day}, when this was the newest.', { name, day });
  return t('It counts as received since {day}, when this was the newest.', { day });
}

const Line = ({ version }: { version: Version }) => (
  <li>
    <Text size="sm">
      {version.by
        ? tx('{score}, since {time}: {why} ({person}).', {
            score: scoreWords(version.score),
            time: <TimeText key="time" at={version.at} />,
            why: whyWords(version.figures),
            person: version.by.name,
          })
        : tx('{score}, as it was appraised on {time}.', {
            score: scoreWords(version.score),
            time: <TimeText key="time" at={version.at} />,
          })}
    </Text>
    {version.signed && (
      <Text size="xs" c="var(--cw-muted)">
        {signedWords(version.signed)}
      </Text>
    )}
  </li>
);

/** Nothing where no figure came late. */
export function LaterFigures({ versions }: { versions: readonly Version[] }) {
  const [given, now] = [versions[0], versions.at(-1)];
  if (!given || !now || given === now) return null;
  return (
    <Alert
      mt="sm"
      color="gray"
      icon={<IconHistory aria-hidden />}
      title={t('The figure given was {given}; with later figures {now}', {
        given: scoreWords(given.score),
        now: scoreWords(now.score),
      })}
    >
      <Text size="sm">{t('The rating stays as it was given.')}</Text>
      <Stack gap={6} component="ul" m={0} mt={6} pl="md">
        {versions.map((version) => (
          <Line key={version.version} version={version} />
        ))}
      </Stack>
    </Alert>
  );
}
