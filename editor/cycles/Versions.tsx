// The published versions in a menu, newest first.
import { Button, Menu, Text } from '@mantine/core';
import { IconChevronDown, IconHistory } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { cycleVersionsQuery } from '../app/api/cycle-queries.ts';
import { shortDate } from '../app/words/due.ts';

export function Versions({ cycleId }: { cycleId: string }) {
  const versions = useQuery(cycleVersionsQuery(cycleId)).data ?? [];
  const navigate = useNavigate();
  if (versions.length === 0) return null;
  return (
    <Menu width={280} position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconHistory size={16} />}
          rightSection={<IconChevronDown size={14} />}
        >
          Versions
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={360} style={{ overflowY: 'auto' }}>
        {versions.map(({ version, publishedAt, publishedBy, note }) => (
          <Menu.Item
            key={version}
            onClick={() =>
              void navigate({
                to: '/cycles/$cycleId',
                params: { cycleId },
                search: { version: String(version) },
              })
            }
          >
            <Text size="sm" fw={500}>
              Version {version}
            </Text>
            <Text size="xs" c="var(--cw-muted)">
              {shortDate(publishedAt)} by {publishedBy}
              {note && `: ${note}`}
            </Text>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
