import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import type { RawLetter } from '../outgoing.ts';

/**
 * Raw mail out by SES. One try only: SendEmail has no field against repetition, so the SDK must not repeat what may
 * have left; deliver decides. Answers SES's bare id.
 */
export function sesTransport(
  configurationSet: string,
  client: SESv2Client = new SESv2Client({ maxAttempts: 1 }),
): (letter: RawLetter) => Promise<string> {
  return async ({ from, to, cc, raw, tags }) => {
    const { MessageId: id } = await client.send(
      new SendEmailCommand({
        FromEmailAddress: from,
        Destination: { ToAddresses: [...to], CcAddresses: [...cc] },
        Content: { Raw: { Data: raw } },
        ConfigurationSetName: configurationSet,
        EmailTags: Object.entries(tags).map(([Name, Value]) => ({ Name, Value })),
      }),
    );
    if (!id) throw new Error('SES answered without an id');
    return id;
  };
}
