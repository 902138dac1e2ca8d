// The published versions in a menu, newest first.
import { Button, Menu, Text } from '@mantine/core';
import { IconChevronDown, IconGitCompare, IconHistory } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { cycleVersionsQuery } from '../app/api/cycle-queries.ts';
import { shortDate } from '../app/words/due.ts';
import { t } from '../language/index.ts';

interface Props {
  cycleId: string;
  /** The version on the screen; without it the draft is. */
  shown?: number;
  /** Saves what waits, so that what is compared is what is seen. */
  flush?: () => Promise<void>;
}

/** The draft is compared with the latest version, a version with the one before. */
const partnerOf = (shown: number | undefined, latest: number): number =>
  shown === undefined ? latest : Math.max(1, shown - 1);

export function Versions({ cycleId, shown, flush }: Props) {
  const versions = useQuery(cycleVersionsQuery(cycleId)).data ?? [];
  const navigate = useNavigate();
  const latest = versions[0]?.version;
  if (latest === undefined) return null;
  const compare = async () => {
    await flush?.();
    const search = {
      from: String(partnerOf(shown, latest)),
      to: shown === undefined ? 'draft' : String(shown),
    };
    await navigate({ to: '/cycles/$cycleId/compare', params: { cycleId }, search });
  };
  return (
    <Menu width={280} position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconHistory size={16} />}
          rightSection={<IconChevronDown size={14} />}
        >
          {t('Versions')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={360} style={{ overflowY: 'auto' }}>
        <Menu.Item leftSection={<IconGitCompare size={16} />} onClick={() => void compare()}>
          {t('Compare…')}
        </Menu.Item>
        <Menu.Divider />
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
              {t('Version {version}', { version })}
            </Text>
            <Text size="xs" c="var(--cw-muted)">
              {t('{date} by {publishedBy}', { date: shortDate(publishedAt), publishedBy })}
              {note && `: ${note}`}
            </Text>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
