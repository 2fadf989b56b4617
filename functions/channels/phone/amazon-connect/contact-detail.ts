import * as z from 'zod';

const Endpoint = z.object({ address: z.string().max(100).optional() }).optional();

/**
 * The fields of a contact event that we read. The caller's number is in some events only.
 * https://docs.aws.amazon.com/connect/latest/adminguide/contact-events.html
 */
export const ContactDetail = z.object({
  eventType: z.string(),
  contactId: z.string().min(1).max(128),
  initialContactId: z.string().min(1).max(128).optional(),
  channel: z.string(),
  initiationMethod: z.string().default(''),
  initiationTimestamp: z.string().optional(),
  disconnectTimestamp: z.string().optional(),
  agentInfo: z.object({ connectedToAgentTimestamp: z.string().optional() }).optional(),
  customerEndpoint: Endpoint,
  systemEndpoint: Endpoint,
  tags: z.record(z.string(), z.string()).default({}),
});
