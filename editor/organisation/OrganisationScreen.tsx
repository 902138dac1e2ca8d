// The organisation and how each part of it stands, from its measures up.
import { Button, Group, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus, IconSearch, IconSitemap, IconUpload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { rollUpQuery } from '../app/api/report-queries.ts';
import { Loaded } from '../app/parts/Loaded.tsx';
import { ButtonLink } from '../app/parts/links.tsx';
import { useMay } from '../app/parts/use-permissions.ts';
import { shortDate } from '../app/words/due.ts';
import { t, tAs } from '../language/index.ts';
import { EmptyState } from '../theme/EmptyState.tsx';
import { PageTitle } from '../theme/PageTitle.tsx';
import { ComponentDialog } from './ComponentDialog.tsx';
import { ComponentTree } from './ComponentTree.tsx';

const route = getRouteApi('/signed-in/organisation');

export function OrganisationScreen() {
  const { q = '' } = route.useSearch();
  const navigate = useNavigate();
  const may = useMay();
  const [opened, dialog] = useDisclosure(false);
  const query = useQuery(rollUpQuery);
  const data = query.data;
  const add = may('organisation.change') && (
    <Button leftSection={<IconPlus size={16} />} onClick={dialog.open}>
      {t('Add a component')}
    </Button>
  );
  return (
    <>
      <PageTitle
        title={t('Organisation')}
        about={
          data
            ? t(
                '{count, plural, one {# component} other {# components}}, scored from their measures up over {start} – {end}.',
                {
                  count: data.items.length,
                  start: shortDate(data.period.start),
                  end: shortDate(data.period.end),
                },
              )
            : null
        }
        actions={
          <>
            {may('imports.run') && (
              <ButtonLink to="/import" variant="default" leftSection={<IconUpload size={16} />}>
                {tAs('verb', 'Import')}
              </ButtonLink>
            )}
            {add}
          </>
        }
      />
      <Group mb="md">
        <TextInput
          w={280}
          size="sm"
          placeholder={t('Search components')}
          aria-label={t('Search components')}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={q}
          onChange={(event) =>
            void navigate({
              to: '/organisation',
              search: { q: event.currentTarget.value || undefined },
              replace: true,
            })
          }
        />
      </Group>
      <Loaded query={query} lines={8}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('No components yet')} icon={IconSitemap} action={add || undefined}>
              {t(
                'A component is what you manage: a department, a team, a process, an employee. Add the first, or import them.',
              )}
            </EmptyState>
          ) : (
            <ComponentTree key={q === '' ? 'all' : 'found'} items={items} text={q} />
          )
        }
      </Loaded>
      <ComponentDialog opened={opened} onClose={dialog.close} />
    </>
  );
}
