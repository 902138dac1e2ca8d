// What can be done about the links of a goal; where nothing can, why not.
import { ActionIcon, Menu, Text } from '@mantine/core';
import { IconAdjustments, IconDots, IconLink, IconLinkOff } from '@tabler/icons-react';
import { t } from '../../language/index.ts';
import styles from './cascade.module.css';
import { type CascadeLine, whyNotChanged } from './may-link.ts';

export interface LinkActs {
  onLink: () => void;
  /** Of the link to the goal under which the line stands; absent: it stands at the top. */
  ofLink?: { onChange: () => void; onUnlink: () => void } | undefined;
}

export function LinkMenu({ line, acts: { onLink, ofLink } }: { line: CascadeLine; acts: LinkActs }) {
  const refusal = whyNotChanged(line);
  return (
    <Menu position="bottom-end" width={refusal ? 280 : 220}>
      <Menu.Target>
        <ActionIcon
          size="sm"
          className={styles.menu}
          aria-label={t('Links of {goal}', { goal: line.goal.title })}
        >
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {refusal ? (
          // Reached by keys, so that the reason is read.
          <Menu.Item
            leftSection={<IconLink size={16} />}
            c="var(--cw-muted)"
            aria-disabled
            closeMenuOnClick={false}
          >
            {t('Link to…')}
            <Text size="xs" c="var(--cw-muted)">
              {refusal}
            </Text>
          </Menu.Item>
        ) : (
          <>
            {line.above.length > 0 && (
              <Menu.Item leftSection={<IconLink size={16} />} onClick={onLink}>
                {t('Link to…')}
              </Menu.Item>
            )}
            {ofLink && (
              <>
                <Menu.Item leftSection={<IconAdjustments size={16} />} onClick={ofLink.onChange}>
                  {t('Change this link…')}
                </Menu.Item>
                <Menu.Item leftSection={<IconLinkOff size={16} />} onClick={ofLink.onUnlink}>
                  {t('Unlink…')}
                </Menu.Item>
              </>
            )}
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
