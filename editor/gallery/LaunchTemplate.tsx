// From a template to a running plan in one go: a draft of it is made, published and launched for one component.
import { Alert, Button, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Component, Cycle, Period } from '../../engine/index.ts';
import { post } from '../app/api/request.ts';
import { branchQuery } from '../app/api/tree-queries.ts';
import type { CycleVersion } from '../app/api/wire.ts';
import { ComponentSelect } from '../app/parts/ComponentSelect.tsx';
import { Failure } from '../app/parts/Failure.tsx';
import { Loaded } from '../app/parts/Loaded.tsx';
import { AnchorLink } from '../app/parts/links.tsx';
import { shortDate } from '../app/words/due.ts';
import { settingsQuery } from '../approvals/approval-queries.ts';
import { t } from '../language/index.ts';
import { tx } from '../language/say-elements.ts';
import { useLaunch } from '../launches/use-launch.ts';
import { usePeriod } from '../launches/use-period.ts';
import { Dialog } from '../theme/Dialog.tsx';
import { type MadeDraft, useMakeDraft } from './use-template.ts';

interface Props {
  template: Cycle;
  onClose: () => void;
}

export function LaunchTemplate({ template, onClose }: Props) {
  const settings = useQuery({ ...settingsQuery, staleTime: 0 });
  const top = useQuery(branchQuery(null));
  return (
    <Dialog opened onClose={onClose} title={t('Launch {name}', { name: template.name })}>
      <Loaded query={settings} lines={3}>
        {({ secondPerson }) =>
          secondPerson ? (
            <Text size="sm">
              {t(
                'A second person approves each version here. Use the template, and ask for approval when it is as you want it.',
              )}
            </Text>
          ) : (
            <Loaded query={top} lines={3}>
              {(lines) => <LaunchForm template={template} top={lines} />}
            </Loaded>
          )
        }
      </Loaded>
    </Dialog>
  );
}

const today = { typed: null, later: 0 };

function LaunchForm({ template, top }: { template: Cycle; top: readonly Component[] }) {
  const [componentId, choose] = useState((top.find(({ parentId }) => !parentId) ?? top[0])?.id ?? null);
  const period = usePeriod(today, template);
  const start = useStart(template, period);
  if (top.length === 0)
    return (
      <Alert color="gray" title={t('There is nothing yet that could have a plan')}>
        {tx('<link>Add a component to the organisation</link> first.', {
          link: (words) => <AnchorLink to="/organisation">{words}</AnchorLink>,
        })}
      </Alert>
    );
  return (
    <Stack>
      <Text size="sm">
        {t(
          'It becomes a cycle of your own, is published as version 1, and a plan begins for the component that you choose. Whoever owes its first task finds it in the inbox.',
        )}
      </Text>
      <Text size="sm" c="var(--cw-muted)">
        {t('The plan is about {start} to {end}.', {
          start: shortDate(period.start),
          end: shortDate(period.end),
        })}
      </Text>
      <ComponentSelect label={t('For')} allowDeselect={false} value={componentId} onChange={choose} />
      {start.isError && <Failure error={start.error} />}
      <Button
        data-autofocus
        loading={start.isPending}
        disabled={componentId === null}
        onClick={() => componentId !== null && start.mutate(componentId)}
      >
        {t('Publish and launch 1 plan')}
      </Button>
    </Stack>
  );
}

const publish = (id: string) => post<CycleVersion>(`/cycles/${encodeURIComponent(id)}/publish`, { note: '' });

/** What was made is not made again when a later step is tried again. */
function useStart(template: Cycle, period: Period) {
  const makeDraft = useMakeDraft();
  const launch = useLaunch();
  const made = useRef<(MadeDraft & { version: number | null }) | null>(null);
  return useMutation({
    mutationFn: async (componentId: string) => {
      made.current ??= { ...(await makeDraft(template)), version: null };
      const { id, companions } = made.current;
      for (let next = companions.at(0); next; next = companions.at(0)) {
        await publish(next);
        companions.shift();
      }
      made.current.version ??= (await publish(id)).version;
      await launch.mutateAsync({
        cycleId: id,
        version: made.current.version,
        componentIds: [componentId],
        period,
      });
    },
  });
}
