// The parts of the product that an organisation may do without. Each is used until an administrator turns it off.
export const features = [
  'calibration-sessions',
  'feedback-requests',
  'recognition',
  'digests',
  'report-mails',
  'api-keys',
] as const;
export type Feature = (typeof features)[number];
export type Features = Record<Feature, boolean>;
