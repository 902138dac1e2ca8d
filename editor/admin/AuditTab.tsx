// The audit trail: who did what, when, from what to what. What it is narrowed to stands in the address.
import { Anchor, Button, Code, Group, Select, Stack, Table, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconDownload, IconHistory, IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { addDays, startOfDay } from '../../engine/index.ts';
import type { AuditLine } from '../app/api/wire.ts';
import { DateField } from '../app/parts/DateField.tsx';
import { Loaded } from '../app/parts/Loaded.tsx';
import { TimeText } from '../app/parts/TimeText.tsx';
import { longest } from '../app/search-params.ts';
import { clockTime } from '../app/words/due.ts';
import { t, viewerZone } from '../language/index.ts';
import { EmptyState } from '../theme/EmptyState.tsx';
import { TabHeading } from '../theme/TabHeading.tsx';
import { AuditSubject } from './AuditSubject.tsx';
import { auditFile, auditQuery, auditTermsQuery } from './admin-queries.ts';
import { changesOf } from './audit-changes.ts';

const route = getRouteApi('/signed-in/settings');

interface Search {
  actor?: string | undefined;
  action?: string | undefined;
  q?: string | undefined;
  /** Days of the viewer, both with it. */
  from?: string | undefined;
  to?: string | undefined;
}

const toFilter = ({ actor, action, q, from, to }: Search) => ({
  actor,
  action,
  q,
  from: from && startOfDay(from, viewerZone()),
  to: to && startOfDay(addDays(to, 1), viewerZone()),
});

function Filters({ search, onSearch }: { search: Search; onSearch: (next: Search) => void }) {
  const terms = useQuery(auditTermsQuery);
  const [text, setText] = useState(search.q ?? '');
  const find = useDebouncedCallback((q: string) => onSearch({ ...search, q: q || undefined }), 250);
  return (
    <Group align="end" gap="sm">
      <TextInput
        w={200}
        label={t('Search')}
        placeholder={t('A name, an id or a value')}
        maxLength={longest}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          find(event.currentTarget.value);
        }}
      />
      <Select
        w={180}
        label={t('Who')}
        placeholder={t('Everybody')}
        clearable
        searchable
        value={search.actor ?? null}
        onChange={(actor) => onSearch({ ...search, actor: actor ?? undefined })}
        data={(terms.data?.actors ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Select
        w={200}
        label={t('What was done')}
        placeholder={t('Everything')}
        clearable
        searchable
        value={search.action ?? null}
        onChange={(action) => onSearch({ ...search, action: action ?? undefined })}
        data={terms.data?.actions ?? []}
      />
      <DateField
        label={t('From day')}
        clearable
        none={t('Any day')}
        value={search.from ?? ''}
        onChange={(from) => onSearch({ ...search, from: from || undefined })}
      />
      <DateField
        label={t('To day')}
        clearable
        none={t('Any day')}
        value={search.to ?? ''}
        onChange={(to) => onSearch({ ...search, to: to || undefined })}
      />
    </Group>
  );
}

function Changes({ line }: { line: AuditLine }) {
  return (
    <Stack gap={2}>
      {changesOf(line).map(({ name, before, after }) => (
        <Text key={name} size="sm" lineClamp={3} style={{ overflowWrap: 'anywhere' }}>
          <Text span size="sm" c="var(--cw-muted)">
            {name}
          </Text>{' '}
          {before !== null && (
            <>
              <Text component="del" size="sm" c="var(--cw-muted)">
                {before}
              </Text>
              {after !== null && ' → '}
            </>
          )}
          {after}
        </Text>
      ))}
    </Stack>
  );
}

const headings = [t('When'), t('Who'), t('What was done'), t('To what'), t('What changed')];

function Lines({ lines }: { lines: AuditLine[] }) {
  return (
    <Table.ScrollContainer
      minWidth={860}
      type="native"
      tabIndex={0}
      role="region"
      aria-label={t('Audit trail')}
    >
      <Table fz="sm" verticalSpacing={8} aria-label={t('Audit trail')}>
        <Table.Thead>
          <Table.Tr>
            {headings.map((heading) => (
              <Table.Th key={heading}>{heading}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map((line) => (
            <Table.Tr key={line.seq} style={{ verticalAlign: 'top' }}>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>
                <TimeText at={line.at} /> {clockTime(line.at)}
              </Table.Td>
              <Table.Td>{line.actor.name}</Table.Td>
              <Table.Td>
                <Code>{line.action}</Code>
              </Table.Td>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>
                <AuditSubject line={line} />
              </Table.Td>
              <Table.Td maw={420}>
                <Changes line={line} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

export function AuditTab() {
  const { tab: _, ...search } = route.useSearch();
  const navigate = useNavigate();
  const filter = toFilter(search);
  const lines = useInfiniteQuery(auditQuery(filter));
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-start">
        <TabHeading
          title={t('Audit trail')}
          about={t(
            'Every change stands here with who made it and what it was before. Nothing is ever changed in it; that a line was taken out would show.',
          )}
        />
        <Anchor href={auditFile(filter)} download size="sm">
          <Group gap={6}>
            <IconDownload size={16} aria-hidden />
            {t('These lines as CSV')}
          </Group>
        </Anchor>
      </Group>
      <Filters
        search={search}
        onSearch={(next) =>
          void navigate({ to: '/settings', search: { tab: 'audit', ...next }, replace: true })
        }
      />
      <Loaded query={lines}>
        {({ pages }) => {
          const found = pages.flatMap(({ items }) => items);
          if (found.length === 0)
            return (
              <EmptyState icon={IconHistory} title={t('Nothing like this was done')}>
                {t('Take a filter away, or choose more days.')}
              </EmptyState>
            );
          return <Lines lines={found} />;
        }}
      </Loaded>
      {lines.hasNextPage && (
        <Group justify="center">
          <Button
            variant="default"
            loading={lines.isFetchingNextPage}
            onClick={() => void lines.fetchNextPage()}
          >
            {t('Show earlier ones')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
