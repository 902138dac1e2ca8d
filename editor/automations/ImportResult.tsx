// What an import did or would do, and every row that keeps it out.
import { Alert, Group, Stack, Table, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import type { ImportReport } from '../app/api/wire.ts';
import { AnchorLink } from '../app/parts/links.tsx';

const kinds = [
  { key: 'components', label: 'Components' },
  { key: 'goals', label: 'Goals' },
  { key: 'measures', label: 'Measures' },
  { key: 'observations', label: 'Observations' },
] as const;
const shownProblems = 200;

function Counts({ report }: { report: ImportReport }) {
  return (
    <Table.ScrollContainer minWidth={360}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            {['', 'New', 'Changed', 'As before'].map((heading) => (
              <Table.Th key={heading} aria-label={heading || 'Kind'}>
                {heading}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {kinds.map(({ key, label }) => (
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
            {['Row', 'Column', 'What to mend'].map((heading) => (
              <Table.Th key={heading}>{heading}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {report.problems.slice(0, shownProblems).map((problem) => (
            <Table.Tr key={`${problem.row} ${problem.column} ${problem.message}`}>
              <Table.Td>{problem.row === 0 ? 'File' : problem.row}</Table.Td>
              <Table.Td>{problem.column}</Table.Td>
              <Table.Td>{problem.message}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {report.problems.length > shownProblems && (
        <Text size="sm" c="dimmed">
          And {report.problems.length - shownProblems} more.
        </Text>
      )}
    </Table.ScrollContainer>
  );
}

export function ImportResult({ report }: { report: ImportReport }) {
  if (report.status === 'refused')
    return (
      <Stack role="status">
        <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title="Nothing was imported">
          {report.problems.length === 1 ? 'One problem keeps' : `${report.problems.length} problems keep`} the
          file out. Mend the rows and choose the file again.
        </Alert>
        <Problems report={report} />
      </Stack>
    );
  return (
    <Stack role="status">
      <Alert
        color={report.dryRun ? 'blue' : 'teal'}
        icon={<IconCheck aria-hidden />}
        title={report.dryRun ? 'The file fits; nothing was changed yet' : 'The file is imported'}
      >
        <Group gap="xs">
          {report.dryRun ? `${report.rows} rows would come in like this.` : `${report.rows} rows came in.`}
          {!report.dryRun && <AnchorLink to="/organisation">See the organisation</AnchorLink>}
        </Group>
      </Alert>
      <Counts report={report} />
    </Stack>
  );
}
