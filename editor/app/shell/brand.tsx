// The mark and the name; the way home.

import { t } from '../../language/index.ts';
import { AnchorLink } from '../parts/links.tsx';
import classes from './shell.module.css';

export function BrandMark({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="var(--mantine-color-indigo-6)" />
      <g
        fill="none"
        stroke="var(--mantine-color-white)"
        strokeWidth="3"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        <path d="M22.6 11.2A8 8 0 1 0 24 16" />
        <path d="M24.6 7.4v5h-5" />
      </g>
    </svg>
  );
}

export function Brand({ folded }: { folded: boolean }) {
  return (
    <AnchorLink
      to="/inbox"
      className={classes.brand}
      underline="never"
      aria-label={t('Cyclewright, to the inbox')}
    >
      <BrandMark />
      {!folded && <span>Cyclewright</span>}
    </AnchorLink>
  );
}
