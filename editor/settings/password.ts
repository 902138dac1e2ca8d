// How long a password must be, checked before it is sent.
import { t } from '../language/index.ts';

export const shortestPassword = 12;

export const passwordProblem = (value: string): string | null =>
  value.length < shortestPassword
    ? t('Use at least {shortestPassword} characters.', { shortestPassword })
    : null;
