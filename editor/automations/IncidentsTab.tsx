// Incidents: steps that failed through a fault in the cycle. The plan waits until a person decides.
import { Badge, Box, Button, Card, Code, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { cyclesQuery } from '../app/api/cycle-queries.ts';
import { incidentsQuery } from '../app/api/plan-queries.ts';
import { post } from '../app/api/request.ts';
import type { Incident } from '../app/api/wire.ts';
import { Failure } from '../app/parts/Failure.tsx';
import { Loaded } from '../app/parts/Loaded.tsx';
import { AnchorLink } from '../app/parts/links.tsx';
import { TimeText } from '../app/parts/TimeText.tsx';
import { told } from '../app/parts/told.ts';
import { useMay } from '../app/parts/use-permissions.ts';
import { saidInWords } from '../app/words/due.ts';
import { t, tAs } from '../language/index.ts';
import { EmptyState } from '../theme/EmptyState.tsx';

const states = {
  open: { color: 'red', words: tAs('adjective', 'Open') },
  retried: { color: 'teal', words: t('Retried') },
  skipped: { color: 'gray', words: t('Skipped') },
} as const;

/** `onTried`: with the button that was pressed the focus has lost its place. */
function Acts({ incident, onTried }: { incident: Incident; onTried: () => void }) {
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const client = useQueryClient();
  // The second click of a double one comes before the button is drawn anew.
  const isSent = useRef(false);
  const settling = useMutation({
    mutationFn: (act: 'retry' | 'skip') =>
      post(`/incidents/${encodeURIComponent(incident.id)}/${act}`, { reason }),
    onSuccess: async (_, act) => {
      told(
        act === 'retry'
          ? t('The event was given to the plan again.')
          : /^task\..+\.completed$/.test(incident.event.type)
            ? t('The completion is skipped; the task is open again and whoever has it is told.')
            : t('The event is skipped; the plan waits for the next.'),
      );
      await client.invalidateQueries({ queryKey: ['incidents'] });
    },
    onSettled: () => {
      isSent.current = false;
      onTried();
    },
  });
  const settle = (act: 'retry' | 'skip') => {
    if (isSent.current) return;
    if (reason.trim() === '') {
      setMissing(t('Say why, for whoever reads of it later.'));
      return field.current?.focus();
    }
    isSent.current = true;
    settling.mutate(act);
  };
  return (
    <>
      {settling.isError && (
        <Box mt="sm">
          <Failure error={settling.error} />
        </Box>
      )}
      <Group mt="sm" gap="xs" align="end">
        <TextInput
          size="xs"
          flex="1 1 200px"
          maw={360}
          label={t('Why')}
          description={t('It is kept with the plan and in the audit trail')}
          required
          maxLength={500}
          ref={field}
          error={missing}
          value={reason}
          onChange={(event) => {
            setReason(event.currentTarget.value);
            setMissing(null);
          }}
        />
        <Button size="xs" loading={settling.isPending} onClick={() => settle('retry')}>
          {t('Try the event again')}
        </Button>
        <Button size="xs" variant="default" disabled={settling.isPending} onClick={() => settle('skip')}>
          {t('Skip it')}
        </Button>
      </Group>
    </>
  );
}

function InCycle({ cycle: { id, version } }: { cycle: Incident['cycle'] }) {
  const { data: cycles } = useQuery(cyclesQuery);
  return (
    <AnchorLink
      to="/cycles/$cycleId"
      params={{ cycleId: id }}
      search={{ version: String(version) }}
      size="xs"
      underline="always"
    >
      {t('{cycle}, version {version}', { cycle: cycles?.find((one) => one.id === id)?.name ?? id, version })}
    </AnchorLink>
  );
}

function IncidentCard({ incident }: { incident: Incident }) {
  const may = useMay();
  const card = useRef<HTMLDivElement>(null);
  const { color, words } = states[incident.state];
  return (
    <Card
      withBorder
      padding="md"
      ref={card}
      tabIndex={-1}
      role="group"
      aria-label={t('{component}: a step that failed', { component: incident.componentName })}
    >
      <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
        <AnchorLink to="/plans/$planId" params={{ planId: incident.planId }} fw={600}>
          {incident.componentName}
        </AnchorLink>
        <Badge variant="light" color={color} style={{ flexShrink: 0 }}>
          {words}
        </Badge>
      </Group>
      <Text size="sm" mt={4} style={{ overflowWrap: 'anywhere' }}>
        {saidInWords(incident.message)}
      </Text>
      <Text size="xs" c="dimmed" mt={4}>
        <InCycle cycle={incident.cycle} /> · <Code>{incident.event.type}</Code> ·{' '}
        <TimeText at={incident.at} />
      </Text>
      {incident.reason !== null && (
        <Text size="sm" mt={4}>
          {t('Why: {reason}', { reason: incident.reason })}
        </Text>
      )}
      {incident.state === 'open' && may('incidents.settle') && (
        <Acts incident={incident} onTried={() => card.current?.focus({ preventScroll: true })} />
      )}
    </Card>
  );
}

/** `planId`: only what failed in that plan. */
export function IncidentsTab({ planId }: { planId: string | undefined }) {
  const incidents = useQuery(incidentsQuery(planId));
  return (
    <Loaded query={incidents}>
      {(items) =>
        items.length === 0 ? (
          <EmptyState icon={IconShieldCheck} title={t('No step has failed')}>
            {t(
              'When a cycle’s own fault keeps a plan from moving, the plan waits here unharmed until someone decides.',
            )}
          </EmptyState>
        ) : (
          <Stack>
            {planId !== undefined && (
              <Text size="sm">
                {t('Only what failed in one plan.')}{' '}
                <AnchorLink to="/automations" search={{ tab: 'incidents' }} inherit>
                  {t('Show what failed in all')}
                </AnchorLink>
              </Text>
            )}
            {items.map((incident) => (
              <IncidentCard key={incident.id} incident={incident} />
            ))}
          </Stack>
        )
      }
    </Loaded>
  );
}
