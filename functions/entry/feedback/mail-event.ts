import * as z from 'zod';

const Recipients = z.array(
  z.looseObject({
    emailAddress: z.string().optional(),
    status: z.string().optional(),
    diagnosticCode: z.string().optional(),
  }),
);

/**
 * What SES publishes about mail that left; fields we do not read are left alone.
 * https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html
 */
export const MailEvent = z.looseObject({
  eventType: z.string(),
  mail: z.looseObject({
    messageId: z.string().min(1),
    /** When SES took the mail. */
    timestamp: z.string().optional(),
    tags: z.record(z.string(), z.array(z.string())).default({}),
  }),
  bounce: z
    .looseObject({
      bounceType: z.string(),
      bounceSubType: z.string().default(''),
      bouncedRecipients: Recipients.default([]),
    })
    .optional(),
  complaint: z.looseObject({ complaintFeedbackType: z.string().nullish() }).optional(),
  deliveryDelay: z
    .looseObject({ delayType: z.string().default(''), delayedRecipients: Recipients.default([]) })
    .optional(),
  reject: z.looseObject({ reason: z.string().default('') }).optional(),
  failure: z.looseObject({ errorMessage: z.string().default('') }).optional(),
});
export type MailEvent = z.infer<typeof MailEvent>;

const OnBus = z.looseObject({ 'detail-type': z.string(), detail: MailEvent });

/** The event in a queue message, with or without EventBridge's envelope. @throws ZodError, SyntaxError */
export function parseMailEvent(body: string): MailEvent {
  const value: unknown = JSON.parse(body);
  const onBus = OnBus.safeParse(value);
  return onBus.success ? onBus.data.detail : MailEvent.parse(value);
}
