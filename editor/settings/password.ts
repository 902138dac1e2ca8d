// How long a password must be, checked before it is sent.
export const shortestPassword = 12;

export const passwordProblem = (value: string): string | null =>
  value.length < shortestPassword ? `Use at least ${shortestPassword} characters.` : null;
