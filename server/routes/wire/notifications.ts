// What people are told, on the wire.
import { z } from '@hono/zod-openapi';

export const notificationWire = z
  .object({
    id: z.string(),
    planId: z.string().nullable(),
    publishRequest: z
      .object({ id: z.string(), cycleId: z.string() })
      .nullable()
      .describe('The request to publish that it is about'),
    place: z
      .string()
      .nullable()
      .describe('The screen that it leads to: feedback, recognition, wording, calibrations or incidents'),
    message: z.string(),
    at: z.string(),
    readAt: z.string().nullable(),
  })
  .openapi('Notification');
