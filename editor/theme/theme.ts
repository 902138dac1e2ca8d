// The one theme: type, space, colour and their meanings. Nothing else names a colour or a size.
// Colours are CSS variables from tokens.css, so that light and dark are each designed.
import { createTheme, type MantineColorsTuple } from '@mantine/core';
import {
  type Icon,
  IconEye,
  IconFirstAidKit,
  IconMap2,
  IconRuler2,
  IconScale,
  IconSquareRounded,
  IconTrophy,
} from '@tabler/icons-react';
import type { Outcome, StageKind } from '../../engine/index.ts';
import { decimalSign, t, tAs } from '../language/index.ts';
import { KeptButton } from './KeptButton.tsx';

const slate: MantineColorsTuple = [
  '#f8fafc',
  '#f1f5f9',
  '#e2e8f0',
  '#cbd5e1',
  '#94a3b8',
  '#64748b',
  '#54637a',
  '#475569',
  '#334155',
  '#1e293b',
];
const night: MantineColorsTuple = [
  '#e2e8f0',
  '#cbd5e1',
  '#a3b1c6',
  '#8496b2',
  '#34435f',
  '#243049',
  '#172136',
  '#0f1729',
  '#0b1120',
  '#070b16',
];
const indigo: MantineColorsTuple = [
  '#eef2ff',
  '#e0e7ff',
  '#c7d2fe',
  '#a5b4fc',
  '#818cf8',
  '#6366f1',
  '#4f46e5',
  '#4338ca',
  '#3730a3',
  '#312e81',
];

// The head of a dialog stays above what is scrolled: a field that is given the focus stands below it, with its name.
const belowHead = { scrollPaddingTop: 96 };
const dialogTitle = { fontSize: '16px', fontWeight: 650 };

export const theme = createTheme({
  primaryColor: 'indigo',
  primaryShade: 6,
  autoContrast: true,
  colors: { gray: slate, dark: night, indigo },
  black: '#0f172a',
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: "'JetBrains Mono Variable', ui-monospace, monospace",
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '1.35', sm: '1.4', md: '1.5', lg: '1.5', xl: '1.4' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '999px' },
  defaultRadius: 'sm',
  headings: {
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '28px', lineHeight: '1.25' },
      h2: { fontSize: '20px', lineHeight: '1.3' },
      h3: { fontSize: '16px', lineHeight: '1.4' },
      h4: { fontSize: '14px', lineHeight: '1.4' },
    },
  },
  shadows: { md: '0 6px 24px rgb(15 23 42 / 0.12)' },
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Button: { defaultProps: { size: 'sm', component: KeptButton } },
    Badge: { defaultProps: { tt: 'none', fw: 600 } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', component: KeptButton } },
    // The links of the line that a pointer is on stay legible.
    Table: { defaultProps: { highlightOnHoverColor: 'var(--cw-pointed)' } },
    Tooltip: { defaultProps: { withArrow: true, fz: 'xs' } },
    Menu: { defaultProps: { shadow: 'md', radius: 'md' } },
    Popover: { defaultProps: { shadow: 'md', radius: 'md' } },
    Modal: {
      defaultProps: { radius: 'md', centered: true, closeButtonProps: { 'aria-label': t('Close') } },
      styles: { title: dialogTitle, content: belowHead },
    },
    NumberInput: { defaultProps: { decimalSeparator: decimalSign(), allowedDecimalSeparators: ['.', ','] } },
    Notification: { defaultProps: { closeButtonProps: { 'aria-label': t('Dismiss') } } },
    Drawer: {
      defaultProps: { closeButtonProps: { 'aria-label': t('Close') } },
      styles: { title: dialogTitle, content: belowHead },
    },
    // The ring of a field that has the focus stays clear of its name.
    InputWrapper: { styles: { label: { marginBottom: 4 } } },
    // One line where the words are longer than the screen is wide.
    Tabs: {
      styles: {
        list: { flexWrap: 'nowrap', overflowX: 'auto', scrollbarWidth: 'none' },
        tab: { flexShrink: 0 },
      },
    },
  },
});

interface StageKindStyle {
  color: string;
  icon: Icon;
  words: string;
}

export const stageKindStyle: Record<StageKind | 'other', StageKindStyle> = {
  plan: { color: 'var(--cw-kind-plan)', icon: IconMap2, words: tAs('kind of stage', 'Plan') },
  observe: { color: 'var(--cw-kind-observe)', icon: IconEye, words: tAs('kind of stage', 'Observe') },
  measure: { color: 'var(--cw-kind-measure)', icon: IconRuler2, words: tAs('kind of stage', 'Measure') },
  appraise: { color: 'var(--cw-kind-appraise)', icon: IconScale, words: tAs('kind of stage', 'Appraise') },
  reward: { color: 'var(--cw-kind-reward)', icon: IconTrophy, words: tAs('kind of stage', 'Reward') },
  intervene: {
    color: 'var(--cw-kind-intervene)',
    icon: IconFirstAidKit,
    words: tAs('kind of stage', 'Intervene'),
  },
  other: { color: 'var(--cw-kind-other)', icon: IconSquareRounded, words: tAs('kind of stage', 'Other') },
};

export type OutcomeOrNone = Outcome | 'not-scored';

interface OutcomeStyle {
  color: string;
  tint: string;
  words: string;
}

const outcomeColours = (name: string) => ({
  color: `var(--cw-outcome-${name})`,
  tint: `color-mix(in srgb, var(--cw-outcome-${name}) 12%, transparent)`,
});

/** Shape and colour together, the same everywhere: ▼ below, ● meets, ▲ exceeds, ○ not scored. */
export const outcomeStyle: Record<OutcomeOrNone, OutcomeStyle> = {
  below: { ...outcomeColours('below'), words: tAs('outcome', 'Below') },
  meets: { ...outcomeColours('meets'), words: tAs('outcome', 'Meets') },
  exceeds: { ...outcomeColours('exceeds'), words: tAs('outcome', 'Exceeds') },
  'not-scored': { ...outcomeColours('none'), words: tAs('outcome', 'Not scored') },
};
