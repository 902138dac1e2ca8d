// English or another language, remembered on this computer. The page begins again in it; work that is not saved is kept.
import { SegmentedControl } from '@mantine/core';
import { chooseLanguage, languageList, spokenLanguage, t } from '../../language/index.ts';

export function LanguageChoice({ size = 'sm' }: { size?: 'xs' | 'sm' }) {
  return (
    <SegmentedControl
      aria-label={t('Language')}
      size={size}
      value={spokenLanguage()}
      onChange={chooseLanguage}
      data={languageList.map(({ language, name }) => ({
        value: language,
        label: <span lang={language}>{name}</span>,
      }))}
    />
  );
}
