// Light or dark, remembered on this computer.
import { ActionIcon, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconMoon, IconSun } from '@tabler/icons-react';
import { t } from '../../language/index.ts';
import { Hint } from '../../theme/Hint.tsx';

export function ThemeSwitch() {
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme('light') === 'dark';
  const words = dark ? t('Use the light theme') : t('Use the dark theme');
  return (
    <Hint label={words}>
      <ActionIcon aria-label={words} size="lg" onClick={() => setColorScheme(dark ? 'light' : 'dark')}>
        {dark ? <IconSun size={18} stroke={1.75} /> : <IconMoon size={18} stroke={1.75} />}
      </ActionIcon>
    </Hint>
  );
}
