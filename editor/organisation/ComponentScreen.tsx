// One component: what it is part of, its goals with their standards, its parts, and its plans.

import { Breadcrumbs, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPencil, IconPlus, IconRocket } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { Component } from '../../engine/index.ts';
import { componentQuery, componentsQuery, peopleQuery } from '../app/api/organisation-queries.ts';
import { rollUpQuery } from '../app/api/report-queries.ts';
import { Loaded } from '../app/parts/Loaded.tsx';
import { AnchorLink, ButtonLink } from '../app/parts/links.tsx';
import { useMay } from '../app/parts/use-permissions.ts';
import { useCrumb } from '../app/shell/crumbs.tsx';
import { scoreText } from '../app/words/score.ts';
import { ComponentGoals } from '../goals/ComponentGoals.tsx';
import { Parts } from '../goals/Parts.tsx';
import { t, tAs } from '../language/index.ts';
import { OutcomeBadge } from '../theme/OutcomeBadge.tsx';
import { ComponentDialog, kindWords } from './ComponentDialog.tsx';
import { ComponentPlans } from './ComponentPlans.tsx';
import { MeasureBar } from './MeasureBar.tsx';
import classes from './organisation.module.css';
import { ancestorsOf } from './tree.ts';

const route = getRouteApi('/signed-in/organisation/$componentId');

function Above({ component }: { component: Component }) {
  const components = useQuery(componentsQuery).data ?? [];
  const above = ancestorsOf(components, component.id);
  if (above.length === 0) return null;
  return (
    <Breadcrumbs separator="›" mb={6} aria-label={t('Part of')} component="nav" style={{ flexWrap: 'wrap' }}>
      {above.map((id) => (
        <AnchorLink key={id} to="/organisation/$componentId" params={{ componentId: id }} size="sm">
          {components.find((one) => one.id === id)?.name ?? id}
        </AnchorLink>
      ))}
    </Breadcrumbs>
  );
}

function Heading({ component }: { component: Component }) {
  const [changing, change] = useDisclosure(false);
  const [adding, add] = useDisclosure(false);
  const may = useMay();
  const people = useQuery(peopleQuery).data ?? [];
  const nameOf = (id: string | null, none: string) =>
    id ? (people.find((one) => one.id === id)?.name ?? id) : none;
  return (
    <Group justify="space-between" align="flex-start" mb="lg">
      <div style={{ flex: '1 1 280px', minWidth: 0 }}>
        <Above component={component} />
        <Title order={1} style={{ overflowWrap: 'anywhere' }}>
          {component.name}
        </Title>
        <Text c="var(--cw-muted)">
          {kindWords[component.kind]} ·{' '}
          {t('owner {person}', { person: nameOf(component.ownerId, t('none yet')) })} ·{' '}
          {t('manager {person}', {
            person: nameOf(component.managerId, t('that of the component above')),
          })}
        </Text>
      </div>
      <Group gap="xs">
        {may('organisation.change') && (
          <>
            <Button variant="default" leftSection={<IconPencil size={16} />} onClick={change.open}>
              {t('Change')}
            </Button>
            <Button variant="default" leftSection={<IconPlus size={16} />} onClick={add.open}>
              {t('Add a part')}
            </Button>
          </>
        )}
        {may('launches.start') && (
          <ButtonLink
            to="/launches/new"
            search={{ under: component.id }}
            variant="default"
            leftSection={<IconRocket size={16} />}
          >
            {tAs('verb', 'Launch')}
          </ButtonLink>
        )}
      </Group>
      <ComponentDialog
        key={`change ${component.id} ${component.name}`}
        opened={changing}
        onClose={change.close}
        component={component}
      />
      <ComponentDialog
        key={`add ${component.id}`}
        opened={adding}
        onClose={add.close}
        parentId={component.id}
      />
    </Group>
  );
}

function Standing({ componentId }: { componentId: string }) {
  const item = useQuery(rollUpQuery).data?.items.find((one) => one.componentId === componentId);
  if (!item) return null;
  return (
    <Group gap={32} mb="lg" align="flex-start">
      <div>
        <Text size="xs" c="var(--cw-muted)">
          {t('Outcome')}
        </Text>
        <OutcomeBadge
          size="lg"
          outcome={item.outcome}
          detail={item.score === null ? undefined : scoreText(item.score)}
        />
      </div>
      <div>
        <Text size="xs" c="var(--cw-muted)">
          {t('Coverage')}
        </Text>
        <Text fw={600}>
          {t('{percent} % of the weight has data', { percent: Math.round(item.coverage * 100) })}
        </Text>
      </div>
      <div style={{ width: 200 }}>
        <MeasureBar measures={item.measures} />
      </div>
    </Group>
  );
}

export function ComponentScreen() {
  const { componentId } = route.useParams();
  const query = useQuery(componentQuery(componentId));
  useCrumb(query.data?.name ?? '');
  return (
    <Loaded query={query} lines={8}>
      {(component) => (
        <>
          <Heading component={component} />
          <Standing componentId={componentId} />
          <div className={classes.columns}>
            <ComponentGoals componentId={componentId} />
            <Stack gap="md">
              <ComponentPlans componentId={componentId} />
              <Parts componentId={componentId} hasGoals />
            </Stack>
          </div>
        </>
      )}
    </Loaded>
  );
}
