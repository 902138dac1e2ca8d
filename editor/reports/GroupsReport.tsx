// Do groups of people come out differently? For HR alone; which attribute is chosen stands in the address.
import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { attributeIn, attributesQuery, type BoardFilter } from '../app/api/board-queries.ts';
import { AnchorLink } from '../app/parts/links.tsx';
import { t } from '../language/index.ts';
import { BoardReport } from './BoardReport.tsx';
import { groupsBoard } from './catalogue.ts';

interface Props {
  filter: BoardFilter;
  attribute: string | undefined;
  onAttribute: (id: string) => void;
}

export function GroupsReport({ filter, attribute, onAttribute }: Props) {
  const attributes = useQuery(attributesQuery).data ?? [];
  const chosen = attributeIn(attributes, attribute);
  return (
    <BoardReport
      shown={groupsBoard}
      filter={{ ...filter, attribute: chosen?.id }}
      controls={
        chosen ? (
          <Select
            size="xs"
            w={200}
            aria-label={t('Attribute')}
            allowDeselect={false}
            data={attributes.map(({ id, name }) => ({ value: id, label: name }))}
            value={chosen.id}
            onChange={(id) => id && onAttribute(id)}
          />
        ) : (
          <AnchorLink to="/settings" search={{ tab: 'attributes' }} size="sm">
            {t('Say which attributes there are')}
          </AnchorLink>
        )
      }
    />
  );
}
