// One row for each rating: what the person, the figures and the rater say, and how it stands now.
import { Anchor, Badge, Box, Text } from '@mantine/core';
import { IconQuestionMark } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { CalibrationFinding, CalibrationLine } from '../app/api/wire.ts';
import { type Columns, DataTable } from '../app/parts/DataTable.tsx';
import { scoreText } from '../app/words/score.ts';
import { t } from '../language/index.ts';
import { EmptyState } from '../theme/EmptyState.tsx';
import { OutcomeBadge } from '../theme/OutcomeBadge.tsx';
import { GivenOutcome } from './GivenOutcome.tsx';
import { findingsOf, nameOf } from './lines.ts';
import { lineId } from './use-focus-given-back.ts';

interface Props {
  lines: CalibrationLine[];
  findings: readonly CalibrationFinding[];
  onOpen: (planId: string) => void;
}

const idOf = ({ planId }: CalibrationLine): string => planId;

function stateWords({ task, changes, rated, overdue, release }: CalibrationLine): string {
  if (release.state === 'released') return t('Released');
  if (release.state === 'ready') return t('Ready for release');
  if (task) return t('To decide');
  if (changes.length > 0) return t('Decided');
  if (rated) return t('Rated');
  return overdue ? t('Rating overdue') : t('Not rated yet');
}

const columnsFor = ({ findings, onOpen }: Omit<Props, 'lines'>): Columns<CalibrationLine> => [
  {
    id: 'person',
    header: t('Who'),
    cell: ({ row: { original } }) => (
      <Box miw={150}>
        <Anchor
          component="button"
          id={lineId(original.planId)}
          size="sm"
          ta="start"
          onClick={() => onOpen(original.planId)}
        >
          {nameOf(original)}
        </Anchor>
        <Text size="xs" c="var(--cw-muted)">
          {original.owner ? `${original.componentName} · ` : ''}
          {original.rater ? t('rated by {name}', { name: original.rater.name }) : t('nobody to rate')}
        </Text>
      </Box>
    ),
  },
  {
    id: 'self',
    header: t('Self'),
    cell: ({ row: { original } }) => <GivenOutcome outcome={original.self} />,
  },
  {
    id: 'scored',
    header: t('Figures'),
    cell: ({
      row: {
        original: { scored, score },
      },
    }) => (
      <OutcomeBadge outcome={scored} size="sm" {...(score === null ? {} : { detail: scoreText(score) })} />
    ),
  },
  {
    id: 'rated',
    header: t('Rated'),
    cell: ({ row: { original } }) => <GivenOutcome outcome={original.rated} />,
  },
  {
    id: 'now',
    header: t('Now'),
    cell: ({ row: { original } }) => <GivenOutcome outcome={original.now} />,
  },
  {
    id: 'methods',
    header: t('Methods'),
    cell: ({ row: { original } }) => <GivenOutcome outcome={original.methodsNow} />,
  },
  {
    id: 'state',
    header: t('State'),
    cell: ({ row: { original } }) => {
      const count = findingsOf(original, findings).length;
      return (
        <>
          <Text size="sm">{stateWords(original)}</Text>
          {count > 0 && (
            <Badge
              size="sm"
              variant="light"
              color="yellow"
              tt="none"
              leftSection={<IconQuestionMark size={12} />}
            >
              {t('{count, plural, one {# question} other {# questions}}', { count })}
            </Badge>
          )}
        </>
      );
    },
  },
];

export function Lines({ lines, findings, onOpen }: Props) {
  const columns = useMemo(() => columnsFor({ findings, onOpen }), [findings, onOpen]);
  if (lines.length === 0) return <EmptyState title={t('No line fits this choice')} />;
  return <DataTable label={t('Ratings')} columns={columns} items={lines} idOf={idOf} />;
}
