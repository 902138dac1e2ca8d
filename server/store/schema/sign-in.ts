// The tables of sign-in, which better-auth works on: a person’s id is the user’s.
import type { Flag } from './cells.ts';

export interface AuthUserRow {
  id: string;
  name: string;
  email: string;
  emailVerified: Flag;
  image: string | null;
  createdAt: string;
  updatedAt: string;
}

export interface AuthSessionRow {
  id: string;
  userId: string;
  createdAt: string;
  expiresAt: string;
}

export interface AuthAccountRow {
  id: string;
  accountId: string;
  providerId: string;
  userId: string;
  password: string | null;
  createdAt: string;
  updatedAt: string;
}

export interface SignInTables {
  authUsers: AuthUserRow;
  authSessions: AuthSessionRow;
  authAccounts: AuthAccountRow;
}
