// What an organisation manages: its whole and its parts, and the people who answer for them.
import { z } from 'zod';
import { recordIdSchema } from './ids.ts';
import { localDateSchema, type Period } from './time.ts';

export const componentKinds = [
  'organisation',
  'department',
  'team',
  'process',
  'employee',
  'project',
  'other',
] as const;
export const componentKindSchema = z.enum(componentKinds);
export type ComponentKind = z.infer<typeof componentKindSchema>;

export const componentSchema = z.strictObject({
  id: recordIdSchema,
  kind: componentKindSchema,
  name: z.string().trim().min(1).max(300),
  parentId: recordIdSchema.nullable(),
  /** Who answers for the component's results and works its owner tasks. */
  ownerId: recordIdSchema.nullable(),
  /** Who appraises the component. Null: the manager of the nearest ancestor that has one. */
  managerId: recordIdSchema.nullable(),
  /** A dotted line: a second manager, who sees the component and does not appraise it. Absent or null: none. */
  secondManagerId: recordIdSchema.nullable().optional(),
  /** IANA zone. Null: that of the nearest ancestor, else UTC. */
  zone: z.string().nullable(),
  /** Country or region whose public holidays apply, such as US-NY, or own: and the id of a calendar. Null: as above it, else none. */
  holidayRegion: z.string().nullable(),
  /** First day on which it is there to be appraised. Absent or null: from the start. */
  activeFrom: localDateSchema.nullable().optional(),
  /** Last such day. Absent or null: to the end. */
  activeTo: localDateSchema.nullable().optional(),
});
export type Component = z.infer<typeof componentSchema>;
/** Leaves of who a component stands for; long ones make the time shorter over which it is scored. */
export interface WithAbsences {
  absences?: readonly Period[];
}
/** A component's place in the tree, and when it was there to be appraised. */
export type PlacedComponent = Pick<Component, 'id' | 'parentId' | 'activeFrom' | 'activeTo'> &
  Partial<Pick<Component, 'kind'>> &
  WithAbsences;

export const roles = ['designer', 'manager', 'employee', 'admin', 'hr'] as const;
export const roleSchema = z.enum(roles);
export type Role = z.infer<typeof roleSchema>;

/** Who acts in the server without being a person: the admin token, timers and launches, inbound webhooks. */
const personIdSchema = recordIdSchema.refine(
  (id) => !/^(token|system|source:.*)$/.test(id),
  'This id stands for the server itself; choose another.',
);

export const personSchema = z.strictObject({
  id: personIdSchema,
  name: z.string().trim().min(1).max(200),
  email: z.email(),
  roles: z.array(roleSchema).min(1),
});
export type Person = z.infer<typeof personSchema>;
