// What HR keeps of people so that groups can be compared: which attributes there are, and who has which value.
import { Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { attributesQuery } from '../app/api/board-queries.ts';
import type { Attribute } from '../app/api/wire.ts';
import { Loaded } from '../app/parts/Loaded.tsx';
import { toldFailure } from '../app/parts/told.ts';
import { t } from '../language/index.ts';
import { TabHeading } from '../theme/TabHeading.tsx';
import { AttributeForm } from './AttributeForm.tsx';
import { dropAttribute } from './attribute-queries.ts';
import { ImportValues } from './ImportValues.tsx';
import { PeopleValues } from './PeopleValues.tsx';

function Drop({ attribute }: { attribute: Attribute }) {
  const [asked, setAsked] = useState(false);
  const client = useQueryClient();
  const drop = useMutation({
    mutationFn: () => dropAttribute(attribute.id),
    onSuccess: () => client.invalidateQueries({ queryKey: ['attributes'] }),
    onError: toldFailure,
  });
  if (!asked)
    return (
      <Button
        variant="subtle"
        color="gray"
        leftSection={<IconTrash size={16} aria-hidden />}
        onClick={() => setAsked(true)}
      >
        {t('Delete')}
      </Button>
    );
  return (
    <Button color="red" loading={drop.isPending} onClick={() => drop.mutate()}>
      {t('Delete it with all its values')}
    </Button>
  );
}

function Chosen({ attribute, onEdit }: { attribute: Attribute; onEdit: () => void }) {
  const [way, setWay] = useState('each');
  return (
    <Stack gap="md">
      <Group gap="sm">
        <Text size="sm">{t('Values: {values}', { values: attribute.allowed.join(', ') })}</Text>
        <Button variant="subtle" leftSection={<IconPencil size={16} aria-hidden />} onClick={onEdit}>
          {t('Change the values')}
        </Button>
        <Drop attribute={attribute} />
      </Group>
      <SegmentedControl
        w="fit-content"
        aria-label={t('How values are given')}
        value={way}
        onChange={setWay}
        data={[
          { value: 'each', label: t('One by one') },
          { value: 'file', label: t('From a file') },
        ]}
      />
      {way === 'each' ? (
        <PeopleValues attribute={attribute} />
      ) : (
        <ImportValues example={`email,${attribute.id}\nana@example.org,${attribute.allowed[0] ?? ''}`} />
      )}
    </Stack>
  );
}

export function AttributesTab() {
  const query = useQuery(attributesQuery);
  const [id, setId] = useState<string | null>(null);
  const [editing, setEditing] = useState<'none' | 'new' | 'chosen'>('none');
  return (
    <Stack gap="md">
      <TabHeading
        title={t('Attributes of people')}
        about={t(
          'Only HR reads and writes them. They serve one purpose: to see whether groups of people come out differently. Groups of fewer than five are never told of.',
        )}
      />
      <Loaded query={query} lines={3}>
        {(all) => {
          const chosen = all.find((one) => one.id === id) ?? all[0] ?? null;
          return (
            <>
              <Group gap="sm">
                {chosen && (
                  <SegmentedControl
                    aria-label={t('Attribute')}
                    value={chosen.id}
                    onChange={(next) => {
                      setId(next);
                      setEditing('none');
                    }}
                    data={all.map((one) => ({ value: one.id, label: one.name }))}
                  />
                )}
                <Button
                  variant={chosen ? 'default' : 'filled'}
                  leftSection={<IconPlus size={16} aria-hidden />}
                  onClick={() => setEditing('new')}
                >
                  {t('Add an attribute')}
                </Button>
              </Group>
              {editing !== 'none' && (
                <AttributeForm
                  key={editing === 'new' ? 'new' : chosen?.id}
                  attribute={editing === 'new' ? null : chosen}
                  onDone={(saved) => {
                    setId(saved);
                    setEditing('none');
                  }}
                  onClose={() => setEditing('none')}
                />
              )}
              {editing === 'none' && chosen && (
                <Chosen key={chosen.id} attribute={chosen} onEdit={() => setEditing('chosen')} />
              )}
            </>
          );
        }}
      </Loaded>
    </Stack>
  );
}
