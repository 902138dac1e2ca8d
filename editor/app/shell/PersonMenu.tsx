// Who is signed in, the theme, and the way out.
import { Avatar, Kbd, Menu, Text, UnstyledButton } from '@mantine/core';
import { IconHelp, IconLanguage, IconLogout, IconSettings, IconWalk } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { chooseLanguage, otherLanguages, t } from '../../language/index.ts';
import { toldFailure } from '../parts/told.ts';
import { useMe } from '../parts/use-permissions.ts';
import { roleNames } from '../words/role-names.ts';
import { useSignOut } from './use-sign-out.ts';

export const initials = (name: string): string => {
  const words = name.split(/\s+/).filter(Boolean);
  return `${words[0]?.[0] ?? '?'}${words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''}`.toUpperCase();
};

export function PersonMenu({ onTour, onHelp }: { onTour: () => void; onHelp: () => void }) {
  const me = useMe();
  const target = useRef<HTMLButtonElement>(null);
  const navigate = useNavigate();
  const signOut = useSignOut();
  const leave = async () => {
    try {
      await signOut();
    } catch (error) {
      toldFailure(error);
    }
  };
  /** The entry is gone when the help closes: the focus goes back to the menu. */
  const help = () => {
    target.current?.focus();
    onHelp();
  };
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <UnstyledButton
          ref={target}
          aria-label={t('{initials}, {name}: your menu', { initials: initials(me.name), name: me.name })}
          style={{ borderRadius: '50%' }}
        >
          <Avatar size={30} color="indigo" name={me.name} aria-hidden>
            {initials(me.name)}
          </Avatar>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text size="sm" fw={600} c="var(--cw-text)" truncate>
            {me.name}
          </Text>
          <Text size="xs">{roleNames(me.roles)}</Text>
        </Menu.Label>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconSettings size={16} />}
          onClick={() => void navigate({ to: '/settings' })}
        >
          {t('Settings')}
        </Menu.Item>
        <Menu.Item leftSection={<IconHelp size={16} />} rightSection={<Kbd size="xs">F1</Kbd>} onClick={help}>
          {t('Help for this page')}
        </Menu.Item>
        <Menu.Item leftSection={<IconWalk size={16} />} onClick={onTour}>
          {t('Take the tour')}
        </Menu.Item>
        {otherLanguages().map(({ language, name }) => (
          <Menu.Item
            key={language}
            lang={language}
            leftSection={<IconLanguage size={16} />}
            onClick={() => chooseLanguage(language)}
          >
            {name}
          </Menu.Item>
        ))}
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void leave()}>
          {t('Sign out')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
