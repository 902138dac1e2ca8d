// What an import did or would do, and every row that keeps it out.
import { Alert, Button, Group, Stack, Table, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconDownload } from '@tabler/icons-react';
import type { ImportReport } from '../app/api/wire.ts';
import { AnchorLink } from '../app/parts/links.tsx';
import { saidInWords } from '../app/words/due.ts';
import { saveFile } from '../interchange/save-file.ts';
import { t } from '../language/index.ts';
import { problemsCsv } from './problems-csv.ts';

const kinds = [
  { key: 'components', label: t('Components') },
  { key: 'people', label: t('People') },
  { key: 'goals', label: t('Goals') },
  { key: 'measures', label: t('Measures') },
  { key: 'observations', label: t('Observations') },
] as const;
const shownProblems = 200;

const isConcerned = ({ created, changed, unchanged }: ImportReport['people']): boolean =>
  created + changed + unchanged > 0;

function Counts({ report }: { report: ImportReport }) {
  return (
    <Table.ScrollContainer minWidth={360}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            {['', t('New'), t('Changed'), t('As before')].map((heading) => (
              <Table.Th key={heading} aria-label={heading || t('Kind')}>
                {heading}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {kinds
            .filter(({ key }) => isConcerned(report[key]))
            .map(({ key, label }) => (
              <Table.Tr key={key}>
                <Table.Th scope="row">{label}</Table.Th>
                <Table.Td>{report[key].created}</Table.Td>
                <Table.Td>{report[key].changed}</Table.Td>
                <Table.Td>{report[key].unchanged}</Table.Td>
              </Table.Tr>
            ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Problems({ report }: { report: ImportReport }) {
  return (
    <Table.ScrollContainer minWidth={420}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            {[t('Row'), t('Column'), t('What to mend')].map((heading) => (
              <Table.Th key={heading}>{heading}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {report.problems.slice(0, shownProblems).map((problem) => (
            <Table.Tr key={`${problem.row} ${problem.column} ${problem.message}`}>
              <Table.Td>{problem.row === 0 ? t('File') : problem.row}</Table.Td>
              <Table.Td>{problem.column}</Table.Td>
              <Table.Td>{saidInWords(problem.message)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {report.problems.length > shownProblems && (
        <Text size="sm" c="dimmed">
          {t('And {count} more.', { count: report.problems.length - shownProblems })}
        </Text>
      )}
    </Table.ScrollContainer>
  );
}

export function ImportResult({ report }: { report: ImportReport }) {
  if (report.status === 'refused')
    return (
      <Stack role="status">
        <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title={t('Nothing was imported')}>
          {t(
            '{count, plural, one {One problem keeps} other {# problems keep}} the file out. Mend the rows and choose the file again.',
            { count: report.problems.length },
          )}
        </Alert>
        <Problems report={report} />
        <Button
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          style={{ alignSelf: 'flex-start' }}
          onClick={() => saveFile('problems.csv', problemsCsv(report.problems), 'text/csv')}
        >
          {t('Download the problems')}
        </Button>
      </Stack>
    );
  return (
    <Stack role="status">
      <Alert
        color={report.dryRun ? 'blue' : 'teal'}
        icon={<IconCheck aria-hidden />}
        title={report.dryRun ? t('The file fits; nothing was changed yet') : t('The file is imported')}
      >
        <Group gap="xs">
          {report.dryRun
            ? t('{rows, plural, one {One row} other {# rows}} would come in like this.', {
                rows: report.rows,
              })
            : t('{rows, plural, one {One row} other {# rows}} came in.', { rows: report.rows })}
          {!report.dryRun && <AnchorLink to="/organisation">{t('See the organisation')}</AnchorLink>}
        </Group>
      </Alert>
      <Counts report={report} />
    </Stack>
  );
}
